import { aPackage } from './packages.ts';

/** Six acts in the shapes that municipalities publish, and how many functions each states by hand count. */
export const REGULATIONS = {
	/** Chapters, sections, sub-paragraphs, points, letters; a list of units that is none of functions. 6 functions. */
	classic: `УСТРОЙСТВЕН ПРАВИЛНИК
на общинската администрация в Примерна

ГЛАВА ПЪРВА
ОБЩИ ПОЛОЖЕНИЯ
Чл. 1. Правилникът урежда организацията и дейността на общинската администрация.
Чл. 2. (1) Общинската администрация се състои от следните звена:
1. дирекция „Обща администрация“;
2. дирекция „Специализирана администрация“.
(2) Общата численост се определя от общинския съвет.

ГЛАВА ВТОРА
СТРУКТУРА
Раздел І
Обща администрация
Чл. 3. (1) Дирекция „Обща администрация“ се ръководи от директор.
(2) Дирекцията изпълнява следните функции:
1. организира деловодството и документооборота;
2. води регистър на заповедите по чл. 44, ал. 2 от ЗМСМА;
3. в областта на архива:
а) подрежда учрежденския архив;
б) предава документи в Държавен ар-
хив;
4. (отм.)
5. осигурява приема на граждани.
Раздел ІІ
Специализирана администрация
Чл. 4. Кметът определя със заповед заместниците си.
Чл. 5. Отдел „Устройство на територията“ осъществява следните функции:
1. издава скици на поземлени имоти.
ЗАКЛЮЧИТЕЛНИ РАЗПОРЕДБИ
§ 1. Правилникът влиза в сила от деня на утвърждаването му.
`,
	/** No sub-paragraphs; „1)“; the unit stands as a title above the article. 4 functions. */
	titles: `ДИРЕКЦИЯ „ФИНАНСИ“
Чл.10. Основните функции на дирекцията са:
1) съставя проекта на бюджет;
2) отчита изпълнението на бюджета.
ОТДЕЛ „МЕСТНИ ДАНЪЦИ И ТАКСИ“
Чл.11 Отделът има следните функции:
1) установява местните данъци по ЗМДТ;
2) събира таксата за битови отпадъци.
Чл. 12. Служителите спазват правилника за вътрешния ред.
`,
	/** Dashes, lines broken anywhere, non-breaking spaces and a Latin letter. 3 functions. */
	dashes: `Член\u00a07. Отдeл „Екология“\u00a0изпълнява следните дейности:
–\u00a0контролира сметосъбирането в
населените места;
– поддържа зелените площи, паркове и гра-
дини;
– организира кампании.
Член 8. Настоящите правила са задължителни.
`,
	/** One article with a bare list for each unit, no phrase at all. 5 functions. */
	bare: `Чл. 24. Функциите по звена са:
1. Отдел „Бюджет“:
а) изготвя месечни отчети;
б) следи просрочените задължения.
2. Отдел „Образование“:
а) координира училищата;
б) води списък на децата за детска градина;
в) организира транспорта на учениците.
`,
	/** Two lists inside one article opened by unnumbered lines, numbered from 1 each. 4 functions. */
	leads: `Чл. 30. (1) В общината работят следните отдели.
Отдел „Човешки ресурси“ изпълнява следните функции:
т. 1 изготвя длъжностното разписание;
т. 2 води личните досиета.
Отдел „Правно
обслужване“ изпълнява следните функции:
т. 1 представлява общината пред съда;
т. 2 дава становища по чл. 21, ал. 1 от ЗМСМА и § 3 от ЗУТ.
(2) Кметът утвърждава длъжностните характеристики.
`,
	/** All in one line, as pasted from some files, with decimal sub-points. 4 functions. */
	inline: `Чл. 40. (1) Звено „Вътрешен одит“ изпълнява следните функции: 1. планира одитите; 2. извършва одитни ангажименти: 2.1. за увереност; 2.2. за консултиране; 3. следи препоръките; 4. докладва на кмета. (2) Звеното е на пряко подчинение на кмета.
`,
} as const;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export interface DocumentOptions {
	readonly numbering?: string;
	readonly styles?: string;
	readonly more?: Readonly<Record<string, string | Buffer>>;
}

/** A Word document around the XML of its body. */
export function aDocument(body: string, { numbering, styles, more = {} }: DocumentOptions = {}): Buffer {
	return aPackage({
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
		'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
		...(numbering !== undefined && { 'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>` }),
		...(styles !== undefined && { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` }),
		'word/header1.xml': `<w:hdr ${W}><w:p><w:r><w:t>Колонтитул</w:t></w:r></w:p></w:hdr>`,
		...more,
	});
}

/** A table of paragraphs; what is XML already stands in its cell as it is. */
export function aTable(rows: readonly (readonly string[])[]): string {
	const cell = (text: string) => `<w:tc>${text.startsWith('<w:') ? text : aParagraph(text)}</w:tc>`;
	return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A paragraph, in a list where `list` says which and at what level. */
export function aParagraph(text: string, list?: { readonly id: number; readonly level?: number }): string {
	const number = list
		? `<w:pPr><w:numPr><w:ilvl w:val="${list.level ?? 0}"/><w:numId w:val="${list.id}"/></w:numPr></w:pPr>`
		: '';
	return `<w:p>${number}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
