import { childrenByParent, yearOf, type IsoDate, type UnitKey } from '../shared/index.ts';
import { functionChecks } from './checks-functions.ts';
import { unitChecks } from './checks-units.ts';
import type { CheckCode } from './checks-types.ts';
import { checkWording } from './edit-wording.ts';
import { accountableUnits, lookUp, type StructureLookup } from './lookup.ts';
import { nameProblems } from './quality-names.ts';
import {
	DATA_AGE_YEARS,
	QUALITY_CODES,
	type QualityCode,
	type QualityProblem,
	type QualityRules,
} from './quality-types.ts';
import type { Activity, AdminFunction, OrgUnit, Structure } from './types.ts';

/**
 * Everything in a structure that should be entered, corrected or confirmed before it is analysed: what is missing,
 * contradicts itself, is old, or rests on no source. Problems come in the order of the codes, then of the structure; a
 * thing may have several, each code at most once. Source: products F09; methodology §1.5 and §1.7.
 * Example: a function nobody answers for gives `function-without-owner`; naming the unit takes it off the list.
 */
export function findQualityProblems(structure: Structure, rules: QualityRules): readonly QualityProblem[] {
	const lookup = lookUp(structure);
	const found = [
		...fromChecks(lookup),
		...structure.functions.flatMap(functionProblems),
		...structure.functions.flatMap((fn) => emptyOwners(lookup, fn)),
		...postProblems(structure),
		...structure.activities.flatMap((activity) => activityProblems(activity, rules)),
		...nameProblems(lookup),
		...reconstructed(structure),
	];
	return QUALITY_CODES.flatMap((code) => found.filter((problem) => problem.code === code));
}

/** The rules on a day. */
export function qualityRules(asOf: IsoDate): QualityRules {
	return { oldestDataYear: yearOf(asOf) - DATA_AGE_YEARS };
}

/** Design checks that a form can mend at once stand here too, under the name of what is wrong with the datum. */
const CHECKED: Readonly<Partial<Record<CheckCode, QualityCode>>> = {
	'org/function-without-accountable': 'function-without-owner',
	'org/function-with-several-accountable': 'function-several-owners',
	'org/function-without-basis': 'function-without-basis',
	'org/shares-above-one': 'function-shares-above-one',
	'org/unit-without-function': 'unit-without-function',
	'org/occupied-above-approved': 'occupied-above-approved',
};

function fromChecks(lookup: StructureLookup): readonly QualityProblem[] {
	return [...unitChecks(lookup, { postStep: null }), ...functionChecks(lookup)].flatMap((finding) => {
		const code = CHECKED[finding.code];
		return code === undefined ? [] : [{ code, subject: finding.subject, terms: finding.terms }];
	});
}

function functionProblems({ key, kind, generalCategory, text }: AdminFunction): readonly QualityProblem[] {
	const subject = { kind: 'function', key } as const;
	const wording = checkWording(text.bg).map((warning): QualityProblem =>
		warning.code === 'org/no-verb'
			? { code: 'function-without-verb', subject, terms: { first: warning.first } }
			: { code: 'function-several-verbs', subject, terms: { verbs: warning.verbs } },
	);
	const isUnsorted = kind === 'support' && generalCategory === null;
	return isUnsorted ? [{ code: 'function-without-category', subject, terms: {} }, ...wording] : wording;
}

/** Who answers has nobody to do it: no approved post in the unit or below it. */
function emptyOwners(lookup: StructureLookup, { key }: AdminFunction): readonly QualityProblem[] {
	const units = [...new Set(accountableUnits(lookup, key))].filter((unit) => !hasPosts(lookup, unit));
	return units.length === 0
		? []
		: [{ code: 'owner-without-posts', subject: { kind: 'function', key }, terms: { units } }];
}

function hasPosts(lookup: StructureLookup, key: UnitKey, seen: ReadonlySet<UnitKey> = new Set()): boolean {
	if (seen.has(key)) return false;
	if ((lookup.postsByUnit.get(key) ?? []).some((post) => post.approved > 0)) return true;
	const below = childrenByParent<UnitKey, OrgUnit>(lookup.structure.units).get(key) ?? [];
	return below.some((unit) => hasPosts(lookup, unit.key, new Set([...seen, key])));
}

function postProblems({ posts }: Structure): readonly QualityProblem[] {
	return posts
		.filter((post) => post.annualCost === null && post.approved > 0)
		.map(({ key }) => ({ code: 'post-without-cost', subject: { kind: 'post', key }, terms: {} }));
}

function activityProblems(activity: Activity, rules: QualityRules): readonly QualityProblem[] {
	const { key, functionKey, annualVolume, minutes, dataYear } = activity;
	const subject = { kind: 'activity', key } as const;
	const isOld = dataYear < rules.oldestDataYear;
	return [
		...(annualVolume === null
			? [{ code: 'activity-without-volume', subject, terms: { functionKey } } as const]
			: []),
		...(minutes === null
			? [{ code: 'activity-without-minutes', subject, terms: { functionKey } } as const]
			: []),
		...(isOld
			? [{ code: 'activity-old-data', subject, terms: { functionKey, year: dataYear } } as const]
			: []),
	];
}

function reconstructed({ units, posts, functions }: Structure): readonly QualityProblem[] {
	const isOpen = (one: { readonly origin: OrgUnit['origin'] }) => one.origin.verification === 'reconstructed';
	return [
		...units.filter(isOpen).map(({ key }) => problem('unit-reconstructed', { kind: 'unit', key })),
		...posts.filter(isOpen).map(({ key }) => problem('post-reconstructed', { kind: 'post', key })),
		...functions
			.filter(isOpen)
			.map(({ key }) => problem('function-reconstructed', { kind: 'function', key })),
	];
}

function problem(code: QualityCode, subject: QualityProblem['subject']): QualityProblem {
	return { code, subject, terms: {} };
}
