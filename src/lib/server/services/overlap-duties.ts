import type { LocalText } from '#lib/domain/org/index.ts';
import {
	ACT_CLASSES,
	computeActMatrix,
	findRoleConflicts,
	statementsOf,
	type ActClass,
	type ObjectDuties,
	type SeparatedDuties,
} from '#lib/domain/overlap/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import type { AnalysisRun } from '../jobs/overlap.ts';
import { studyOverlaps, type OverlapStudy } from './overlap-analysis.ts';
import type { WorkspaceAddress } from './workspace.ts';

type Named = { readonly key: string; readonly name: LocalText };
export interface DutyFunction {
	readonly key: string;
	readonly text: LocalText;
	readonly unit: LocalText | null;
}

/** One object with who plans, does, controls and reports it. */
export interface ObjectView {
	/** Key of its first function; names the object in an address. */
	readonly key: string;
	readonly functions: readonly DutyFunction[];
	readonly cells: readonly {
		readonly actClass: ActClass;
		readonly functions: readonly DutyFunction[];
	}[];
	readonly conflicts: readonly {
		readonly unit: Named;
		readonly doing: ActClass;
		readonly checking: ActClass;
		readonly why: SeparatedDuties['why'];
		/** The function that does and the one that checks; the same one where a statement says both. */
		readonly functions: readonly [DutyFunction, DutyFunction];
	}[];
	readonly isNobodyDeciding: boolean;
}

export interface DutiesPage {
	/** False while the comparison still runs: then no object is known yet. */
	readonly isReady: boolean;
	/** How far it is; null when it is ready. */
	readonly run: AnalysisRun | null;
	/** Act classes that any object has, in the order of the classes. */
	readonly classes: readonly ActClass[];
	readonly objects: readonly ObjectView[];
	/** Units that both do and control in one policy area. */
	readonly areaConflicts: readonly {
		readonly unit: Named;
		readonly area: Named;
		readonly doing: readonly DutyFunction[];
		readonly controlling: readonly DutyFunction[];
	}[];
}

/** Verb class × object, duties that should be apart, and units that do and control in one area (N06). */
export async function readDuties(
	ctx: Ctx,
	address: WorkspaceAddress,
	waiting: { readonly patience?: number } = {},
): Promise<Result<DutiesPage, Refused>> {
	const studied = await studyOverlaps(ctx, { address, withSlug: null, ...waiting });
	if (!studied.ok) return studied;
	const { opened, analysis, run } = studied.value;
	const areas = new Map((await listPolicyAreas(ctx.db)).map((area) => [area.key, area.name]));
	const view = createDutyViews(studied.value);
	const pairs = analysis ? [...analysis.pairs, ...analysis.withinUnits] : [];
	const found = computeActMatrix(
		statementsOf(opened.structure).map(({ member }) => member),
		pairs,
	);
	const met = new Set(found.flatMap(({ cells }) => cells.map(({ actClass }) => actClass)));
	return ok({
		isReady: analysis !== null,
		run,
		classes: ACT_CLASSES.filter((actClass) => met.has(actClass)),
		objects: found.map((object) => objectOf(object, view)),
		areaConflicts: findRoleConflicts(opened.structure).map(({ unitKey, policyArea, doing, controlling }) => ({
			unit: view.unit(unitKey),
			area: { key: policyArea, name: areas.get(policyArea) ?? { bg: policyArea, en: null } },
			doing: doing.map(view.fn),
			controlling: controlling.map(view.fn),
		})),
	});
}

interface DutyViews {
	readonly unit: (key: string) => Named;
	readonly fn: (key: string) => DutyFunction;
	readonly ownerOf: (key: string) => string | null;
}

function createDutyViews({ opened: { structure } }: OverlapStudy): DutyViews {
	const names = new Map<string, LocalText>(structure.units.map(({ key, name }) => [key, name]));
	const members = new Map(
		statementsOf(structure).map(({ member }) => [member.functionKey as string, member]),
	);
	const nameOf = (key: string) => names.get(key) ?? { bg: key, en: null };
	return {
		unit: (key) => ({ key, name: nameOf(key) }),
		ownerOf: (key) => members.get(key)?.unitKey ?? null,
		fn: (key) => {
			const member = members.get(key);
			const unitKey = member?.unitKey ?? null;
			return {
				key,
				text: member?.fn.text ?? { bg: key, en: null },
				unit: unitKey === null ? null : nameOf(unitKey),
			};
		},
	};
}

function objectOf(
	{ functions, cells, conflicts, isNobodyDeciding }: ObjectDuties,
	view: DutyViews,
): ObjectView {
	const inUnit = (actClass: ActClass, unitKey: string) =>
		cells
			.find((cell) => cell.actClass === actClass)
			?.functions.find((key) => view.ownerOf(key) === unitKey) ?? '';
	return {
		key: functions[0] ?? '',
		functions: functions.map(view.fn),
		cells: cells.map((cell) => ({ actClass: cell.actClass, functions: cell.functions.map(view.fn) })),
		conflicts: conflicts.map(({ unitKey, doing, checking, why }) => ({
			...{ unit: view.unit(unitKey), doing, checking, why },
			functions: [view.fn(inUnit(doing, unitKey)), view.fn(inUnit(checking, unitKey))] as const,
		})),
		isNobodyDeciding,
	};
}
