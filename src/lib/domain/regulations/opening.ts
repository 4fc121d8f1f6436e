import { isListOfWork, isService, saysVerb } from './actions.ts';
import type { RegulationNode } from './nodes.ts';
import { isNameOfUnit, startsWithBody, startsWithOrgan, startsWithUnit } from './marks.ts';
import { itemsOf, lastSentence, ownerAbove, ownerOf, titleOfPage, type Reading } from './reading.ts';
import { saysOrgan, subjectAtEnd } from './subjects.ts';
import { beginsWithVerb, endsInVerb, isVerb, verbsOf } from './verbs.ts';
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
/** „Основни функции и задачи:“ under the title of a unit; „Задължения:“ only above a list of work. */
const FUNCTIONS_ALONE =
	/^(?:(?:основни|общи|специфични|преки)(?:те)?\s+|(?:правомощия|задължения|задачи)\s+и\s+)?(?:функции|дейности|задачи)(?:те)?(?:\s+и\s+(?:функции|дейности|задачи|задължения|отговорности|правомощия))?\s*:?$/iu;
const DUTIES_ALONE =
	/^(?:(?:основни|преки|функционални|длъжностни|служебни)(?:те)?\s+)?(?:правомощия|задължения|отговорности|компетенции|компетентност|предмет на дейност|права и задължения)(?:та|те)?(?:\s+и\s+(?:задължения|отговорности|правомощия))?\s*:?$/iu;
/** „Дейността на отдела включва:“, „Предметът на дейност обхваща:“ – above a list of work. */
const ENCOMPASSES =
	/^(?:основн(?:ата|ите)\s+)?(?:дейност(?:та|ите)?|предмет(?:ът)? на дейност(?:та)?|работата|задачите|функциите|компетентността)(?!\p{L})[^:]{0,240}\s(?:включват?|обхващат?|се изразяват? в(?:ъв)?|се състо(?:и|ят) в(?:ъв)?|са|е)(?:\s+(?:следн(?:ите|ото|ата)|както следва)(?:\s+(?:дейности|задачи|функции))?)?\s*:$/iu;
/** „Предприятието е с предмет на дейност:“ */
const HAS_SUBJECT = /\s(?:има|е с|е със)\s(?:\p{L}+\s)?предмет на дейност\s*:$/iu;
/** „Кмет на кметство – права и задължения:“ – of a post, above what it does. */
const DUTIES_OF =
	/(?<!\p{L})(?:права(?:та)? и задължения|правомощия|задължения|отговорности|компетенции)(?:та)?\s*:?$/iu;
/** „Права и задължения на директора:“ */
const DUTIES_BEFORE =
	/^(?:основни(?:те)? )?(?:права(?:та)? и )?(?:задължения|отговорности|правомощия)(?:та|те)? на (.{3,160}?)(?:\s(?:са|включват))?\s*:$/iu;
/** „Предприятието има следните права и задължения по отношение на имуществото:“ */
const HAS_DUTIES =
	/^(.{3,160}?)\sимат?\s(?:следните\s)?(?:права и )?(?:задължения|отговорности)(?!\p{L})[^:]{0,200}:$/iu;
/** „По отношение на бюджета:“, „В областта на екологията:“ between the lists of one unit. */
const AREA = /^(?:по отношение на|в областта на|в сферата на|в частта|във връзка с|по)\s[^:]{3,160}:$/iu;
/** „Осъществява поддържането на чистотата чрез:“ goes on with the unit of the sub-paragraph before. */
const BY_WAY_OF =
	/(?<!\p{L})(?:чрез|като|както следва|следното|(?:следните|изразяващи се в)[^:]{0,60})\s*:$/iu;
const PEOPLE =
	'(?:служител|работещ|лица(?:та)?|граждани|заявител|кандидат|собственик|собственици|ползвател|потребител|членове|наемател|концесионер|изпълнител|възложител|доставчик|превозвач|оператор|водач|търговец|търговци|фирм|родител|ученик|ученици|притежател|съветник|съветници)(?:ът|ят|а|я|и|ите|те)?(?!\\p{L})';
