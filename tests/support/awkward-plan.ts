import {
	checkTotals,
	classifyRows,
	guessChoices,
	planImport,
	type ImportPlan,
	type SheetChoices,
} from '#lib/domain/imports/index.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { aWorkbook, type SheetSpec } from './awkward.ts';
import { aContext } from './import.ts';
import { aStructure, aUnit } from './small-structure.ts';

/** A town with the units that the tables name. */
const UNITS = ['Отдел „Бюджет“', 'Отдел „ТСУ“', 'Сектор „ГРАО“', 'Кметство с. Беброво'];
export function anAwkwardTown() {
	return aStructure({
		units: [
			aUnit('kmet', null, { kind: 'mayor', part: 'direct', name: { bg: 'Кмет на община Елена', en: null } }),
			aUnit('oa', 'kmet', { kind: 'directorate', name: { bg: 'Дирекция „Обща администрация“', en: null } }),
			aUnit('sa', 'kmet', {
				kind: 'directorate',
				name: { bg: 'Дирекция „Специализирана администрация“', en: null },
			}),
			...UNITS.map((name, at) => aUnit(`u${at}`, 'sa', { name: { bg: name, en: null }, sort: at })),
		],
	});
}

export async function read(...sheets: readonly SheetSpec[]) {
	return (await readTables(await aWorkbook(...sheets), { name: 'проба' })).sheets;
}

export async function planned(spec: SheetSpec, decided: Partial<SheetChoices> = {}): Promise<ImportPlan> {
	const grids = await read(spec);
	const sheets = grids.map((grid) => ({ grid, choices: { ...guessChoices(grid, []), ...decided } }));
	return planImport(sheets, aContext(anAwkwardTown()));
}

export const approvedOf = (plan: ImportPlan) =>
	plan.after.posts.reduce((sum, { approved }) => sum + approved, 0);
export const occupiedOf = (plan: ImportPlan) =>
	plan.after.posts.reduce((sum, { occupied }) => sum + occupied, 0);

export async function totalsOf(spec: SheetSpec) {
	const [grid] = await read(spec);
	return checkTotals(classifyRows(grid!, guessChoices(grid!, [])));
}
