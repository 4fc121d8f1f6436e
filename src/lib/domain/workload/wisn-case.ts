import { err, ok, type Result } from '../shared/index.ts';
import type { CategoryAllowance, IndividualAllowance, WisnActivity, WisnInput } from './wisn.ts';

export type CaseIssueCode =
	| 'workload/not-an-object'
	| 'workload/not-a-list'
	| 'workload/missing'
	| 'workload/not-a-number'
	| 'workload/negative'
	| 'workload/not-above-zero'
	| 'workload/not-an-id'
	| 'workload/duplicate-id'
	| 'workload/both-measures';

/** One mistake of a case at its place, for example `activities[3].minutes`; the place of the whole case is ''. */
export interface CaseIssue {
	readonly field: string;
	readonly code: CaseIssueCode;
	/** What stood there, as JSON; empty when nothing did. */
	readonly given: string;
}

/**
 * A WISN case as it comes from a file: `availableHours` above 0, `activities` with `id`, `volume`, `minutes`,
 * optional `categoryAllowances` (either `hoursPerYear` or `percent`), optional `individualAllowances` (`staff`,
 * `hoursPerYear`), optional `staff`. Lists that are absent are empty; further fields are ignored; every other
 * deviation is an issue, and all of them are told at once.
 */
export function parseWisnCase(given: unknown): Result<WisnInput, readonly CaseIssue[]> {
	if (!isRecord(given)) return err([issue('', 'workload/not-an-object', given)]);
	const issues: CaseIssue[] = [];
	const activities = list(given, 'activities', issues).map((item, at) => activity(item, at, issues));
	const input: WisnInput = {
		availableHours: availableHours(given['availableHours'], issues),
		activities,
		categoryAllowances: list(given, 'categoryAllowances', issues).map((item, at) =>
			categoryAllowance(item, `categoryAllowances[${at}]`, issues),
		),
		individualAllowances: list(given, 'individualAllowances', issues).map((item, at) =>
			individualAllowance(item, `individualAllowances[${at}]`, issues),
		),
		staff: isAbsent(given['staff']) ? null : amount(given['staff'], 'staff', issues),
	};
	issues.push(...duplicateIds(activities));
	return issues.length > 0 ? err(issues) : ok(input);
}

type Fields = Readonly<Record<string, unknown>>;

function availableHours(given: unknown, issues: CaseIssue[]): number {
	const hours = amount(given, 'availableHours', issues);
	if (hours === 0 && given === 0) issues.push(issue('availableHours', 'workload/not-above-zero', given));
	return hours;
}

function activity(given: unknown, at: number, issues: CaseIssue[]): WisnActivity {
	const field = `activities[${at}]`;
	const fields = record(given, field, issues);
	return {
		id: identifier(fields, field, issues),
		volume: amountOf(fields, field, 'volume', issues),
		minutes: amountOf(fields, field, 'minutes', issues),
	};
}

function categoryAllowance(given: unknown, field: string, issues: CaseIssue[]): CategoryAllowance {
	const fields = record(given, field, issues);
	if (!fields) return { percent: 0 };
	const hasHours = !isAbsent(fields['hoursPerYear']);
	const hasPercent = !isAbsent(fields['percent']);
	if (hasHours && hasPercent) issues.push(issue(field, 'workload/both-measures', given));
	if (hasHours) return { hoursPerYear: amountOf(fields, field, 'hoursPerYear', issues) };
	if (hasPercent) return { percent: amountOf(fields, field, 'percent', issues) };
	issues.push({ field: `${field}.hoursPerYear`, code: 'workload/missing', given: '' });
	return { percent: 0 };
}

function individualAllowance(given: unknown, field: string, issues: CaseIssue[]): IndividualAllowance {
	const fields = record(given, field, issues);
	return {
		staff: amountOf(fields, field, 'staff', issues),
		hoursPerYear: amountOf(fields, field, 'hoursPerYear', issues),
	};
}

function identifier(fields: Fields | undefined, field: string, issues: CaseIssue[]): string {
	const given = fields?.['id'];
	if (typeof given === 'string' && given.trim() !== '') return given;
	if (typeof given === 'number') return String(given);
	if (fields)
		issues.push(issue(`${field}.id`, isAbsent(given) ? 'workload/missing' : 'workload/not-an-id', given));
	return '';
}

function duplicateIds(activities: readonly WisnActivity[]): readonly CaseIssue[] {
	const seen = new Set<string>();
	return activities.flatMap(({ id }, at) => {
		const isDuplicate = id !== '' && seen.has(id);
		seen.add(id);
		return isDuplicate ? [issue(`activities[${at}].id`, 'workload/duplicate-id', id)] : [];
	});
}

function list(fields: Fields, name: string, issues: CaseIssue[]): readonly unknown[] {
	const given = fields[name];
	if (isAbsent(given)) return [];
	if (Array.isArray(given)) return given;
	issues.push(issue(name, 'workload/not-a-list', given));
	return [];
}

function record(given: unknown, field: string, issues: CaseIssue[]): Fields | undefined {
	if (isRecord(given)) return given;
	issues.push(issue(field, 'workload/not-an-object', given));
	return undefined;
}

/** A field of a thing that was already refused as a whole is not refused once more. */
function amountOf(fields: Fields | undefined, field: string, name: string, issues: CaseIssue[]): number {
	return fields ? amount(fields[name], `${field}.${name}`, issues) : 0;
}

/** A number ≥ 0; otherwise 0 and an issue. */
function amount(given: unknown, field: string, issues: CaseIssue[]): number {
	const code = amountProblem(given);
	if (code === null) return given as number; // amountProblem has seen a finite number
	issues.push(
		issue(
			field,
			field === 'availableHours' && code === 'workload/negative' ? 'workload/not-above-zero' : code,
			given,
		),
	);
	return 0;
}

function amountProblem(given: unknown): CaseIssueCode | null {
	if (isAbsent(given)) return 'workload/missing';
	if (typeof given !== 'number' || !Number.isFinite(given)) return 'workload/not-a-number';
	return given < 0 ? 'workload/negative' : null;
}

function isAbsent(given: unknown): boolean {
	return given === undefined || given === null;
}

function isRecord(given: unknown): given is Fields {
	return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function issue(field: string, code: CaseIssueCode, given: unknown): CaseIssue {
	const text = given === undefined ? '' : (JSON.stringify(given) ?? String(given));
	return { field, code, given: text.length > 80 ? `${text.slice(0, 80)}…` : text };
}
