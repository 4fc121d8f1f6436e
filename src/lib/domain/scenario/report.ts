import type { AdministrationPart, LocalText, OrgUnit, Post, Structure } from '../org/index.ts';
import {
	depthFirst,
	headcount,
	rollUp,
	type EurCents,
	type FindingId,
	type Headcount,
	type IsoDate,
	type PostKey,
	type UnitKey,
} from '../shared/index.ts';
import { operationEffects, type OperationEffect } from './card.ts';
import type { FunctionLedger } from './ledger.ts';
import { computeImpact, type ScenarioImpact } from './impact.ts';
import { annualCostOf, ownHeadcounts, type StructureNumbers } from './numbers.ts';
import { passingBreaches, type PassingBreach, type RuleFrame } from './rules-in-time.ts';
import type { RuleComparison } from './rules/index.ts';
import type { ScenarioLimits, ScenarioRun } from './run.ts';

/** What became of a unit or of a line of the staffing table. */
export type ChangeMark = 'new' | 'closed' | 'moved' | 'changed';

/** A unit with its place in the hierarchy, in the order of the act. */
export interface StructureRow {
	readonly unit: OrgUnit;
	/** 0 for the top of the hierarchy. */
	readonly depth: number;
	readonly parentName: LocalText | null;
	/** Approved posts of the unit itself. */
	readonly own: Headcount;
	/** Approved posts of the unit with everything below it. */
	readonly total: Headcount;
	readonly change: ChangeMark | null;
}

/** A line of the staffing table with its unit. */
export interface StaffingRow {
	readonly post: Post;
	readonly unitName: LocalText;
	readonly part: AdministrationPart;
	readonly vacant: Headcount;
	/** Yearly cost of the whole line, euro cents; null when unknown. */
	readonly annualCost: EurCents | null;
	readonly change: ChangeMark | null;
}

/** A finding as far as a proposal needs it. */
export interface FindingReference {
	readonly id: FindingId;
	readonly number: number;
	readonly title: string;
}

/** An operation with its effect and the findings it follows from; numbered from 1. */
export interface ReportOperation extends OperationEffect {
	readonly number: number;
	readonly findings: readonly FindingReference[];
}

/** Who proposes what, to whom and from when; frozen with the snapshot. */
export interface ReportHeader {
	readonly title: string;
	readonly description: string;
	readonly mover: string;
	readonly legalGround: string;
	readonly effectiveOn: IsoDate;
	/** Number of the proposal; null while it is a scenario. */
	readonly number: number | null;
	/** State of the proposal by the table of transitions; null while it is a scenario. */
	readonly state: string | null;
	/** Hash of the snapshot; null while nothing is frozen. */
	readonly contentHash: string | null;
}

export interface ReportInput {
	readonly header: ReportHeader;
	readonly run: ScenarioRun;
	readonly findings: readonly FindingReference[];
	readonly frame: RuleFrame;
	readonly limits: ScenarioLimits;
}

/** Everything that the papers of a proposal say: screens and the workbook draw from this one value. */
export interface ProposalReport {
	readonly header: ReportHeader;
	readonly municipality: Structure['municipality'];
	/** Day from which the structure before is valid. */
	readonly baseValidFrom: IsoDate;
	readonly numbers: { readonly before: StructureNumbers; readonly after: StructureNumbers };
	readonly structureBefore: readonly StructureRow[];
	readonly structureAfter: readonly StructureRow[];
	readonly staffingBefore: readonly StaffingRow[];
	readonly staffingAfter: readonly StaffingRow[];
	readonly operations: readonly ReportOperation[];
	readonly ledger: FunctionLedger;
	readonly impact: ScenarioImpact;
	readonly rules: readonly RuleComparison[];
	/** Rules that are broken only on a day before the last one. */
	readonly passing: readonly PassingBreach[];
	/** Names of units and texts of functions on either side, for whoever prints keys. */
	readonly unitNames: ReadonlyMap<UnitKey, LocalText>;
	readonly functionTexts: ReadonlyMap<string, LocalText>;
}

/**
 * The proposal as plain data: numbers of the decision, structure and staffing table before and after, operations
 * with their effects, ledger of functions, impact and rules. Pure: equal input gives an equal report.
 */
