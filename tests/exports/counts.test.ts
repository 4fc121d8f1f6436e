import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { countsDocument, countsFileName } from '#exports/counts/document.ts';
import { documentBytes } from '#exports/shared/document.ts';
import { FUNCTION_KINDS, type FunctionCount, type FunctionKind } from '#lib/domain/org/index.ts';
import { openPackage } from '#lib/server/reading/zip.ts';
import { aProposalModel } from './proposal-sample.ts';

const none: FunctionCount = { all: 0, local: 0 };
const kinds = (more: Partial<Record<FunctionKind, FunctionCount>>) =>
	Object.fromEntries(FUNCTION_KINDS.map((kind) => [kind, more[kind] ?? none])) as Record<
		FunctionKind,
		FunctionCount
	>;
const seven: FunctionCount = { all: 7, local: 2 };

function aPaper() {
	return {
		colophon: aProposalModel().colophon,
		areas: [
			{ name: { bg: 'Екология <и> „отпадъци“', en: null }, kinds: kinds({ control: seven }), total: seven },
		],
		total: { kinds: kinds({ control: seven }), total: seven },
		hasLocalActs: true,
	};
}

async function partOf(name: string, paper = aPaper()): Promise<string> {
	const part = openPackage(Buffer.from(await documentBytes(countsDocument(paper)))).open(name);
	return part ? text(part) : '';
}

/** The texts of the table by rows, as an office program shows them. */
async function tableOf(paper = aPaper()): Promise<readonly (readonly string[])[]> {
	const rows = (await partOf('word/document.xml', paper)).match(/<w:tr[ >].*?<\/w:tr>/gu) ?? [];
	return rows.map((row) =>
		(row.match(/<w:tc>.*?<\/w:tc>/gu) ?? []).map((cell) => cell.replace(/<[^>]*>/gu, '')),
	);
}

describe('the counting view as a document', () => {
	test('has the areas down, the types across, and local functions in brackets', async () => {
		const [head, row, total] = await tableOf();
		expect(head?.[0]).toBe('Област на политика');
		expect(head).toHaveLength(FUNCTION_KINDS.length + 2);
		const control = 1 + FUNCTION_KINDS.indexOf('control');
		expect(row?.[0]).toBe('Екология &lt;и&gt; „отпадъци“');
		expect(row?.[control]).toBe('7 (в\u00a0т.ч.\u00a02\u00a0местни)');
		expect(row?.[control === 1 ? 2 : 1]).toBe('–');
		expect(total?.at(-1)).toBe('7 (в\u00a0т.ч.\u00a02\u00a0местни)');
	});

	test('repeats the head of the table and numbers the pages', async () => {
		expect(await partOf('word/document.xml')).toContain('<w:tblHeader/>');
		expect(await partOf('word/footer1.xml')).toContain('>NUMPAGES<');
	});

	test('is the same file for the same figures', async () => {
		const bytes = async () => Buffer.from(await documentBytes(countsDocument(aPaper())));
		expect((await bytes()).equals(await bytes())).toBe(true);
		expect(await partOf('docProps/core.xml')).toContain(aPaper().colophon.createdAt.slice(0, 19));
	});

	test('says when it is not known which functions are local', async () => {
		const paper = { ...aPaper(), hasLocalActs: false };
		expect(await partOf('word/document.xml', paper)).toContain('броят на местните функции не е известен');
	});

	test('is named after the municipality', () => {
		expect(countsFileName(aPaper())).toMatch(/^Функции по област и тип .+\.docx$/u);
	});
});
