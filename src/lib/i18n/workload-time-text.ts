import type { EmploymentRelation } from '#lib/domain/org/index.ts';
import type { AvailableTime } from '#lib/domain/workload/index.ts';
import { citationText } from './citation-text.ts';
import { formatNumber } from './format.ts';
import { nameOfRelation } from './names.ts';
import { nameOfAbsence } from './workload-names.ts';
import { m } from '#lib/paraglide/messages.js';

/** Available time of one post of a relation, as a sentence of sums. */
export interface TimeLine {
	readonly name: string;
	/** „248 работни дни − 20 (платен отпуск) … = 210 дни × 8 ч. = 1 680 ч.“ */
	readonly formula: string;
}

/** A parameter in words: what it is, how much, where it comes from. */
export interface SourceLine {
	readonly key: string;
	readonly value: string;
	readonly citation: string;
	readonly note: string | null;
}

/** The sums of available time, in the language of the reader; made on the server, so that the page sends no words for them. */
export function timeLines(
	times: readonly { readonly relation: EmploymentRelation; readonly time: AvailableTime }[],
): readonly TimeLine[] {
	return times.map(({ relation, time }) => ({ name: nameOfRelation(relation), formula: formulaOf(time) }));
}

/** Parameters with their sources, in the language of the reader. */
export function sourceLines(
	parameters: readonly {
		readonly key: string;
		readonly value: number | string;
		readonly citation: string;
		readonly note: string | null;
	}[],
): readonly SourceLine[] {
	return parameters.map(({ key, value, citation, note }) => ({
		key,
		value: typeof value === 'number' ? formatNumber(value, { digits: 4 }) : value,
		citation: citationText(citation),
		note: note === null ? null : citationText(note),
	}));
}

function formulaOf(time: AvailableTime): string {
	const absences = time.absences
		.map(({ days, code }) => m.workload_times_absence({ days: inFull(days), name: nameOfAbsence(code) }))
		.join('');
	return m.workload_times_formula({
		working: time.workingDays,
		absences,
		days: inFull(time.days),
		perDay: inFull(time.hoursPerDay),
		hours: inFull(time.hours),
	});
}

/** Quarters of a day stand as they are, so that the sum can be added up again. */
function inFull(value: number): string {
	return formatNumber(value, { digits: 2 });
}