export function buildProposalReport({ header, run, findings, frame, limits }: ReportInput): ProposalReport {
	const impact = computeImpact(run, frame);
	const marks = changeMarks(impact);
	return {
		header,
		municipality: run.before.municipality,
		baseValidFrom: run.before.validFrom,
		numbers: impact.numbers,
		structureBefore: structureRows(run.before, marks.units),
		structureAfter: structureRows(run.after, marks.units),
		staffingBefore: staffingRows(run.before, marks.posts),
		staffingAfter: staffingRows(run.after, marks.posts),
		operations: operationEffects(run.steps).map((effect, at) => ({
			...effect,
			number: at + 1,
			findings: findings.filter((finding) => effect.operation.findingIds.includes(finding.id)),
		})),
		ledger: impact.ledger,
		impact,
		rules: impact.rules,
		passing: passingBreaches(run, frame, limits),
		unitNames: new Map(
			[run.before, ...run.steps.map((step) => step.after)].flatMap(({ units }) =>
				units.map((unit) => [unit.key, unit.name] as const),
			),
		),
		functionTexts: new Map(
			[run.before, ...run.steps.map((step) => step.after)].flatMap(({ functions }) =>
				functions.map((fn) => [fn.key, fn.text] as const),
			),
		),
	};
}

interface ChangeMarks {
	readonly units: ReadonlyMap<UnitKey, ChangeMark>;
	readonly posts: ReadonlyMap<PostKey, ChangeMark>;
}

/** One mark for each touched unit and line; moved goes before changed. */
export function changeMarks({ diff, units }: Pick<ScenarioImpact, 'diff' | 'units'>): ChangeMarks {
	const marks = new Map<UnitKey, ChangeMark>(units.map(({ unitKey }) => [unitKey, 'changed']));
	for (const { after, isMoved } of diff.units.changed) marks.set(after.key, isMoved ? 'moved' : 'changed');
	for (const unit of diff.units.created) marks.set(unit.key, 'new');
	for (const unit of diff.units.closed) marks.set(unit.key, 'closed');
	const posts = new Map<PostKey, ChangeMark>();
	for (const { after, isMoved } of diff.posts.changed) posts.set(after.key, isMoved ? 'moved' : 'changed');
	for (const post of diff.posts.created) posts.set(post.key, 'new');
	for (const post of diff.posts.closed) posts.set(post.key, 'closed');
	return { units: marks, posts };
}

/**
 * The structure as a table in the order of the act: each unit with its own approved posts, those of everything below
 * it, and its mark.
 */
export function structureRows(
	structure: Structure,
	marks: ReadonlyMap<UnitKey, ChangeMark>,
): readonly StructureRow[] {
	const own = ownHeadcounts(structure);
	const names = new Map(structure.units.map((unit) => [unit.key, unit.name]));
	const totals = rollUp<UnitKey, OrgUnit>(structure.units, (unit) => own.get(unit.key) ?? 0);
	return depthFirst<UnitKey, OrgUnit>(inActOrder(structure.units)).map(({ item: unit, depth }) => ({
		unit,
		depth,
		parentName: unit.parentKey === null ? null : (names.get(unit.parentKey) ?? null),
		own: own.get(unit.key) ?? headcount(0),
		total: headcount(totals.get(unit.key) ?? 0),
		change: marks.get(unit.key) ?? null,
	}));
}

/** The staffing table in the order of the act: each post with its unit and its mark. */
export function staffingRows(
	structure: Structure,
	marks: ReadonlyMap<PostKey, ChangeMark>,
): readonly StaffingRow[] {
	const posts = Map.groupBy(structure.posts, (post) => post.unitKey);
	return depthFirst<UnitKey, OrgUnit>(inActOrder(structure.units)).flatMap(({ item: unit }) =>
		(posts.get(unit.key) ?? []).map((post) => ({
			post,
			unitName: unit.name,
			part: unit.part,
			vacant: headcount(post.approved - post.occupied),
			annualCost: annualCostOf(post),
			change: marks.get(post.key) ?? null,
		})),
	);
}

function inActOrder(units: readonly OrgUnit[]): readonly OrgUnit[] {
	return units.toSorted((one, other) => one.sort - other.sort || (one.key < other.key ? -1 : 1));
}
