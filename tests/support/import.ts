import {
	guessChoices,
	NO_PLANS,
	planImport,
	type Grid,
	type ImportContext,
	type ImportPlan,
	type ImportSheet,
	type SheetChoices,
} from '#lib/domain/imports/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { aPost, aStructure, aUnit } from './small-structure.ts';

/** An import into a structure with a small register, merging, unless the test says otherwise. */
export function aContext(structure: Structure, more: Partial<ImportContext> = {}): ImportContext {
	return {
		structure,
		employees: [],
		requirements: [],
		competencies: [],
		policyAreas: [
			{ key: 'finance', name: 'Финанси' },
			{ key: 'territory', name: 'Устройство на територията' },
		],
		acts: [
			{ key: 'zmsma', names: ['ЗМСМА', 'Закон за местното самоуправление и местната администрация'] },
			{ key: 'zut', names: ['ЗУТ', 'Закон за устройство на територията'] },
		],
		plans: NO_PLANS,
		inUse: new Set(),
		mode: 'merge',
		prefix: 'pr',
		importId: 'i1',
		fileName: 'щат.xlsx',
		year: 2014,
		bgnPerEur: 1.95583,
		...more,
	};
}

/** A mayor with a department of one line of posts, and a directorate without any. */
export function aTown(): Structure {
	return aStructure({
		units: [
			aUnit('mayor', null, { kind: 'mayor', part: 'direct', name: { bg: 'Кмет', en: null } }),
			aUnit('tsu', 'mayor', { name: { bg: 'Отдел „ТСУ“', en: null } }),
			aUnit('ga', 'mayor', { kind: 'directorate', name: { bg: 'Дирекция „Обща администрация“', en: null } }),
		],
		posts: [aPost('p1', 'tsu', 2, { title: { bg: 'главен експерт', en: null } })],
	});
}

/** The choices that the file suggests, with what a person decided on top. */
export function sheetOf(grid: Grid, decided: Partial<SheetChoices> = {}): ImportSheet {
	return { grid, choices: { ...guessChoices(grid, []), ...decided } };
}

export function planOf(
	structure: Structure,
	grids: readonly Grid[],
	options: { readonly decided?: Partial<SheetChoices>; readonly context?: Partial<ImportContext> } = {},
): ImportPlan {
	const sheets = grids.map((grid) => sheetOf(grid, options.decided));
	return planImport(sheets, aContext(structure, options.context));
}

/** Row, field and code of every problem of the plan. */
export function problemsOf(plan: ImportPlan): readonly string[] {
	return plan.sheets.flatMap((sheet) =>
		(sheet?.outcomes ?? []).flatMap(({ problems }) =>
			problems.map(({ row, field, code }) => `${row} ${field} ${code}`),
		),
	);
}

export function errorsOf(plan: ImportPlan): readonly string[] {
	return plan.sheets.flatMap((sheet) =>
		(sheet?.outcomes ?? []).flatMap(({ problems }) =>
			problems
				.filter(({ severity }) => severity === 'error')
				.map(({ row, field, code }) => `${row} ${field} ${code}`),
		),
	);
}
