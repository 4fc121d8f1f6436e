import type { RegulationNode } from './nodes.ts';
import { startsWithBody, startsWithUnit } from './marks.ts';
import { itemsOf, lastSentence, ownerAbove, ownerOf, titleOfPage, type Reading } from './reading.ts';
import { startsWithVerb } from './verbs.ts';
import { bodyOf } from './wording.ts';

export const OPENS_FUNCTIONS =
	/(?<![\p{L}])(?:функци(?:и|ите)|дейност(?:и|ите)|задач(?:и|ите)|задължени(?:я|ята)|отговорност(?:и|ите))(?![\p{L}])/iu;
const DOES =
	/(?<![\p{L}])(?:изпълнява|осъществява|извършва|има|организира|отговаря|осигурява|подпомага|води|са|е)т?(?![\p{L}])/iu;
const OPENS_OTHER =
	/(?<![\p{L}])(?:състои се|състоят се|се състои|включва|включват|се включват|обхваща|ръководи се|се ръководи|длъжности|длъжни|численост|следните звена|следните отдели|следните дирекции|структурни звена|структура|права|право|принципи|принципите|назначава|документи|ангажимент|изисквания|изискват|служителите имат)(?![\p{L}])/iu;
/** „… се назначава от кмета и изпълнява следните функции:“: whatever goes before, the list is one of functions. */
const SAYS_LIST =
	/(?:изпълнява|осъществява|извършва|има|със)т?\s+следните\s+(?:\p{L}+\s+)?(?:функции|дейности|задачи)\s*:$/iu;
/** „Главен инженер / Правомощия и функции:“ – a title in two lines. */
const NAMED_ABOVE =
	/^(.{3,160}?)\s+(?:Основни\s+|Специфични\s+)?(?:Правомощия|Функции|Задачи|Дейности)(?:\s+и\s+(?:функции|задачи|дейности|задължения))?\s*:$/u;
/** „Звено „Х“ отговаря за:“ – of what the points name. */
const ANSWERS_FOR = /(?<!\p{L})отговарят?(?:\s\p{L}+)?\sза\s*:$/iu;
/** „Дейността на администрацията в областта на образованието е следната:“ names no unit. */
const OF_ALL = /^(?:дейност(?:та|ите)|функциите|задачите|работата)\s+на\s+(?:общинската\s+)?администрация/iu;
/** „Функциите на отдел „Х“ са:“, „Към задачите на отдел „Х“ се отнасят:“ */
const FUNCTIONS_OF =
	/^(?:към )?(?:(?:основни|общи|специфични)(?:те)? )?(?:функци|дейност|задач|задължени)(?:и|ите|я|ята) на (?!звената|отделите|служител)/iu;
/** „Основни функции:“ under the title of a unit. */
const FUNCTIONS_ALONE =
	/^(?:(?:основни|общи|специфични)(?:те)?\s+|(?:правомощия|задължения|задачи)\s+и\s+)?(?:функции|дейности|задачи)(?:те)?\s*:?$/iu;
