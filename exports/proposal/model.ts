import type { Structure } from '#lib/domain/org/index.ts';
import type { UnitText } from '#lib/domain/publication/index.ts';
import type { ChangeMark, ProposalReport, RuleId, StructureNumbers } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { Competency, NeedCount } from '#lib/domain/training/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Format } from '../shared/cells.ts';
import type { Colophon } from '../shared/cover.ts';
import type { Look } from '../shared/sheet.ts';

/** An effect that another analysis counts (workload, overlaps); null is „не е измерено“. */
export interface ImpactLine {
	readonly label: string;
	readonly before: number | null;
	readonly after: number | null;
	readonly format: Format;
}

/** A decision with what it changed of the proposal. */
export interface DecidedNumbers {
	readonly number: string;
	readonly decidedOn: IsoDate;
	/** Places of the points that the council did not accept, in the submitted list. */
	readonly leftOut: readonly number[];
	/** Numbers of the amendments that it accepted. */
	readonly amendments: readonly number[];
	/** The structure that was submitted, in numbers. */
	readonly submitted: StructureNumbers;
}

/** Everything that the proposal workbook is made of; screens draw from the same report. */
export interface ProposalModel {
	readonly colophon: Colophon;
	readonly report: ProposalReport;
	/** The state of the proposal in words; null while it is a scenario. */
	readonly stateName: string | null;
	/** The decision whose numbers the report holds; null while they are those of the mover. */
	readonly decided: DecidedNumbers | null;
	readonly impactLines: readonly ImpactLine[];
	/** Name and reading of each rule in words; rules without one show their provision only. */
	readonly ruleTexts: ReadonlyMap<RuleId, string>;
	/** What changes in the unit sections of the organisational rules. */
	readonly texts: readonly UnitText[];
	readonly training: {
		/** The day on which people and assessments were looked at. */
		readonly asOf: IsoDate;
		/** Whether the numbers are those of the submission, not frozen yet, or were never frozen. */
		readonly frozen: 'at-submission' | 'not-yet' | 'never';
		readonly needs: readonly NeedCount[];
		readonly competencies: readonly Pick<Competency, 'key' | 'name'>[];
		/** The structure after the change, for the names of its units and posts. */
		readonly structure: Structure;
	};
}

export interface Options {
	readonly locale: Locale;
}

const MARKS = {
	new: m.exports_mark_new,
	closed: m.exports_mark_closed,
	moved: m.exports_mark_moved,
	changed: m.exports_mark_changed,
} as const;

export function nameOfMark(mark: ChangeMark | null, options: Options): string | null {
	return mark === null ? null : MARKS[mark]({}, options);
}

export function lookOfMark(mark: ChangeMark | null): Look {
	return mark ?? 'plain';
}

/** What stands under the title of every sheet. */
export function subtitleOf({ colophon, report }: ProposalModel, about: string): string {
	return [
		localText(colophon.municipality.name, { locale: colophon.locale }),
		report.header.title,
		about,
	].join(' · ');
}
