import type { LocalText } from '#lib/domain/org/index.ts';
import {
	asId,
	ok,
	type CompetencyKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import {
	assessmentKey,
	COMPETENCY_GROUPS,
	computeCompetencyCells,
	computeCompetencyMatrix,
	SMALLEST_GROUP,
	type CompetencyCell,
	type CompetencyGroup,
	type MatrixCell,
	type MatrixTotal,
	type NeedCauseKind,
} from '#lib/domain/training/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { auditLook } from './training-look.ts';
import { listKeptNeeds } from './training-need.ts';
import { openTraining, type OpenTraining } from './training.ts';
import type { WorkspaceAddress } from './workspace.ts';

export const MATRIX_ROWS = ['people', 'posts', 'units'] as const;
export type MatrixRows = (typeof MATRIX_ROWS)[number];

export interface MatrixFilter {
	readonly rows: MatrixRows | null;
	readonly group: CompetencyGroup | null;
	/** One unit, and what a cause asks of whom; only where the persons may be seen, for the rest could be subtracted. */
	readonly unit?: string | null;
	readonly cause?: NeedCauseKind | null;
	/** Only rows and columns in which something is missing or not assessed. */
	readonly isOpenOnly: boolean;
}

export interface MatrixRowView {
	readonly key: string;
	/** A person's name, or the name of a post or a unit. */
	readonly name: LocalText;
	/** What stands under it: the post of a person, the unit of a post. */
	readonly detail: LocalText | null;
	/** The person's page; null where the actor may not see it. */
	readonly personId: string | null;
	readonly cells: readonly (MatrixCell | null)[];
	readonly total: MatrixTotal;
}

export interface MatrixView {
	readonly rows: readonly MatrixRowView[];
	readonly columns: readonly {
		readonly key: CompetencyKey;
		readonly name: LocalText;
		readonly group: CompetencyGroup;
		readonly weight: number;
		readonly total: MatrixTotal;
	}[];
	readonly total: MatrixTotal;
	readonly chosen: MatrixRows;
	readonly offered: readonly MatrixRows[];
	readonly groups: readonly CompetencyGroup[];
	/** Units to choose one from; none where one alone may not be shown. */
	readonly units: readonly { readonly key: string; readonly name: LocalText }[];
	/** People in service; null where persons may not be counted. */
	readonly people: number | null;
}

/**
 * Required against assessed competencies. Human resources see persons, a unit head those of the own unit;
 * everybody else sees what is asked of posts and units, without numbers about fewer than three people.
 * Looking at persons is written to the audit trail.
 */
export async function readCompetencyMatrix(
	ctx: Ctx,
	address: WorkspaceAddress,
	filter: MatrixFilter,
): Promise<Result<MatrixView, Refused>> {
	const opened = await openTraining(ctx, address);
	if (!opened.ok) return opened;
	const training = opened.value;
	const offered: readonly MatrixRows[] = training.view.kind === 'nobody' ? ['posts', 'units'] : MATRIX_ROWS;
	const chosen =
		filter.rows !== null && offered.includes(filter.rows) ? filter.rows : (offered[0] ?? 'units');
	if (chosen === 'people')
		await auditLook(ctx, training, { entity: 'competency-matrix', entityKey: training.municipality.slug });
	const isNarrowed = training.view.kind === 'everybody' || chosen === 'people';
	const asked = isNarrowed && filter.cause ? await askedBy(ctx, training, filter.cause) : null;
	const unit = (isNarrowed && filter.unit) || null;
	const narrow = (cell: CompetencyCell) =>
		(unit === null || cell.unitKey === unit) &&
		(asked === null || asked.has(assessmentKey(cell.employeeId, cell.competencyKey)));
	const isPart = unit !== null || asked !== null;
	return ok({
		...matrixView(training, chosen, { ...filter, narrow, isPart }),
		offered,
		units: isNarrowed ? unitsOf(training) : [],
	});
}

function matrixView(
	training: OpenTraining,
	chosen: MatrixRows,
	filter: MatrixFilter & { readonly narrow: (cell: CompetencyCell) => boolean; readonly isPart: boolean },
): Omit<MatrixView, 'offered' | 'units'> {
	const { lookup, view } = training;
	const groups = new Map(training.competencies.map((competency) => [competency.key, competency]));
	const cells = computeCompetencyCells(lookup, training).filter(
		(cell) =>
			filter.narrow(cell) &&
			(filter.group === null || groups.get(cell.competencyKey)?.group === filter.group) &&
			(chosen !== 'people' || view.kind !== 'unit' || cell.unitKey === view.unitKey),
	);
	const matrix = computeCompetencyMatrix({
		cells,
		rowOf: rowOf(chosen),
		...(chosen === 'posts' ? { widerRowOf: rowOf('units') } : {}),
		isPart: filter.isPart || filter.group !== null,
		minimumPeople: view.kind === 'everybody' || chosen === 'people' ? 1 : SMALLEST_GROUP,
	});
	const isOpen = (total: MatrixTotal | undefined) =>
		!filter.isOpenOnly ||
		(total !== undefined && (total.isSuppressed || total.belowLevel + total.notAssessed > 0));
	const columns = training.competencies
		.filter(({ key }) => matrix.columnTotals.has(key) && isOpen(matrix.columnTotals.get(key)))
		.flatMap(({ key, name, group, weight }) => {
			const total = matrix.columnTotals.get(key);
			return total === undefined ? [] : [{ key, name, group, weight, total }];
		});
	const rows = matrix.rows.flatMap((key): MatrixRowView[] => {
		const total = matrix.rowTotals.get(key);
		if (total === undefined || !isOpen(total)) return [];
		const place = columns.map((column) => matrix.cells.get(key)?.get(column.key) ?? null);
		return [{ key, ...rowWords(training, chosen, key), cells: place, total }];
	});
	return {
		rows: rows.sort(byPlace(training, chosen)),
		columns,
		total: matrix.total,
		chosen,
		groups: COMPETENCY_GROUPS.filter((group) => training.competencies.some((item) => item.group === group)),
		people: matrix.total.isSuppressed ? null : matrix.total.people,
	};
}

/** Person and competency pairs that living needs of a cause speak of. */
async function askedBy(ctx: Ctx, training: OpenTraining, cause: NeedCauseKind): Promise<ReadonlySet<string>> {
	const needs = await listKeptNeeds(ctx, training);
	return new Set(
		needs
			.filter((need) => need.cause.kind === cause && (need.state === 'open' || need.state === 'planned'))
			.flatMap(({ competencyKey, people }) =>
				competencyKey === null ? [] : people.map((one) => assessmentKey(one.employeeId, competencyKey)),
			),
	);
}

function unitsOf({ lookup, view }: OpenTraining): MatrixView['units'] {
	return lookup.structure.units
		.filter(({ key }) => view.kind !== 'unit' || key === view.unitKey)
		.map(({ key, name }) => ({ key, name }));
}

function rowOf(chosen: MatrixRows): (cell: CompetencyCell) => string {
	if (chosen === 'people') return (cell) => cell.employeeId;
	return chosen === 'posts' ? (cell) => cell.postKey : (cell) => cell.unitKey;
}

function rowWords(training: OpenTraining, chosen: MatrixRows, key: string) {
	const { lookup, employees } = training;
	const person = chosen === 'people' ? employees.find((employee) => employee.id === key) : undefined;
	const post = lookup.postByKey.get(person?.postKey ?? asId<PostKey>(key));
	const unit = lookup.unitByKey.get(post?.unitKey ?? asId<UnitKey>(key));
	const unknown = { bg: key, en: null };
	if (person)
		return {
			name: { bg: person.name, en: null },
			detail: post?.title ?? null,
			personId: person.id as string,
		};
	if (chosen === 'posts') return { name: post?.title ?? unknown, detail: unit?.name ?? null, personId: null };
	return { name: unit?.name ?? unknown, detail: null, personId: null };
}

/** The order of the act: units as they stand in the structure, posts and people within them. */
function byPlace({ lookup, employees }: OpenTraining, chosen: MatrixRows) {
	const postOrder = new Map(lookup.structure.posts.map((post, at) => [post.key as string, at]));
	const unitOrder = new Map(lookup.structure.units.map((unit, at) => [unit.key as string, at]));
	const postOf = new Map(employees.map((person) => [person.id as string, person.postKey as string]));
	const place = (key: string) => {
		if (chosen === 'units') return unitOrder.get(key) ?? 0;
		const post = chosen === 'people' ? (postOf.get(key) ?? '') : key;
		return postOrder.get(post) ?? 0;
	};
	return (a: MatrixRowView, b: MatrixRowView) => place(a.key) - place(b.key) || (a.key < b.key ? -1 : 1);
}
