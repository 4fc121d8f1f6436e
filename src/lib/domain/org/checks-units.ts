import { childrenByParent, type UnitKey } from '../shared/index.ts';
import type { CheckRules, StructureFinding } from './checks-types.ts';
import { computeSpans } from './indicators-span.ts';
import type { StructureLookup } from './lookup.ts';
import type { OrgUnit, Post, UnitKind } from './types.ts';

/** Kinds that the law or the practice gives a head; a group, an office or a single official has none. */
const HEADED: ReadonlySet<UnitKind> = new Set(['directorate', 'department', 'sector', 'mayoralty']);

/** R05: what may not stand directly in what. */
const FORBIDDEN_NESTING: Readonly<Partial<Record<UnitKind, readonly UnitKind[]>>> = {
	directorate: ['directorate', 'department', 'sector'],
	department: ['department', 'sector'],
	sector: ['sector'],
};

/** Checks of units and posts. */
export function unitChecks(lookup: StructureLookup, rules: CheckRules): readonly StructureFinding[] {
	const { units, posts } = lookup.structure;
	const children = childrenByParent<UnitKey, OrgUnit>(units);
	const below = (unit: OrgUnit) => children.get(unit.key) ?? [];
	return [
		...units.flatMap((unit) => headCheck(lookup, unit)),
		...singleReports(lookup),
		...units.flatMap((unit) => subUnitCheck(unit, below(unit))),
		...units.flatMap((unit) => mandateCheck(lookup, unit, below(unit))),
		...units.flatMap((unit) => nestingCheck(lookup, unit)),
		...posts.flatMap((post) => postCountChecks(post, rules)),
		...posts.flatMap((post) => idlePostCheck(lookup, post)),
	];
}

function headCheck(lookup: StructureLookup, unit: OrgUnit): readonly StructureFinding[] {
	const posts = lookup.postsByUnit.get(unit.key) ?? [];
	if (!HEADED.has(unit.kind) || posts.some((post) => post.isHead)) return [];
	const approved = posts.reduce((sum, post) => sum + post.approved, 0);
	return [{ code: 'org/unit-without-head', subject: { kind: 'unit', key: unit.key }, terms: { approved } }];
}

function singleReports(lookup: StructureLookup): readonly StructureFinding[] {
	const { spans } = computeSpans(lookup.structure).approved;
	return spans
		.filter((item) => item.reports === 1)
		.map(({ unitKey, reports, level }) => ({
			code: 'org/manager-with-one-report',
			subject: { kind: 'unit', key: unitKey },
			terms: { reports, level },
		}));
}

function subUnitCheck(unit: OrgUnit, below: readonly OrgUnit[]): readonly StructureFinding[] {
	if (!HEADED.has(unit.kind)) return [];
	const [only] = below;
	if (below.length !== 1 || !only) return [];
	return [
		{
			code: 'org/unit-with-one-sub-unit',
			subject: { kind: 'unit', key: unit.key },
			terms: { subUnit: only.key },
		},
	];
}

/** A unit with people and no function that it answers for or takes part in, neither of its own nor by sub-units. */
function mandateCheck(
	lookup: StructureLookup,
	unit: OrgUnit,
	below: readonly OrgUnit[],
): readonly StructureFinding[] {
	if (!HEADED.has(unit.kind) || below.length > 0 || worksOnFunction(lookup, unit.key)) return [];
	return [{ code: 'org/unit-without-function', subject: { kind: 'unit', key: unit.key }, terms: {} }];
}

function nestingCheck(lookup: StructureLookup, unit: OrgUnit): readonly StructureFinding[] {
	const parent = unit.parentKey === null ? undefined : lookup.unitByKey.get(unit.parentKey);
	if (!parent || !FORBIDDEN_NESTING[unit.kind]?.includes(parent.kind)) return [];
	const terms = { kind: unit.kind, parentKind: parent.kind, parent: parent.key };
	return [{ code: 'org/nesting', subject: { kind: 'unit', key: unit.key }, terms }];
}

function postCountChecks(post: Post, rules: CheckRules): readonly StructureFinding[] {
	const subject = { kind: 'post', key: post.key } as const;
	const found: StructureFinding[] = [];
	const { postStep } = rules;
	if (postStep !== null && !isMultiple(post.approved, postStep)) {
		found.push({ code: 'org/post-step', subject, terms: { approved: post.approved, step: postStep } });
	}
	if (post.occupied > post.approved) {
		const terms = { approved: post.approved, occupied: post.occupied };
		found.push({ code: 'org/occupied-above-approved', subject, terms });
	}
	return found;
}

function isMultiple(value: number, step: number): boolean {
	const steps = value / step;
	return Math.abs(steps - Math.round(steps)) <= 1e-9;
}

/** A post does something when it is named in a function, or when its unit as a whole works on one. */
function idlePostCheck(lookup: StructureLookup, post: Post): readonly StructureFinding[] {
	const parts = lookup.participationsByUnit.get(post.unitKey) ?? [];
	const works = parts.filter((part) => part.role === 'accountable' || part.role === 'participates');
	const isNamed = works.some((part) => part.postKey === null || part.postKey === post.key);
	const activities = lookup.activitiesByUnit.get(post.unitKey) ?? [];
	const isActive = activities.some((item) => item.postKey === null || item.postKey === post.key);
	if (isNamed || isActive || post.isHead || post.category === 'elected') return [];
	const terms = { approved: post.approved };
	return [{ code: 'org/post-without-function', subject: { kind: 'post', key: post.key }, terms }];
}

function worksOnFunction(lookup: StructureLookup, key: UnitKey): boolean {
	const parts = lookup.participationsByUnit.get(key) ?? [];
	return parts.some((part) => part.role === 'accountable' || part.role === 'participates');
}
