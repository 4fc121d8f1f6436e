import type { Municipality, Structure } from '#lib/domain/org/index.ts';
import {
	checkRules,
	compareRuleVerdicts,
	compareStructures,
	countStructure,
	lastEndDay,
	measureStructure,
	type ComparedRow,
	type ComparedRule,
	type MeasureValues,
	type RuleVerdict,
	type SeenNumbers,
} from '#lib/domain/scenario/index.ts';
import { ok, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listScenarios, type ScenarioRecord } from '../queries/scenario.ts';
import { countUndecided } from './overlap-analysis.ts';
import { costSight, seesCostChange, withoutHiddenSum } from './post-costs.ts';
import { openScenario, type OpenScenario, type ScenarioRefusal } from './scenario.ts';
import { openMunicipality } from './workspace.ts';

export const MOST_COMPARED = 4;

/** One structure of a comparison: the base, or what a scenario makes of it. */
export interface ComparedColumn {
	/** Null for the base. */
	readonly scenario: ScenarioRecord | null;
	/** The day from which its base is valid. */
	readonly baseValidFrom: IsoDate;
	readonly operations: number;
	/** The operations stop before the end: what stands here is the state before the one that is refused. */
	readonly isCutShort: boolean;
	readonly numbers: SeenNumbers;
	readonly values: MeasureValues;
}

export interface ScenarioComparison {
	/** Scenarios to choose from, newest first. */
	readonly scenarios: readonly (ScenarioRecord & { readonly operations: number })[];
	/** The base, then the chosen scenarios in the order asked for; empty while nothing is chosen. */
	readonly columns: readonly ComparedColumn[];
	readonly rows: readonly ComparedRow[];
	readonly rules: readonly ComparedRule[];
	/** The day by whose law the rules are checked in every column; null while nothing is chosen. */
	readonly judgedOn: IsoDate | null;
	/** Whether the chosen scenarios rest on different versions; the base shown is that of the first. */
	readonly hasSeveralBases: boolean;
}

/** What is put side by side. */
export interface AskedComparison {
	readonly scenarioIds: readonly string[];
	/** The day by whose law the rules are checked; without one, that from which all the scenarios hold as a whole. */
	readonly judgedOn: IsoDate | null;
}

/**
 * Up to four scenarios of one municipality side by side, with the base of the first. Unknown ones and those above four are
 * left out. The rules of all the columns are checked by the law of one day, so that a difference comes from the operations
 * alone. Errors: those of access; `scenario/no-parameter`.
 */
export async function compareScenarios(
	ctx: Ctx,
	slug: string,
	{ scenarioIds, judgedOn }: AskedComparison,
	patience?: number,
): Promise<Result<ScenarioComparison, Refused | ScenarioRefusal>> {
	const found = await openMunicipality(ctx, slug, 'scenario.read');
	if (!found.ok) return found;
	const { municipality } = found.value;
	const scenarios = await listScenarios(ctx.db, municipality.id);
	const chosen = [...new Set(scenarioIds)].filter((id) => scenarios.some((scenario) => scenario.id === id));
	const opened: OpenScenario[] = [];
	for (const scenarioId of chosen.slice(0, MOST_COMPARED)) {
		const open = await openScenario(ctx, { slug, scenarioId });
		if (!open.ok) return open;
		opened.push(open.value);
	}
	const [first, ...others] = opened;
	if (!first) return ok({ ...NOTHING, scenarios });
	const base = first.run.before;
	const structures = [base, ...opened.map(({ run }) => run.after)];
	const day = judgedOn ?? lastEndDay([endingOf(first), ...others.map(endingOf)]);
	const verdicts = [
		checkRules({ ...first.frame, asOf: day, structure: base, base }),
		...opened.map(({ run, frame }) =>
			checkRules({ ...frame, asOf: day, structure: run.after, base: run.before }),
		),
	];
	const measured = await measureAll(ctx, municipality, { structures, verdicts, patience });
	return ok({
		scenarios,
		columns: measured.map((own, at) => ({
			...headOf(opened[at - 1], first),
			...seenBy(opened[at - 1], own),
		})),
		rows: compareStructures(structures),
		rules: compareRuleVerdicts(verdicts),
		judgedOn: day,
		hasSeveralBases: new Set(opened.map(({ version }) => version.id)).size > 1,
	});
}

const NOTHING = {
	...{ columns: [], rows: [], rules: [] },
	...{ judgedOn: null, hasSeveralBases: false },
} as const;

function endingOf({ run, frame }: OpenScenario) {
	return { run, decisionDay: frame.asOf };
}

/** What the column of a scenario, or of the base, is about. */
function headOf(open: OpenScenario | undefined, first: OpenScenario) {
	return {
		scenario: open?.scenario ?? null,
		baseValidFrom: (open ?? first).version.validFrom,
		operations: open?.operations.length ?? 0,
		isCutShort: open !== undefined && open.refusal !== null,
	};
}

type Numbers = Pick<ComparedColumn, 'numbers' | 'values'>;

/** Without the cost of a scenario whose touched posts the person does not see with their cost. */
function seenBy(open: OpenScenario | undefined, own: Numbers): Numbers {
	if (!open || seesCostChange(open.run, costSight(open.actor, open.municipality))) return own;
	return { numbers: withoutHiddenSum(own.numbers, false), values: { ...own.values, cost: null } };
}

interface Sides {
	readonly structures: readonly Structure[];
	readonly verdicts: readonly (readonly RuleVerdict[])[];
	readonly patience: number | undefined;
}

async function measureAll(
	ctx: Ctx,
	municipality: Municipality,
	{ structures, verdicts, patience }: Sides,
): Promise<readonly Numbers[]> {
	return Promise.all(
		structures.map(async (structure, at) => {
			const request = { municipality, structure, ...(patience === undefined ? {} : { patience }) };
			const open = await countUndecided(ctx, request);
			const numbers = countStructure(structure);
			const openOverlaps = open && open.duplication + open.overlap;
			const own = { structure, numbers, openOverlaps, verdicts: verdicts[at] ?? [] };
			return { numbers, values: measureStructure(own) };
		}),
	);
}
