import {
	FUNCTION_KINDS,
	type AreaCounts,
	type FunctionCount,
	type LocalText,
} from '#lib/domain/org/index.ts';
import { localText, nameOfFunctionKind } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { printedDate, printLines, type Colophon } from '../shared/cover.ts';
import type { DocumentRow, TableDocument } from '../shared/document.ts';
import { documentFileName } from '../shared/file-name.ts';

type Counts = Omit<AreaCounts, 'area'>;

export interface CountsPaper {
	readonly colophon: Colophon;
	readonly areas: readonly (Counts & { readonly name: LocalText })[];
	readonly total: Counts;
	/** False while it is not known which functions are local. */
	readonly hasLocalActs: boolean;
}

/** Functions by policy area and type as a table for a report: „7 (в т.ч. 2 местни)“. */
export function countsDocument({ colophon, areas, total, hasLocalActs }: CountsPaper): TableDocument {
	const options = { locale: colophon.locale };
	const from = printedDate(colophon.structureValidFrom);
	return {
		title: m.functions_counts_areas({}, options),
		facts: [
			localText(colophon.municipality.name, options),
			`${m.exports_fact_structure({}, options)}: ${m.exports_structure_from({ date: from }, options)}`,
			`${m.exports_fact_as_of({}, options)}: ${printedDate(colophon.asOf)}`,
		],
		columns: [
			{ header: m.functions_field_area({}, options), width: 3 },
			...FUNCTION_KINDS.map((kind) => ({ header: nameOfFunctionKind(kind, options), width: 1.5 })),
			{ header: m.common_total({}, options), width: 1.5 },
		],
		rows: [
			...areas.map((area) => rowOf(localText(area.name, options), area, colophon)),
			{ ...rowOf(m.common_total({}, options), total, colophon), isTotal: true },
		],
		notes: hasLocalActs ? [] : [m.functions_counts_no_local({}, options)],
		page: printLines(colophon).page,
		orientation: 'landscape',
		createdAt: colophon.createdAt,
		madeBy: colophon.madeBy,
	};
}

/** „Функции по област и тип Община Елена.docx“. */
export function countsFileName({ colophon }: Pick<CountsPaper, 'colophon'>): string {
	const options = { locale: colophon.locale };
	return documentFileName([
		m.functions_counts_areas({}, options),
		localText(colophon.municipality.name, options),
	]);
}

function rowOf(name: string, { kinds, total }: Counts, { locale }: Colophon): DocumentRow {
	const textOf = ({ all, local }: FunctionCount) =>
		local > 0 ? m.functions_counts_cell({ all, local }, { locale }) : all > 0 ? String(all) : '–';
	return { cells: [name, ...FUNCTION_KINDS.map((kind) => textOf(kinds[kind])), textOf(total)] };
}