/** „На звено „Х“ се възлага:“ */
const ASSIGNED = /^на\s.{3,160}\sсе възлагат?(?:\s.{0,60})?:$/iu;
/** „Отдел „Бюджет“:“, „Дирекция „Х“ организира и осъществява:“ and the like: a unit, at most its verbs, no other noun. */
export const BARE_UNIT =
	/^(?:дирекция|отдел|сектор|звено|служба|бюро|център)(?:та|ът|а|то)?\s*(?:за |на )?["„“«][^"„“”«»]+["“”»](?:\s+(?:към|в)\s[^:]*)?(?:\s*,?\s*(?:и\s+)?(?:организира|осъществява|изпълнява|подпомага|извършва|осигурява|координира|контролира|изготвя|разработва|ръководи|провежда)[^:]{0,160})?\s*:?$/iu;
/** „Опазване на околната среда – отдел „Екология“:“ */
const UNIT_AT_END = /\s[–—-]\s(?:дирекция|отдел|сектор|звено|служба)\s["„“«][^"„“”«»]+["“”»]\s*:$/iu;
/** „Дирекцията подпомага кмета при:“ – the points say at what it helps, not what it does. */
const HELPS_AT = /(?<!\p{L})подпомага.{0,80}\s(?:при|във?)\s*:$/iu;
/** So long a line is that names only who does what the points say: „Управителят на патронажа:“. */
const LONGEST_NAME = 80;
/** „Дейността на администрацията в областта на образованието е следната:“ */
const FOLLOWS = /(?<!\p{L})(?:следн(?:ата|ите|ото)|както следва)\s*:$/iu;
/** „Дирекцията се ръководи от директор, който:“ */
const WHO = /,\s*ко(?:й|я|е)то\s*:$/iu;

/** The unit whose functions the parts below list, as named; null when unnamed; undefined when it is no such list. */
export function openingOf(reading: Reading, node: RegulationNode): string | null | undefined {
	const items = itemsOf(reading, node);
	if (items.length === 0) return undefined;
	if (node.kind === 'preamble') return openingOfPage(reading, node, items);
	const sentence = lastSentence(bodyOf(reading.text, node));
	const above = NAMED_ABOVE.exec(sentence)?.[1] ?? '';
	if (startsWithBody(above)) return ownerOf(reading, node, `${above}:`);
	const isVerbal = isVerbalList(reading, items);
	if (isVerbal && WHO.test(sentence)) return ownerOf(reading, node, '');
	const isAssigned = ASSIGNED.test(sentence);
	if (OPENS_OTHER.test(sentence) && !FUNCTIONS_OF.test(sentence) && !SAYS_LIST.test(sentence))
		return undefined;
	const isTitle = node.kind === 'heading' || node.kind === 'section' || node.kind === 'chapter';
	const ends = sentence.endsWith(':');
	const says = saysFunctions(sentence, isTitle) && (ends || isTitle || /функци(?:и|ите)$/iu.test(sentence));
	const isBare =
		UNIT_AT_END.test(sentence) ||
		(BARE_UNIT.test(sentence) && (ends || isTitle) && (isVerbal || !HELPS_AT.test(sentence)));
	const isDoing =
		isVerbal &&
		((isTitle && startsWithUnit(sentence)) ||
			(ends && (startsWithUnit(sentence) || isName(sentence) || FOLLOWS.test(sentence))));
	const isAnswering = ANSWERS_FOR.test(sentence) && startsWithBody(sentence);
	if (!says && !isBare && !isAssigned && !isAnswering && !isDoing) return undefined;
	if (OF_ALL.test(sentence)) return ownerAbove(reading, node);
	return ownerOf(reading, node, isDoing && isArea(node, sentence) ? '' : sentence);
}

/** A page of one unit may list what it does without announcing it; an act never does. */
function openingOfPage(
	reading: Reading,
	node: RegulationNode,
	items: readonly RegulationNode[],
): string | null | undefined {
	const isAct = reading.nodes.some(({ kind }) => kind === 'article' || kind === 'paragraph');
	if (isAct || items.length < 3 || !isVerbalList(reading, items) || bodyOf(reading.text, node).endsWith(':'))
		return undefined;
	return titleOfPage(reading, node);
}

/** Why a list that is none of functions is left out, as far as its opening says. */
export function saysOther(reading: Reading, node: RegulationNode): boolean {
	return OPENS_OTHER.test(lastSentence(bodyOf(reading.text, node)));
}

function saysFunctions(sentence: string, isTitle: boolean): boolean {
	if (FUNCTIONS_OF.test(sentence) || FUNCTIONS_ALONE.test(sentence) || SAYS_LIST.test(sentence)) return true;
	return OPENS_FUNCTIONS.test(sentence) && (DOES.test(sentence) || isTitle);
}

/** „Екология:“ between the lists of one unit names what they are about, „Управителят на патронажа:“ somebody. */
function isArea(node: RegulationNode, sentence: string): boolean {
	return (
		node.kind === 'lead' && !startsWithUnit(sentence) && !/^\p{L}+(?:ът|ят|ите)(?!\p{L})/u.test(sentence)
	);
}

/** Short, and no „в областта на …:“ that only says where. */
function isName(sentence: string): boolean {
	return sentence.length <= LONGEST_NAME && !/^(?:във?|по|за|на|при|със?|от|до|към) /iu.test(sentence);
}

/** Several points, each of which begins with what somebody does. */
function isVerbalList({ text }: Reading, items: readonly RegulationNode[]): boolean {
	return items.length > 1 && items.every((item) => startsWithVerb(bodyOf(text, item)));
}
