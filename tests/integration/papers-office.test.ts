import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opinionsPaper } from '#exports/council-papers/opinions.ts';
import { councilPaper } from '#exports/council-papers/papers.ts';
import { PAPER_KINDS } from '#exports/council-papers/model.ts';
import { expectedCells, expectedParts } from '#exports/shared/expected.ts';
import { proposalWorkbook } from '#exports/proposal/workbook.ts';
import { wordBytes } from '#exports/shared/word.ts';
import { workbookBytes } from '#exports/shared/write.ts';
import { loadFixtures } from '#fixtures/load.ts';
import { cellAddress } from '#lib/domain/imports/index.ts';
import { compareCells, compareDocuments } from '#lib/domain/publication/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { readPaper } from '#lib/server/reading/paper.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { aProposalModel, OPERATIONS } from '#tests/exports/proposal-sample.ts';
import { factsOf, modelOf } from '#tests/support/papers-world.ts';

const OFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path));
const KINDS = PAPER_KINDS.filter((kind) => kind !== 'minutes' && kind !== 'decision');
const [elena] = loadFixtures().structures;

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'ustroy-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The files opened by an office program and saved by it anew. */
async function savedAnew(files: Readonly<Record<string, Uint8Array>>, format: string): Promise<string> {
	const out = join(folder, 'out');
	const paths = Object.entries(files).map(([name, bytes]) => ({ path: join(folder, name), bytes }));
	for (const { path, bytes } of paths) await writeFile(path, bytes);
	const profile = `-env:UserInstallation=file://${folder}/profile`;
	const options = [profile, '--headless', '--convert-to', format, '--outdir', out];
	await promisify(execFile)(OFFICE ?? '', [...options, ...paths.map(({ path }) => path)]);
	return out;
}

describe.runIf(OFFICE !== undefined && elena !== undefined)('an office program', () => {
	it('opens every Word paper, and its numbers are those of the snapshot', { timeout: 120_000 }, async () => {
		const model = modelOf(factsOf(elena!, OPERATIONS));
		const papers = KINDS.map((kind) => ({ kind, paper: councilPaper(kind, model) }));
		const files: Record<string, Uint8Array> = {};
		for (const { kind, paper } of papers) files[`${kind}.docx`] = await wordBytes(paper);
		const out = await savedAnew(files, 'docx:MS Word 2007 XML');
		for (const { kind, paper } of papers) {
			const found = await readPaper(await readFile(join(out, `${kind}.docx`)));
			const compared = compareDocuments(expectedParts(paper), found);
			expect({ kind, differences: compared.differences }).toEqual({ kind, differences: [] });
			expect(compared.numbers, kind).toBeGreaterThan(0);
		}
	});

	it(
		'opens the ledger of opinions, and its words are those of the ledger',
		{ timeout: 120_000 },
		async () => {
			const { colophon } = modelOf(factsOf(elena!, OPERATIONS));
			const said = {
				receivedOn: isoDate('2026-11-20'),
				body: 'Да остане.\nКакто е.',
				motive: 'Няма средства.',
			};
			const on = { point: 3, amendmentNumber: 2, amendmentState: 'accepted' } as const;
			const paper = opinionsPaper({
				...{ colophon, day: isoDate('2026-12-01'), number: 14, title: 'Структура' },
				opinions: [
					{ ...said, ...on, number: 1, source: 'union', name: 'Синдикат', answer: 'partly' },
					{ ...said, ...on, number: 2, source: 'citizen', name: null, answer: null },
				],
			});
			const out = await savedAnew({ 'opinions.docx': await wordBytes(paper) }, 'docx:MS Word 2007 XML');
			const found = await readPaper(await readFile(join(out, 'opinions.docx')));
			const compared = compareDocuments(expectedParts(paper), found);
			expect(compared.differences).toEqual([]);
			expect(compared.numbers).toBeGreaterThan(0);
		},
	);

	it('works the workbook out to the numbers of the snapshot', { timeout: 120_000 }, async () => {
		const spec = proposalWorkbook(aProposalModel());
		const out = await savedAnew(
			{ 'proposal.xlsx': await workbookBytes(spec) },
			'xlsx:Calc MS Excel 2007 XML',
		);
		const bytes = await readFile(join(out, 'proposal.xlsx'));
		const { sheets } = await readTables(bytes, { name: 'proposal.xlsx' });
		const found = new Map(
			sheets.map(({ name, rows }) => [
				name,
				new Map(
					rows.flatMap(({ number, cells }) =>
						cells.flatMap((cell, column) =>
							cell && !cell.inferred ? [[cellAddress(column, number), cell.value] as const] : [],
						),
					),
				),
			]),
		);
		const compared = compareCells(expectedCells(spec), found);
		expect(compared.differences).toEqual([]);
		expect(compared.numbers).toBeGreaterThan(1000);
	});
});
