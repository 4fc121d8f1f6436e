import { describe, expect, it } from 'vitest';
import { findFunctions, parseRegulation } from '#lib/domain/regulations/index.ts';
import { readDocumentApart } from '#lib/server/jobs/document.ts';
import { readDocument } from '#lib/server/reading/document.ts';
import { aDocument, aParagraph, aTable } from '#tests/support/regulations.ts';
import { aPackage } from '#tests/support/packages.ts';

const NUMBERING = `
<w:abstractNum w:abstractNumId="0">
	<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Чл. %1."/></w:lvl>
	<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
	<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

const refusal = async (bytes: Buffer) => {
	const read = await readDocumentApart(bytes);
	return read.ok ? null : read.error;
};

describe('a Word document', () => {
	it('gives its paragraphs with the automatic numbers of its lists written out', async () => {
		const body = [
			aParagraph('Отдел „Бюджет“ изпълнява следните функции:', { id: 1 }),
			aParagraph('изготвя бюджета;', { id: 1, level: 1 }),
			aParagraph('в областта на приходите:', { id: 1, level: 1 }),
			aParagraph('следи вземанията;', { id: 1, level: 2 }),
			aParagraph('събира таксите.', { id: 1, level: 2 }),
			aParagraph('Отдел „Екология“ изпълнява следните функции:', { id: 1 }),
			aParagraph('поддържа парковете.', { id: 1, level: 1 }),
		].join('');
		const { text } = await readDocument(aDocument(body, { numbering: NUMBERING }));
		expect(text.split('\n')).toEqual([
			'Чл. 5. Отдел „Бюджет“ изпълнява следните функции:',
			'1. изготвя бюджета;',
			'2. в областта на приходите:',
			'а) следи вземанията;',
			'б) събира таксите.',
			'Чл. 6. Отдел „Екология“ изпълнява следните функции:',
			'1. поддържа парковете.',
		]);
		expect(findFunctions(text, parseRegulation(text)).map(({ anchor }) => anchor)).toEqual([
			'чл. 5, т. 1',
			'чл. 5, т. 2, б. „а“',
			'чл. 5, т. 2, б. „б“',
			'чл. 6, т. 1',
		]);
	});
	it('begins a list anew where the document says so, and numbers paragraphs by their style', async () => {
		const styled = '<w:p><w:pPr><w:pStyle w:val="Точка"/></w:pPr><w:r><w:t>трета</w:t></w:r></w:p>';
		const body = [
			aParagraph('първа', { id: 1, level: 1 }),
			aParagraph('отново първа', { id: 3, level: 1 }),
			styled,
			aParagraph('тире', { id: 2 }),
		].join('');
		const styles =
			'<w:style w:styleId="Точка"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>';
		const { text } = await readDocument(aDocument(body, { numbering: NUMBERING, styles }));
		expect(text).toBe('1. първа\n1. отново първа\n2. трета\n- тире');
	});
	it('passes over text boxes, deleted text, headers and footers, and says so', async () => {
		const body = `${aParagraph('Чл. 1. Текст.')}<w:txbxContent>${aParagraph('в кутия')}</w:txbxContent>
			<w:p><w:del><w:r><w:delText>старо</w:delText></w:r></w:del><w:ins><w:r><w:t>ново</w:t></w:r></w:ins></w:p>
			<w:p><w:r><w:t>стр</w:t><w:br w:type="page"/><w:t>две</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>`;
		const read = await readDocument(aDocument(body, { more: { 'word/vbaProject.bin': 'x' } }));
		expect(read.text).toBe('Чл. 1. Текст.\nново\nстр\fдве -');
		expect(read.notes).toEqual([
			{ code: 'document/text-boxes', count: 1 },
			{ code: 'document/deleted-text', count: 1 },
			{ code: 'document/macros', count: 1 },
		]);
	});
	it('gives the cells of its tables one after another, a number before what it numbers', async () => {
		const rows = [
			['№', 'Функция', 'Изпълнител'],
			['1', 'води регистър на договорите;', 'експерт'],
			['', 'съставя отчети;', ''],
			['2.1', aTable([['вътрешна', 'клетка']]), 'директор'],
		];
		const read = await readDocument(aDocument(`${aParagraph('Отдел:')}${aTable(rows)}${aParagraph('Край')}`));
		expect(read.text.split('\n')).toEqual([
			...['Отдел:', '№\t', 'Функция\t', 'Изпълнител\t', ''],
			...['1. води регистър на договорите;\t', 'експерт\t', '', 'съставя отчети;\t', ''],
			...['2.1. вътрешна', 'клетка\t', 'директор\t', '', 'Край'],
		]);
		expect(read.notes).toEqual([{ code: 'document/tables', count: 1 }]);
	});
	it('numbers a column of a table whose numbers Word counts', async () => {
		const row = (text: string) =>
			`<w:tr><w:tc>${aParagraph('', { id: 1, level: 1 })}</w:tc><w:tc>${aParagraph(text)}</w:tc></w:tr>`;
		const read = await readDocument(
			aDocument(`<w:tbl>${row('води дела')}${row('пише отчети')}</w:tbl>`, { numbering: NUMBERING }),
		);
		expect(read.text.match(/\S.*\S/gu)).toEqual(['1. води дела', '2. пише отчети']);
	});
	it('states the functions that stand in its tables, without what stands in the other cells', async () => {
		const numbered = [
			['№', 'Функция', 'Изпълнител'],
			['1.', 'Води регистър на договорите', 'Главен експерт'],
			['2.', 'Съставя справки за вземанията', 'Младши експерт'],
		];
		const byUnit = [
			['Звено', 'Функции'],
			[
				'Отдел „Пазари“',
				`${aParagraph('1. проверява тържищата;')}${aParagraph('2. събира таксите за места.')}`,
			],
			['Отдел „Паркове“', `${aParagraph('1. засажда дървета;')}${aParagraph('2. коси тревни площи.')}`],
			['Директор', '1', 'висше образование'],
		];
		const body = `${aParagraph('Чл. 5. Звено „Договори“ изпълнява следните функции:')}${aTable(numbered)}
			${aParagraph('Чл. 6. Функциите на отделите са в таблицата.')}${aTable(byUnit)}`;
		const { text } = await readDocument(aDocument(body));
		const found = findFunctions(text, parseRegulation(text));
		expect(found.map(({ ownerText, wording }) => `${ownerText}: ${wording}`)).toEqual([
			'Звено „Договори“: Води регистър на договорите',
			'Звено „Договори“: Съставя справки за вземанията',
			'Отдел „Пазари“: Проверява тържищата',
			'Отдел „Пазари“: Събира таксите за места',
			'Отдел „Паркове“: Засажда дървета',
			'Отдел „Паркове“: Коси тревни площи',
		]);
	});
	it('may have elements named like what every object has', async () => {
		const read = await readDocumentApart(aDocument(`<w:toString/>${aParagraph('Чл. 1. Текст.')}`));
		expect(read).toEqual({ ok: true, value: { text: 'Чл. 1. Текст.', notes: [] } });
	});
	it('of ten thousand paragraphs is read apart', async () => {
		const body = Array.from({ length: 10_000 }, (_, at) =>
			aParagraph(`точка ${at}`, { id: 1, level: 1 }),
		).join('');
		const read = await readDocumentApart(aDocument(body, { numbering: NUMBERING }));
		expect(read.ok && read.value.text.split('\n').at(-1)).toBe('10000. точка 9999');
	});
	it('that is a text file is read by its encoding', async () => {
		const cyrillic = Buffer.from([0xd7, 0xeb, 0x2e, 0x20, 0x31, 0x2e, 0x20, 0xee, 0xf2, 0xe4, 0xe5, 0xeb]);
		expect((await readDocument(cyrillic)).text).toBe('Чл. 1. отдел');
		expect((await readDocument(Buffer.from('Чл. 1. отдел'))).text).toBe('Чл. 1. отдел');
	});
});

describe('a document that cannot be read is refused with its reason', () => {
	const whole = aDocument(aParagraph('Чл. 1. Текст.'));
	it.each([
		['nothing in it', Buffer.alloc(0), 'file/empty'],
		['the old format of Word', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file/old-excel'],
		[
			'protected by a password',
			Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
			'file/encrypted',
		],
		['cut off', whole.subarray(0, whole.length - 30), 'file/damaged'],
		['another package', aPackage({ 'xl/workbook.xml': '<x/>' }), 'file/unknown-format'],
		['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2]), 'file/unknown-format'],
		['no text', aDocument('<w:p/>'), 'file/no-table'],
		[
			'entities',
			aPackage({
				'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body>&a;</w:body></w:document>',
			}),
			'file/damaged',
		],
		['a bomb', aDocument(`<w:p><w:r><w:t>${' '.repeat(40 * 1024 * 1024)}</w:t></w:r></w:p>`), 'file/bomb'],
		['far too many paragraphs', aDocument('<w:p/>'.repeat(60_000)), 'file/too-many-cells'],
	])('%s', async (_, bytes, code) => {
		expect(await refusal(bytes)).toBe(code);
	});

	it('and a hundred damaged ones do no more than that', async () => {
		const source = aDocument(
			Array.from({ length: 40 }, (_, at) => aParagraph(`Чл. ${at}. Текст`, { id: 1 })).join(''),
			{
				numbering: NUMBERING,
			},
		);
		let seed = 7;
		const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
		const outcomes = new Set<string>();
		for (let round = 0; round < 100; round++) {
			const bytes = Buffer.from(source);
			for (let hit = 0; hit <= round % 7; hit++) bytes[random(bytes.length)] = random(256);
			const cut = round % 10 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
			const read = await readDocument(cut).then(
				() => 'read',
				(error: unknown) => (error as Error).name,
			);
			outcomes.add(read);
		}
		expect([...outcomes].sort()).toEqual(['UnreadableFile', 'read']);
	});
});