/** What people, not units, have to do. */
const OF_PEOPLE = new RegExp(`(?<!\\p{L})${PEOPLE}`, 'iu');
/** „Наемателят на помещението:“ */
const STARTS_WITH_PEOPLE = new RegExp(`^(?:\\p{L}+(?:ят|ият|ите|ен|ни)\\s)?${PEOPLE}`, 'iu');
/** „На звено „Х“ се възлага:“ */
const ASSIGNED = /^на\s.{3,160}\sсе възлагат?(?:\s.{0,60})?:$/iu;
/** „Отдел „Бюджет“:“, „Дирекция „Х“ организира и осъществява:“ and the like: a unit, at most its verbs, no other noun. */
export const BARE_UNIT =
	/^(?:дирекция|отдел|сектор|звено|служба|бюро|център)(?:та|ът|а|то)?\s*(?:за |на )?["„“«][^"„“”«»]+["“”»](?:\s+(?:към|в)\s[^:]*)?(?:\s*,?\s*(?:и\s+)?(?:организира|осъществява|изпълнява|подпомага|извършва|осигурява|координира|контролира|изготвя|разработва|ръководи|провежда)[^:]{0,160})?\s*:?$/iu;
/** „Опазване на околната среда – отдел „Екология“:“ */
const UNIT_AT_END = /\s[–—-]\s(?:дирекция|отдел|сектор|звено|служба)\s["„“«][^"„“”«»]+["“”»]\s*:$/iu;
/** „Дирекцията подпомага кмета при:“ – the points say at what it helps, not what it does. */
const HELPS_AT = /(?<!\p{L})подпомага.{0,80}\s(?:при|в(?:ъв)?)\s*:$/iu;
/** So long a line is that names only who does what the points say: „Управителят на патронажа:“. */
const LONGEST_NAME = 80;
/** „Дейността на администрацията в областта на образованието е следната:“ */
const FOLLOWS = /(?<!\p{L})(?:следн(?:ата|ите|ото)|както следва)\s*:$/iu;
/** „Дирекцията се ръководи от директор, който:“ */
const WHO = /,\s*ко(?:й|я|е)то\s*:$/iu;

/** „Секторът се ръководи от юрисконсулт, подчинен е на директора и:“, „Той ръководи и:“ – the points go on with the verbs. */
const AND_DOES = /\sи\s*:$/iu;

function isOfUnit(sentence: string): boolean {
	return startsWithBody(sentence) || /^(?:той|тя|то)\s/iu.test(sentence);
}

/** The unit whose functions the parts below list, as named; null when unnamed; undefined when it is no such list. */
export function openingOf(reading: Reading, node: RegulationNode): string | null | undefined {
	const items = itemsOf(reading, node);
	if (items.length === 0) return undefined;
	if (node.kind === 'preamble') return openingOfPage(reading, node, items);
	const sentence = lastSentence(bodyOf(reading.text, node));
	// Functions that the act itself calls so are taken, powers that the law gives are not.
	if ((saysOrgan(sentence) || isOfOrgan(reading, node)) && !SAYS_LIST.test(sentence)) return undefined;
	const above = NAMED_ABOVE.exec(sentence)?.[1] ?? '';
	if (startsWithBody(above)) return ownerOf(reading, node, `${above}:`);
	const bodies = items.map((item) => bodyOf(reading.text, item));
	if (bodies.some(isService) && !SAYS_LIST.test(sentence)) return undefined;
	const list = { node, sentence, ...kindOfList(bodies) };
	if (list.isVerbal && WHO.test(sentence)) return ownerOf(reading, node, '');
	if (list.isVerbal && AND_DOES.test(sentence) && isOfUnit(sentence)) return ownerOf(reading, node, sentence);
	const opened = opensDuties(list, reading.names);
	if (opened !== undefined) return ownerOf(reading, node, opened);
	if (OPENS_OTHER.test(sentence) && !FUNCTIONS_OF.test(sentence) && !SAYS_LIST.test(sentence))
		return undefined;
	if (isVerbsOnly(sentence) && ownerOf(reading, node, '') === null) return undefined;
	if (!opensFunctions(list) && !listsDoings(list, reading)) return undefined;
	if (OF_ALL.test(sentence)) return ownerAbove(reading, node);
	const namesNobody =
		FUNCTIONS_ALONE.test(sentence) || isVerbsOnly(sentence) || (isDoing(list) && isArea(node, sentence));
	return ownerOf(reading, node, namesNobody ? '' : sentence);
}

/** „… упражнява контрол, като: а) …“ among the powers of an organ. */
function isOfOrgan({ nodes, text }: Reading, { kind, parent }: RegulationNode): boolean {
	const above = kind === 'point' || kind === 'letter' || kind === 'dash' ? nodes[parent ?? -1] : undefined;
	return above !== undefined && startsWithOrgan(lastSentence(bodyOf(text, above)));
}

/** A sentence with the list that it opens. */
interface Opened {
	readonly node: RegulationNode;
	readonly sentence: string;
	/** Every point begins with a verb. */
	readonly isVerbal: boolean;
	/** Every point begins with a verb or a noun of work. */
	readonly isOfWork: boolean;
	/** At least half of the points begin with a verb: enough under nothing but a name. */
	readonly isHalfVerbal: boolean;
}

function kindOfList(bodies: readonly string[]): Pick<Opened, 'isVerbal' | 'isOfWork' | 'isHalfVerbal'> {
	return {
		isVerbal: isListOfWork(bodies, saysVerb),
		isOfWork: isListOfWork(bodies),
		isHalfVerbal: isListOfWork(bodies, saysVerb, 0.5),
	};
}

/**
 * Sentences that open functions only when the list is one of work. Gives the words that may name the unit, empty where
 * they name none; undefined for any other sentence.
 */
function opensDuties(
	{ node, sentence, isVerbal, isOfWork }: Opened,
	names: Reading['names'],
): string | undefined {
	if (OF_PEOPLE.test(sentence)) return undefined;
	if (isOfWork && ENCOMPASSES.test(sentence)) return /["„“«]/u.test(sentence) ? sentence : '';
	if (isOfWork && startsWithBody(sentence) && HAS_SUBJECT.test(sentence)) return sentence;
	if (isOfWork && BY_WAY_OF.test(sentence) && beginsWithVerb(sentence)) return '';
	if (DUTIES_ALONE.test(sentence) && (isVerbal || (isOfWork && /^предмет на/iu.test(sentence)))) return '';
	if (isVerbal && startsWithBody(sentence) && DUTIES_OF.test(sentence)) return sentence;
	const whose = DUTIES_BEFORE.exec(sentence)?.[1] ?? HAS_DUTIES.exec(sentence)?.[1];
	if (isVerbal && whose !== undefined && startsWithBody(whose) && !startsWithOrgan(whose)) return `${whose}:`;
	const last = isVerbal ? subjectAtEnd(sentence, names) : undefined;
	if (last !== undefined) return `${last}:`;
	if (isVerbal && node.kind !== 'paragraph' && AREA.test(sentence)) return '';
	return undefined;
}

function opensFunctions(list: Opened): boolean {
	const { node, sentence } = list;
	const isTitle = isTitled(node);
	const ends = sentence.endsWith(':');
	if (STARTS_WITH_PEOPLE.test(sentence) && !startsWithBody(sentence) && !SAYS_LIST.test(sentence))
		return false;
	if (saysFunctions(sentence, isTitle) && (ends || isTitle || /функци(?:и|ите)$/iu.test(sentence)))
		return true;
	if (ends && isVerbsOnly(sentence)) return true;
	if (UNIT_AT_END.test(sentence) || ASSIGNED.test(sentence)) return true;
	if (BARE_UNIT.test(sentence) && (ends || isTitle) && (list.isVerbal || !HELPS_AT.test(sentence)))
		return true;
	if (startsWithBody(sentence) && (ANSWERS_FOR.test(sentence) || (list.isOfWork && endsInVerb(sentence))))
		return true;
	return isDoing(list);
}

/** Whatever else opens a list of nothing but verbs below somebody: no condition, no change of another act. */
function listsDoings({ node, sentence, isVerbal }: Opened, reading: Reading): boolean {
	if (!isVerbal || !sentence.endsWith(':') || OF_PEOPLE.test(sentence) || IS_CONDITION.test(sentence))
		return false;
	return startsWithBody(sentence) || /^["„“«]/u.test(sentence) || ownerOf(reading, node, '') !== null;
}

/** „В чл. 5 ал. 2 се изменя така:“, „… може да бъде издадено, когато:“ */
const IS_CONDITION =
	/^(?:не|когато|ако|решени|заявлени|договор|отказ|в чл|в ал|в т\.|в §)|(?<!\p{L})(?:когато|ако|че|така|думите)\s*:$/iu;

/** „Функции: Осигурява и контролира:“ – the points say of what. */
function isVerbsOnly(sentence: string): boolean {
	const words = (sentence.split(/:\s+/u).at(-1) ?? '').match(/\p{L}{2,}/gu) ?? [];
	return words.length > 0 && words.length <= 6 && words.every((word) => isVerb(word.toLowerCase()));
}

/** A unit or somebody above what it does. */
function isDoing({ node, sentence, isVerbal, isOfWork, isHalfVerbal }: Opened): boolean {
	const isOpen = isTitled(node) || sentence.endsWith(':') || isNameOfUnit(sentence);
	if (isHalfVerbal && sentence.endsWith(':') && isNameOfUnit(sentence.slice(0, -1)) && saysOnlyWho(sentence))
		return true;
	if (isOpen && startsWithUnit(sentence) && (isVerbal || (isOfWork && saysOnlyWho(sentence)))) return true;
	return isVerbal && sentence.endsWith(':') && (isName(sentence) || FOLLOWS.test(sentence));
}

/** Nouns may as well say when or how something is done, unless nothing stands before them but the unit. */
function saysOnlyWho(sentence: string): boolean {
	return verbsOf(sentence).length === 0 && !/\s(?:се|са|е|при|чрез|след|до)(?!\p{L})/iu.test(sentence);
}

function isTitled({ kind }: RegulationNode): boolean {
	return kind === 'heading' || kind === 'section' || kind === 'chapter';
}

/** A page of one unit may list what it does without announcing it; an act never does. */
function openingOfPage(
	reading: Reading,
	node: RegulationNode,
	items: readonly RegulationNode[],
): string | null | undefined {
	const isAct = reading.nodes.some(({ kind }) => kind === 'article' || kind === 'paragraph');
	if (
		isAct ||
		items.length < 3 ||
		!kindOfList(items.map((item) => bodyOf(reading.text, item))).isVerbal ||
		bodyOf(reading.text, node).endsWith(':')
	)
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

/** Short or without any verb, and no „в областта на …:“ that only says where. */
function isName(sentence: string): boolean {
	const isShort = sentence.length <= (verbsOf(sentence).length === 0 ? 2 : 1) * LONGEST_NAME;
	return (
		isShort &&
		!/^(?:не|във|в (?:областта|сферата|чл\.|ал\.|т\.)|по|за|на|при|с|със|от|до|към) /iu.test(sentence)
	);
}
