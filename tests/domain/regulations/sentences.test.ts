import { describe, expect, it } from 'vitest';
import {
	CLAUSE_STEP,
	clausesOfPoint,
	findFunctions,
	findLeftOut,
	parseRegulation,
	stateByHand,
} from '#lib/domain/regulations/index.ts';

const functions = (text: string) =>
	findFunctions(text, parseRegulation(text)).map(
		({ anchor, ownerText, wording }) => `${anchor} | ${ownerText ?? '—'} | ${wording}`,
	);
const leftOut = (text: string) => {
	const nodes = parseRegulation(text);
	return findLeftOut(text, nodes, findFunctions(text, nodes)).map(
		({ node, reason }) => `${nodes[node]?.anchor ?? ''} ${reason}`,
	);
};

describe('a point of a list', () => {
	it.each([
		['Контролира събирането на таксите и изплаща обезщетения', 2],
		['Ръководи и координира дейността на звената', 1],
		['Води регистър, издава удостоверения и изготвя справки', 3],
		['Управлението на имотите и води регистър', 1],
	])('„%s“ names %i acts that can be parted', (wording, count) => {
		expect(clausesOfPoint(wording)).toHaveLength(count);
	});
});

describe('the functions in a sentence', () => {
	it.each([
		[
			'Домашен социален патронаж доставя храна по домовете и поддържа жилищата.',
			['Доставя храна по домовете', 'Поддържа жилищата'],
		],
		[
			'Отдел „Х“ е част от дирекцията и има за задача да води регистъра и да издава справки.',
			['Води регистъра', 'Издава справки'],
		],
		[
			'Главният счетоводител пряко ръководи счетоводството и подписва платежните документи.',
			['Ръководи счетоводството', 'Подписва платежните документи'],
		],
		['Секретарят се назначава от кмета и организира деловодството.', ['Организира деловодството']],
	])('are found in „%s“', (sentence, wordings) => {
		const text = `Чл. 4. ${sentence}`;
		const found = findFunctions(text, parseRegulation(text));
		expect(found.map(({ wording }) => wording)).toEqual(wordings);
	});
	it('belong to the post without the word for how it works', () => {
		const text = 'Чл. 4. Главният счетоводител пряко ръководи счетоводството.';
		expect(functions(text)).toEqual(['чл. 4 | Главният счетоводител | Ръководи счетоводството']);
	});
	it('are its clauses, each of which begins with what the unit does', () => {
		const text =
			'Чл. 33. Отдел „Култура“ води регистър на паметниците, изготвя културния календар и организира празници.';
		expect(functions(text)).toEqual([
			'чл. 33 | Отдел „Култура“ | Води регистър на паметниците',
			'чл. 33 | Отдел „Култура“ | Изготвя културния календар',
			'чл. 33 | Отдел „Култура“ | Организира празници',
		]);
	});
	it('keep several verbs of one object together', () => {
		expect(functions('Чл. 1. Звено „Одит“ планира, извършва и докладва одитите.')).toEqual([
			'чл. 1 | Звено „Одит“ | Планира, извършва и докладва одитите',
		]);
	});
	it('belong to the unit of the sentence before when it only says „отделът“', () => {
		const text = 'Чл. 2. Отдел „Чистота“ организира сметосъбирането. Отделът поддържа парковете.';
		expect(functions(text)).toEqual([
			'чл. 2 | Отдел „Чистота“ | Организира сметосъбирането',
			'чл. 2 | Отдел „Чистота“ | Поддържа парковете',
		]);
	});
	it('belong to the unit of the sentence before when they begin with the verb', () => {
		const text =
			'Чл. 2. (1) Отдел „Чистота“ организира сметосъбирането. При необходимост почиства сметищата.\n(2) Поддържа парковете.';
		expect(functions(text)).toEqual([
			'чл. 2, ал. 1 | Отдел „Чистота“ | Организира сметосъбирането',
			'чл. 2, ал. 1 | Отдел „Чистота“ | Почиства сметищата',
			'чл. 2, ал. 2 | Отдел „Чистота“ | Поддържа парковете',
		]);
	});
	it('are not of the unit before when a subject stands between', () => {
		const text = 'Чл. 2. Отдел „А“ води регистър. При отсъствие кметът възлага работата. Издава заповед.';
		expect(functions(text)).toEqual(['чл. 2 | Отдел „А“ | Води регистър']);
	});
	it('may follow a colon without numbers, separated by semicolons', () => {
		const text = 'Чл. 3. Отдел „Канцелария“ изпълнява следните функции: приема пощата; съхранява печатите.';
		expect(functions(text)).toEqual([
			'чл. 3 | Отдел „Канцелария“ | Приема пощата',
			'чл. 3 | Отдел „Канцелария“ | Съхранява печатите',
		]);
	});
	it('are numbered apart from their part, so that each is decided by itself', () => {
		const text = 'Чл. 1. Отдел „А“ води регистър и издава справки.';
		const found = findFunctions(text, parseRegulation(text));
		expect(found.map(({ node, part }) => [node, part])).toEqual([
			[0, 0],
			[CLAUSE_STEP, 0],
		]);
	});
	it.each([
		'Чл. 1. Дирекцията се ръководи от директор.',
		'Чл. 1. Дирекция „Финанси“ се състои от отдел „Бюджет“ и отдел „Каса“.',
		'Чл. 1. Отделите взаимодействат помежду си.',
		'Чл. 1. Деловодството се води от експерт и архивът се предава по реда на закона.',
		'Чл. 1. Деловодство и куриер – извършва се от младши експерт.',
		'Чл. 1. Директорът се назначава от кмета и отговаря пред него.',
		'Чл. 1. Директорите на дирекции организират работата.',
		'Чл. 1. Кметът на общината организира изпълнението на бюджета.',
		'Чл. 1. В отдела се назначават служители.',
		'Чл. 1. Музеят приема посетители от 9.00 до 17.00 часа.',
		'Чл. 1. Кандидатът представя лична карта.',
		'Чл. 1. Служителите носят дисциплинарна отговорност.',
		'Чл. 1. Отделът осъществява дейността си при спазване на закона.',
		'§ 1. Отдел „Канцелария“ води деловодството до 31 декември.',
	])('are none in „%s“', (text) => {
		expect(functions(text)).toEqual([]);
	});
});

