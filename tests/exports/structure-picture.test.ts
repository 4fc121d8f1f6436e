import { describe, expect, it } from 'vitest';
import { unzipSync } from 'fflate';
import { structureAnnex } from '#exports/council-papers/annexes.ts';
import { sizeOfSvg } from '#exports/chart/png.ts';
import { drawingRoom, wordBytes, type WordBlock, type WordSheet } from '#exports/shared/word.ts';
import { operation } from '#tests/support/operations.ts';
import { balchik, factsOf, modelOf } from '#tests/support/papers-world.ts';
import { aPost, aStructure, aUnit, unitKey } from '#tests/support/small-structure.ts';

const named = (bg: string) => ({ bg, en: null });
const SMALLEST_LETTERS = 12.5;

/** A mayor with so many groups of eight directorates each. */
function administration(groups: number) {
	const keys = Array.from({ length: groups }, (_, at) => `group-${at}`);
	const units = keys.flatMap((group, sort) => [
		aUnit(group, 'kmet', { kind: 'group', part: 'specialised', sort, name: named(`Направление ${sort}`) }),
		...Array.from({ length: 8 }, (_, at) =>
			aUnit(`${group}-${at}`, group, {
				...{ kind: 'directorate', part: 'specialised', sort: at },
				name: named(`Дирекция „Устройство на територията и екология ${sort}.${at}“`),
			}),
		),
	]);
	const kmet = aUnit('kmet', null, { kind: 'mayor', part: 'direct', name: named('Кмет') });
	return aStructure({ units: [kmet, ...units], posts: [aPost('p-kmet', 'kmet', 1)] });
}

const rename = (key: string) =>
	operation('unit-rename', {
		...{ unitKey: unitKey(key), name: named('Дирекция „Нова“') },
		...{ kind: 'directorate', part: 'specialised' },
	});
const annexOf = (groups: number) =>
	structureAnnex(modelOf(factsOf(administration(groups), [rename('group-0-0')])));

/** Every drawing with the sheet on which it stands. */
function drawings({ sheet, blocks }: { readonly sheet: WordSheet; readonly blocks: readonly WordBlock[] }) {
	let on = sheet;
	return blocks.flatMap((block) => {
		if (block.kind === 'page-break') on = block.sheet ?? on;
		return block.kind === 'picture' ? [{ ...block, on }] : [];
	});
}

describe('the drawn structure of a decision', () => {
	it('stands on A4 where it is small', () => {
		const facts = factsOf(balchik(), [rename('spec')]);
		expect(drawings(structureAnnex(modelOf(facts))).map(({ on }) => on.paper)).toEqual(['A4', 'A4']);
	});

	it.each([1, 3, 12])('has letters of 7 points on a sheet that holds it: %i × 8 directorates', (groups) => {
		for (const { svg, scale, on } of drawings(annexOf(groups))) {
			const [size, room] = [sizeOfSvg(svg), drawingRoom(on)];
			expect((scale ?? 0) * SMALLEST_LETTERS).toBeGreaterThanOrEqual(7);
			expect(size.width * (scale ?? 0)).toBeLessThanOrEqual(room.width + 0.01);
			expect(size.height * (scale ?? 0)).toBeLessThanOrEqual(room.height + 0.01);
		}
	});

	it('goes on from sheet to sheet by number where A3 is too small, and leaves no unit out', () => {
		const after = drawings(annexOf(12)).slice(0, drawings(annexOf(12)).length / 2);
		expect(after.length).toBeGreaterThan(1);
		const all = after.map(({ svg }) => svg).join('\n');
		for (const [at, { svg }] of after.entries()) {
			expect(svg).toContain(`лист ${at + 1} от ${after.length}`);
			if (at > 0) expect(svg).toContain('(от лист 1)');
			if (at > 0) expect(after[0]?.svg).toContain(`>вж. лист ${at + 1}<`);
		}
		for (let group = 0; group < 12; group++)
			for (let at = 0; at < 8; at++) expect(all).toContain(group + at === 0 ? '„Нова“' : `${group}.${at}“`);
	});

	it('gives every drawing its own sheet in the file, and the tables the usual one', async () => {
		const parts = unzipSync(await wordBytes(annexOf(12)));
		const xml = Buffer.from(parts['word/document.xml'] ?? []).toString();
		const sizes = [...xml.matchAll(/<w:pgSz ([^/]*)\/>/gu)].map(([, size]) => size);
		// twentieths of a point: A3 lying, A4 lying, twice
		expect(sizes.map((size) => /w:w="(\d+)"/u.exec(size ?? '')?.[1])).toEqual([
			'23811',
			'16838',
			'23811',
			'16838',
		]);
	});
});
