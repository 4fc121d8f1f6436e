import { parseIsoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import type { DayMark, MarkClash } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { seenIn } from '../../../both-edits.ts';

const MOST_MARKS = 20_000;

/** The marks that a sheet says; null when a field of it is none that a sheet has, or it has too many. */
export function marksIn(data: FormData): readonly DayMark[] | null {
	const marks = Object.entries(fieldsIn(data)).flatMap(([name, said]) => markOf(name, said));
	const known = marks.filter((mark) => mark !== null);
	return known.length < marks.length || marks.length > MOST_MARKS ? null : known;
}

/** What stood on the sheet when it was opened; null for a form that does not say. */
export function seenMarks(data: FormData): readonly DayMark[] | null {
	const seen = seenIn(data);
	if (seen === null) return null;
	return Object.entries(seen).flatMap(([name, said]) => markOf(name, said).filter((one) => one !== null));
}

/**
 * What was chosen on the sheet, by field: only what differs from what stood there when it was opened, so that every
 * other day shows what is stored now, also what somebody else marked meanwhile.
 */
export function chosenIn(data: FormData): Readonly<Record<string, string>> {
	const seen = seenIn(data) ?? {};
	return Object.fromEntries(Object.entries(fieldsIn(data)).filter(([name, said]) => said !== seen[name]));
}

/** What somebody else stored on the days that both marked, in words, by field. */
export function clashesByField(clashes: readonly MarkClash[]): Readonly<Record<string, string>> {
	return Object.fromEntries(clashes.map((clash) => [`mark.${clash.employeeId}.${clash.day}`, wordOf(clash)]));
}

function wordOf({ theirs }: MarkClash): string {
	if (theirs === null) return m.session_outcome_enrolled();
	return theirs ? m.session_mark_present() : m.session_mark_absent();
}

/** The fields of the days, by name; with „everybody was present“ the empty ones say present. */
function fieldsIn(data: FormData): Readonly<Record<string, string>> {
	const isAll = data.get('all') === 'on';
	return Object.fromEntries(
		[...data].flatMap(([name, value]) =>
			name.startsWith('mark.')
				? [[name, typeof value !== 'string' ? 'no text' : value === '' && isAll ? 'present' : value]]
				: [],
		),
	);
}

/** One field of the sheet; null for one that no sheet has, nothing for a day not marked. */
function markOf(name: string, said: string): readonly (DayMark | null)[] {
	if (!name.startsWith('mark.')) return [];
	const at = name.lastIndexOf('.');
	const day = parseIsoDate(name.slice(at + 1));
	const employeeId = name.slice('mark.'.length, at) as EmployeeId;
	if (said === '') return [];
	if (!day || employeeId === '' || (said !== 'present' && said !== 'absent')) return [null];
	return [{ employeeId, day, isPresent: said === 'present' }];
}
