import { describe, expect, it } from 'vitest';
import { excerptOf, findFunctions, parseRegulation } from '#lib/domain/regulations/index.ts';
import { REGULATIONS } from '#tests/support/regulations.ts';

const anchors = (text: string) => parseRegulation(text).map(({ anchor }) => anchor);
const functions = (text: string) =>
	findFunctions(text, parseRegulation(text)).map(
		({ anchor, ownerText, wording }) => `${anchor} | ${ownerText ?? '—'} | ${wording}`,
	);

describe('the parts of an act', () => {
	it('are chapters, sections, articles, sub-paragraphs, points and letters with their citations', () => {
		expect(anchors(REGULATIONS.classic)).toEqual([
			...['Начало', 'Глава първа', 'чл. 1', 'чл. 2', 'чл. 2, ал. 1', 'чл. 2, ал. 1, т. 1'],
			...[
				'чл. 2, ал. 1, т. 2',
				'чл. 2, ал. 2',
				'Глава втора',
				'Глава втора, Раздел I',
				'чл. 3',
				'чл. 3, ал. 1',
			],
			...['чл. 3, ал. 2', 'чл. 3, ал. 2, т. 1', 'чл. 3, ал. 2, т. 2', 'чл. 3, ал. 2, т. 3'],
			...[
				'чл. 3, ал. 2, т. 3, б. „а“',
				'чл. 3, ал. 2, т. 3, б. „б“',
				'чл. 3, ал. 2, т. 4',
				'чл. 3, ал. 2, т. 5',
			],
			...['Глава втора, Раздел II', 'чл. 4', 'чл. 5', 'чл. 5, т. 1', 'Заключителни разпоредби', '§ 1'],
		]);
	});
	it('carry the reference that the law uses', () => {
		const node = parseRegulation(REGULATIONS.classic).find(
			({ anchor }) => anchor === 'чл. 3, ал. 2, т. 3, б. „б“',
		);
		expect(node?.reference).toEqual({ article: '3', subParagraph: '2', point: '3', letter: 'б' });
	});
	it('of a list that begins anew are told apart, and their reference stays with what can be named', () => {
		const nodes = parseRegulation(REGULATIONS.leads);
		const doubled = nodes.filter(({ kind, number }) => kind === 'point' && number === '1');
		expect(doubled.map(({ anchor }) => anchor)).toEqual([
			'чл. 30, ал. 1, абз. 1, т. 1',
			'чл. 30, ал. 1, абз. 2, т. 1',
		]);
		expect(doubled[0]?.reference).toEqual({ article: '30', subParagraph: '1' });
	});
	it('are not opened by a citation that a line break tore off', () => {
		const text =
			'Чл. 1. Отделът прилага\nчл. 44, ал. 1 от ЗМСМА и\nал. 2 от същия член, както и\nт. 5 от наредбата.\n';
		expect(anchors(text)).toEqual(['чл. 1']);
	});
	it('are not opened by a year or a date at the beginning of a line', () => {
		expect(anchors('Чл. 1. Приет на\n15. 03. 2024 г. от\n2024 г. насам.\n')).toEqual(['чл. 1']);
	});
});

