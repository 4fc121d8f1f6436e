import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport, readNumber, type SheetChoices } from '#lib/domain/imports/index.ts';
import { aGrid } from '#tests/support/grid.ts';
import { aContext, planOf, sheetOf } from '#tests/support/import.ts';
import { smallStructure } from '#tests/support/small-structure.ts';

const HEAD = ['№', 'Звено', 'Длъжност', 'Брой по щат', 'Брой заети'];
const cell = fc.oneof(
	fc.constantFrom(
		null,
		'',
		'Звено dir',
		'Звено prop',
		'Длъжност p-acc',
		'гл. експерт',
		'ОБЩО',
		'Забележка: нещо',
	),
	fc.constantFrom('1', '2,5', '½', '0,3', 'x', '=A1', 'Дирекция „Нова“', 1, 2, 3.5, -1),
	fc.string({ maxLength: 12 }),
);
const table = fc.array(fc.array(cell, { minLength: 0, maxLength: 6 }), { maxLength: 25 });
const band = { first: 1, last: 1 };
const columns = { 1: 'unit', 2: 'title', 3: 'approved', 4: 'occupied' } as const;
const decided: Partial<SheetChoices> = { kind: 'staffing', band, columns };

describe('whatever stands in a table', () => {
	it('has every filled row below the heading accepted, corrected or skipped, once', () => {
		fc.assert(
			fc.property(
				table,
				fc.dictionary(
					fc.integer({ min: 2, max: 26 }).map((row) => `${row}:approved`),
					fc.string(),
				),
				(rows, fixes) => {
					const grid = aGrid([HEAD, ...rows]);
					const { counts, sheets } = planOf(smallStructure(), [grid], { decided: { ...decided, fixes } });
					const filled = grid.rows.filter(({ number }) => number > 1).map(({ number }) => number);
					expect(sheets[0]?.outcomes.map(({ row }) => row)).toEqual(filled);
					expect(counts.rowsIn).toBe(filled.length);
					expect(counts.accepted + counts.corrected + counts.skipped).toBe(counts.rowsIn);
					expect(counts.withErrors).toBeLessThanOrEqual(counts.skipped);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('gives the same plan twice, and never a post outside its rules', () => {
		fc.assert(
			fc.property(table, fc.constantFrom('merge', 'close', 'replace'), (rows, mode) => {
				const sheet = sheetOf(aGrid([HEAD, ...rows]), decided);
				const context = aContext(smallStructure(), { mode });
				const plan = planImport([sheet], context);
				expect(planImport([sheet], context)).toEqual(plan);
				const units = new Set(plan.after.units.map(({ key }) => key));
				for (const post of plan.after.posts) {
					expect(post.occupied).toBeLessThanOrEqual(post.approved);
					expect(units.has(post.unitKey)).toBe(true);
				}
			}),
			{ numRuns: 200 },
		);
	});

	it('changes nothing the second time', () => {
		fc.assert(
			fc.property(table, (rows) => {
				const structure = smallStructure();
				const sheet = sheetOf(aGrid([HEAD, ...rows]), decided);
				const first = planImport([sheet], aContext(structure));
				const again = planImport([sheet], aContext({ ...structure, ...first.after }));
				expect(again.changes).toEqual([]);
			}),
			{ numRuns: 200 },
		);
	});
});

describe('reading a number', () => {
	it('gives back what was written in the Bulgarian manner', () => {
		const amount = fc.integer({ min: 0, max: 99_999_999 }).map((value) => value / 4);
		fc.assert(
			fc.property(amount, fc.constantFrom('', ' ', '\u00a0', '\u202f'), (value, blank) => {
				const [whole = '', rest = ''] = String(value).split('.');
				const grouped = whole.replace(/\B(?=(\d{3})+$)/g, blank);
				expect(readNumber(rest === '' ? grouped : `${grouped},${rest}`)).toBe(value);
			}),
		);
	});
});
