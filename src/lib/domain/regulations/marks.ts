import type { Mark, NodeKind } from './nodes.ts';

/** What stands at a place of the text, if it can open a part there. Whether it does, its neighbours decide. */
export interface PossibleMark extends Mark {
	/** Only in its order among its neighbours: it could as well be a citation that a line break tore off. */
	readonly isDoubtful: boolean;
}

interface Pattern {
	readonly kind: NodeKind;
	readonly pattern: RegExp;
	readonly isDoubtful?: boolean;
}

const ORDINAL =
	'първ[аи]|втор[аи]|трет[аи]|четвърт[аи]|пет[аи]|шест[аи]|седм[аи]|осм[аи]|девет[аи]|десет[аи]|[а-я]+(?:надесет|десет)[аи]?(?: и [а-я]+)?';

/** In the order in which they are tried; the first group is the number. All are read from the shadow of the text. */
const PATTERNS: readonly Pattern[] = [
	{
		kind: 'chapter',
		pattern: new RegExp(
			`(?:Г(?:ЛАВА|лава)|Ч(?:АСТ|аст)) *((?:${ORDINAL})|[IVXІХ]{1,6}|\\d{1,2})(?![\\p{L}\\p{N}])[.:]?`,
			'iuy',
		),
	},
	{
		kind: 'chapter',
		pattern:
			/((?:ДОПЪЛНИТЕЛН[АИ]|ПРЕХОДН[АИ]|ЗАКЛЮЧИТЕЛН[АИ])(?: И (?:ПРЕХОДН[АИ]|ЗАКЛЮЧИТЕЛН[АИ]))? РАЗПОРЕДБ[АИ])(?=[ .:]*(?:\n|$))/iuy,
	},
	{
		kind: 'section',
		pattern: new RegExp(
			`Р(?:АЗДЕЛ|аздел) *((?:${ORDINAL})|[IVXІХ]{1,6}|\\d{1,2})(?![\\p{L}\\p{N}])[.:]?`,
			'iuy',
		),
	},
	{ kind: 'article', pattern: /Ч(?:Л|л|ЛЕН|лен)(?:\.| ) *(\d{1,4}[а-я]?)(?![\p{L}\p{N}])(?! *,)(?: *\.)?/uy },
	{ kind: 'paragraph', pattern: /§ *(\d{1,3}[а-я]?)(?![\p{L}\p{N}])(?: *\.| +(?=[\p{Lu}(]))/uy },
	{ kind: 'sub-paragraph', pattern: /\( *(\d{1,2}[а-я]?) *\)(?= *\S)/uy },
	// „/1/“ and „1/“, as older acts write them.
	{ kind: 'sub-paragraph', pattern: /\/ *(\d{1,2}[а-я]?) *\/(?= *\S)/uy },
	{ kind: 'sub-paragraph', pattern: /[Аа]л\. *(\d{1,2}[а-я]?)(?: *[.:)]|(?= +\p{Lu}))/uy, isDoubtful: true },
	{ kind: 'point', pattern: /(\d{1,2}(?:\.\d{1,2}){1,2})(?: *[.)])? +(?=[\p{L}"(])/uy },
	{ kind: 'point', pattern: /(\d{1,3}[а-я]?) *[.)](?= +\S| *[\p{L}"])(?! *г\.)/uy },
	{ kind: 'point', pattern: /(\d{1,3}[а-я]?)\/(?= +\p{L})/uy },
	// „9 Участва“: the sign after the number was lost.
	{ kind: 'point', pattern: /(\d{1,2}) +(?=\p{Lu}\p{Ll}{3})/uy, isDoubtful: true },
	// A number in a cell of its own, as tables are pasted.
	{ kind: 'point', pattern: /(\d{1,3})[.)](?= *\n *\p{L})/uy, isDoubtful: true },
	// „I. ръководи“: a title after a Roman number begins with a capital.
	{ kind: 'point', pattern: /([IVXІХ]{1,5})[.)] +(?=\p{Ll})/uy },
	{
		kind: 'point',
		pattern: /[ТтTt](?:очка|\.) *(\d{1,3}[а-я]?)(?: *[.:)-]|(?= +[\p{L}"]))/uy,
		isDoubtful: true,
	},
	{ kind: 'letter', pattern: /"?([а-яa-z])"?\)(?= *\S)/uy },
	{ kind: 'letter', pattern: /[Бб](?:уква|\.) *"?([а-я])"?(?: *[.:)-]|(?= +[\p{L}]))/uy, isDoubtful: true },
	{ kind: 'dash', pattern: /()(?:[-•·▪●◦*]|o(?= )) +(?=\S)/uy },
	{ kind: 'dash', pattern: /()[•·▪●◦] *(?=\S)/uy },
	{ kind: 'dash', pattern: /()-(?=\p{L})/uy },
];

/** The marks that could stand at a place, the most probable first. */
export function marksAt(shadow: string, at: number): readonly PossibleMark[] {
	return PATTERNS.flatMap(({ kind, pattern, isDoubtful = false }): readonly PossibleMark[] => {
		pattern.lastIndex = at;
		const match = pattern.exec(shadow);
		if (!match || !isWritten(kind, match[0])) return [];
		const body = at + match[0].length;
		return [{ kind, number: numberOf(kind, match), from: at, body, isDoubtful }];
	});
}

/** A title begins with a capital: „глава втора от закона“ in the middle of a sentence is none. */
function isWritten(kind: NodeKind, mark: string): boolean {
	return kind !== 'chapter' && kind !== 'section' ? true : /^\p{Lu}/u.test(mark);
}

function numberOf(kind: NodeKind, match: RegExpExecArray): string {
	const number = match[1] ?? '';
	if (kind === 'point' && /^[IVXІХ]+$/u.test(number)) return toRoman(number);
	if (kind !== 'chapter' && kind !== 'section') return number.toLowerCase();
	const words = (match[0] ?? '').trim().replace(/[.:]$/u, '').toLowerCase().replace(/ +/gu, ' ');
	const roman = /^(.*?)([ivxіх]+)$/u.exec(words);
	const isRoman = roman !== null && /^(глава|раздел|част) ?$/u.test(roman[1] ?? '');
	const text = isRoman ? `${(roman[1] ?? '').trim()} ${toRoman(roman[2] ?? '')}` : words;
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function toRoman(letters: string): string {
	return letters.toUpperCase().replace(/І/gu, 'I').replace(/Х/gu, 'X');
}

const UNIT_START =
	/^(?:дирекци(?:я|и|ята|ите)(?!\p{L})|отдел|сектор|звено|звена|служб|бюро|център|кметств|общинско(?:то)? предприятие|(?:столична(?:та)? )?общинска(?:та)? агенция|общински(?:ят|я)? културен институт|секретар|глав(?:н|ен)|финансов|служител(?:ят|я)? (?:по|за)|длъжностно(?:то)? лице (?:по|за)|юрисконсулт|специалист|началник|директор|заместник|функци|основни функции|кметски(?:те)? наместни|кметски(?:ят)? наместник|кметове|кмет(?:ът)? на (?:кметство|населено)|обща администрация|специализирана администрация)/iu;

/** Whether a line begins with the name of a unit or a post, so that it can open a list or head a part. */
export function startsWithUnit(line: string): boolean {
	return UNIT_START.test(line.trim().replace(/^"/u, ''));
}

/** What has no word for a kind of unit in its name, after at most three adjectives: „Домашен социален патронаж“. */
const BODY_START = new RegExp(
	`^(?:\\p{L}+(?:ен|ски|ят|ът|ска|ската|ско|ското|на|ната|но|ното|и|ите)\\s+){0,3}(?:${[
		...[
			'патронаж',
			'приют',
			'хоспис',
			'инспекторат',
			'музе[йя]',
			'библиотека',
			'галерия',
			'архив',
			'деловодство',
		],
		...['канцелария', 'кабинет', 'кухня', 'предприятие', 'център', 'комплекс', 'школа', 'екип', 'ясла'],
		...[
			'директор',
			'секретар',
			'счетоводител',
			'касиер',
			'домакин',
			'управител',
			'инспектор',
			'архитект',
			'инженер',
			'юрисконсулт',
		],
		...['контрольор', 'одитор', 'еколог', 'експерт', 'координатор', 'отговорник', 'протоколист'],
	].join('|')})(?:а|та|то|ът|ят|и|ите|я|т)?(?!\\p{L})`,
	'iu',
);

/** „ОП „Чистота““, „ЦПЛР „Общински детски комплекс““ */
const NAMED_SHORT = /^\p{Lu}{2,6}(?:-\p{Lu}{2,6})?\s?["„“«]/u;

/** Whether a sentence begins with a unit, a post, or a body that the municipality keeps. */
export function startsWithBody(sentence: string): boolean {
	const line = sentence.trim();
	return startsWithUnit(line) || NAMED_SHORT.test(line) || (BODY_START.test(line) && !startsWithOrgan(line));
}

/**
 * An organ of the municipality, whose powers the law gives: the mayor of the municipality, the council and what it
 * elects. The posts below the mayor are none: „Кмет на кметство“, „Заместник-кметът“.
 */
const IS_ORGAN =
	/^(?:правомощия(?:та)? на )?(?:кмет(?:а|ът)?(?!\p{L})(?! на (?:кметств|населен|село|с\.))|(?:общинск|районн)(?:и|ия|ият) съвет(?:а|ът)?(?!\p{L})|министър(?:а|ът)?(?!\p{L})|областн(?:и|ия|ият|ите) управител|председател(?:я|ят)? на (?:(?:общинск|районн)(?:и|ия|ият) съвет|обс|съвета|комиси|постоянн)|общинск(?:ите|и|ият|ия) съветни|постоянн(?:ата|ите|а|и) комиси)/iu;

/** Whether a sentence or a title begins with an organ of the municipality. */
export function startsWithOrgan(sentence: string): boolean {
	return IS_ORGAN.test(sentence.trim());
}

/** „Отдел „Бюджет““ alone on its line. */
export function isNameOfUnit(line: string): boolean {
	return (
		startsWithBody(line) &&
		!/^(?:основни )?функци/iu.test(line) &&
		line.length <= 160 &&
		!/[.;:!?]$/u.test(line) &&
		!/\d{3}/u.test(line)
	);
}

/** Whether a line is all in capitals, as titles are. */
export function isAllCapitals(line: string): boolean {
	return (line.match(/\p{Lu}/gu) ?? []).length >= 6 && !/\p{Ll}/u.test(line);
}