describe('the functions that an act states', () => {
	it('are the points of „изпълнява следните функции“ with the unit named before, not the list of units', () => {
		expect(functions(REGULATIONS.classic)).toEqual([
			'чл. 3, ал. 2, т. 1 | Дирекция „Обща администрация“ | Организира деловодството и документооборота',
			'чл. 3, ал. 2, т. 2 | Дирекция „Обща администрация“ | Води регистър на заповедите по чл. 44, ал. 2 от ЗМСМА',
			'чл. 3, ал. 2, т. 3, б. „а“ | Дирекция „Обща администрация“ | Подрежда учрежденския архив',
			'чл. 3, ал. 2, т. 3, б. „б“ | Дирекция „Обща администрация“ | Предава документи в Държавен архив',
			'чл. 3, ал. 2, т. 5 | Дирекция „Обща администрация“ | Осигурява приема на граждани',
			'чл. 5, т. 1 | Отдел „Устройство на територията“ | Издава скици на поземлени имоти',
		]);
	});
	it('belong to the unit in the title above an article that says only „отделът“', () => {
		expect(functions(REGULATIONS.titles)).toEqual([
			'чл. 10, т. 1 | Дирекция „ФИНАНСИ“ | Съставя проекта на бюджет',
			'чл. 10, т. 2 | Дирекция „ФИНАНСИ“ | Отчита изпълнението на бюджета',
			'чл. 11, т. 1 | Отдел „МЕСТНИ ДАНЪЦИ И ТАКСИ“ | Установява местните данъци по ЗМДТ',
			'чл. 11, т. 2 | Отдел „МЕСТНИ ДАНЪЦИ И ТАКСИ“ | Събира таксата за битови отпадъци',
		]);
	});
	it('may be dashes, on broken lines, with a Latin letter in the name of the unit', () => {
		expect(functions(REGULATIONS.dashes)).toEqual([
			'чл. 7, тире 1 | Отдел „Екология“ | Контролира сметосъбирането в населените места',
			'чл. 7, тире 2 | Отдел „Екология“ | Поддържа зелените площи, паркове и градини',
			'чл. 7, тире 3 | Отдел „Екология“ | Организира кампании',
		]);
	});
	it('may stand under the bare names of the units', () => {
		expect(functions(REGULATIONS.bare)).toEqual([
			'чл. 24, т. 1, б. „а“ | Отдел „Бюджет“ | Изготвя месечни отчети',
			'чл. 24, т. 1, б. „б“ | Отдел „Бюджет“ | Следи просрочените задължения',
			'чл. 24, т. 2, б. „а“ | Отдел „Образование“ | Координира училищата',
			'чл. 24, т. 2, б. „б“ | Отдел „Образование“ | Води списък на децата за детска градина',
			'чл. 24, т. 2, б. „в“ | Отдел „Образование“ | Организира транспорта на учениците',
		]);
	});
	it('may follow an unnumbered line that goes over two lines', () => {
		expect(functions(REGULATIONS.leads)).toEqual([
			'чл. 30, ал. 1, абз. 1, т. 1 | Отдел „Човешки ресурси“ | Изготвя длъжностното разписание',
			'чл. 30, ал. 1, абз. 1, т. 2 | Отдел „Човешки ресурси“ | Води личните досиета',
			'чл. 30, ал. 1, абз. 2, т. 1 | Отдел „Правно обслужване“ | Представлява общината пред съда',
			'чл. 30, ал. 1, абз. 2, т. 2 | Отдел „Правно обслужване“ | Дава становища по чл. 21, ал. 1 от ЗМСМА и § 3 от ЗУТ',
		]);
	});
	it('may all stand in one line; sub-points that only go on with a sentence belong to it', () => {
		expect(functions(REGULATIONS.inline)).toEqual([
			'чл. 40, ал. 1, т. 1 | Звено „Вътрешен одит“ | Планира одитите',
			'чл. 40, ал. 1, т. 2 | Звено „Вътрешен одит“ | Извършва одитни ангажименти: за увереност; за консултиране',
			'чл. 40, ал. 1, т. 3 | Звено „Вътрешен одит“ | Следи препоръките',
			'чл. 40, ал. 1, т. 4 | Звено „Вътрешен одит“ | Докладва на кмета',
		]);
	});
	it('are none in lists of posts, units, rights and documents', () => {
		const text = [
			'Чл. 1. Отдел „Бюджет“ включва следните длъжности:\n1. началник;\n2. експерт.',
			'Чл. 2. Кметът има следните права:\n1. издава заповеди;',
			'Чл. 3. Към молбата се прилагат следните документи:\n1. скица;',
			'Чл. 4. Дирекция „Финанси“ се състои от следните отдели и функциите им:\n1. отдел „Бюджет“;',
		].join('\n');
		expect(functions(text)).toEqual([]);
	});
	it('are of nobody where the act speaks of the whole administration, whatever list stands before', () => {
		const text = [
			'Чл. 1. Отдел „Бюджет“ изпълнява следните функции:\n1. съставя бюджета;',
			'Чл. 2. Дейността на администрацията в областта на образованието е следната:\n1. координира училищата;\n2. организира превоза на учениците.',
		].join('\n');
		expect(functions(text)).toEqual([
			'чл. 1, т. 1 | Отдел „Бюджет“ | Съставя бюджета',
			'чл. 2, т. 1 | — | Координира училищата',
			'чл. 2, т. 2 | — | Организира превоза на учениците',
		]);
	});
	it.each([
		['Дирекция „Финанси“ отговаря за: а) бюджета; б) дълга.', 'Дирекция „Финанси“', 'чл. 4, б. „а“'],
		['Главният архитект: 1. съгласува проекти; 2. издава визи.', 'Главният архитект', 'чл. 4, т. 1'],
		[
			'Контрольорът се назначава от кмета и изпълнява следните функции:\n1. предварителен контрол;\n2. проверки.',
			'Контрольорът',
			'чл. 4, т. 1',
		],
	])('are the points of „%s“', (sentence, owner, anchor) => {
		const text = `Чл. 4. ${sentence}`;
		const found = findFunctions(text, parseRegulation(text));
		expect(found.map(({ ownerText }) => ownerText)).toEqual([owner, owner]);
		expect(found[0]?.anchor).toBe(anchor);
	});
	it('end where a paragraph behind a blank line goes on with something else', () => {
		const text = 'Отдел „Х“:\n1. води регистър;\n2. издава справки.\n\nРаботно време от 8.30 часа.';
		expect(functions(text).at(-1)).toMatch(/Издава справки$/u);
	});
});

describe('the beginning of a part', () => {
	it('is the whole of a short one', () => {
		expect(excerptOf('Правилникът влиза в сила.')).toBe('Правилникът влиза в сила.');
	});
	it('ends after a whole word of a long one', () => {
		const cut = excerptOf('устройство, '.repeat(40));
		expect(cut.length).toBeLessThanOrEqual(200);
		expect(cut).toMatch(/устройство…$/u);
	});
});