it('the clause that every unit has is told from a function', () => {
	const text =
		'Чл. 1. Отдел „А“ изпълнява следните функции:\n1. води регистър;\n2. изпълнява и други задачи, възложени от кмета;\n3. изпълнява задачи по отбраната, възложени със закон.';
	expect(findFunctions(text, parseRegulation(text)).map(({ isGeneral }) => isGeneral)).toEqual([
		false,
		true,
		false,
	]);
});

describe('what the reading left out', () => {
	it('is named with the reason', () => {
		const text = [
			'Чл. 1. Правилникът урежда дейността.',
			'Чл. 2. Отдел „А“ изпълнява следните функции:\n1. води регистър;\n2. (отм.)',
			'Чл. 3. Отдел „А“ включва следните длъжности:\n1. началник;',
			'Чл. 4. Заявленията се подават:\n1. лично;',
		].join('\n');
		expect(leftOut(text)).toEqual([
			'чл. 1 sentence',
			'чл. 2, т. 2 repealed',
			'чл. 3, т. 1 other-list',
			'чл. 4, т. 1 not-announced',
		]);
	});
	it('are the powers of the mayor and of the council, unless the act calls them functions', () => {
		const text = [
			'Чл. 1. Кметът на общината:\n1. ръководи изпълнителната дейност;\n2. назначава служителите.',
			'Чл. 2. Председателят на общинския съвет:\n1. свиква съвета;\n2. ръководи заседанията.',
			'Чл. 3. Кметът на общината изпълнява следните функции:\n1. утвърждава структурата;\n2. издава заповеди.',
			'Чл. 4. Кметът на кметството:\n1. води регистър;\n2. осигурява приема.',
		].join('\n');
		expect(leftOut(text)).toEqual([
			'чл. 1, т. 1 organ',
			'чл. 1, т. 2 organ',
			'чл. 2, т. 1 organ',
			'чл. 2, т. 2 organ',
		]);
		expect(functions(text).map((one) => one.split(' | ')[1])).toEqual([
			...['Кметът на общината', 'Кметът на общината', 'Кметът на кметството', 'Кметът на кметството'],
		]);
	});
	it('becomes a function when a person marks it, with the unit named before', () => {
		const text = 'Чл. 1. Отдел „Архив“ се ръководи от началник.\nЧл. 2. Отдел „Архив“ отговаря и за архива.';
		const nodes = parseRegulation(text);
		expect(stateByHand(text, nodes, 0)).toMatchObject({
			wording: 'Отдел „Архив“ се ръководи от началник',
			way: 'hand',
			ownerText: 'Отдел „Архив“',
		});
		expect(stateByHand(text, nodes, 99)).toBeUndefined();
	});
});
