import type { Municipality } from '#lib/domain/org/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { date, text } from './cells.ts';
import type { Cover, CoverLine, WorkbookSpec } from './sheet.ts';

/** The language of a file. */
export type { Locale };

/** What every workbook says about itself. */
export interface Colophon {
	readonly municipality: Municipality;
	/** The day on which the data are looked at. */
	readonly asOf: IsoDate;
	readonly structureValidFrom: IsoDate;
	/** The moment of making, ISO in UTC. */
	readonly createdAt: string;
	readonly madeBy: string;
	/** Hash of what the file was made from; null when nothing is frozen. */
	readonly snapshotId: string | null;
	readonly locale: Locale;
}

/** Facts of the cover: municipality, day, structure, own facts of the paper, method, parameters, snapshot. */
export function coverFacts(
	colophon: Colophon,
	own: { readonly facts: readonly CoverLine[]; readonly method: string },
): readonly CoverLine[] {
	const { municipality, asOf, structureValidFrom, createdAt, madeBy, snapshotId, locale } = colophon;
	const options = { locale };
	const at = printedDate(structureValidFrom);
	return [
		{
			label: m.exports_fact_municipality({}, options),
			value: text(localText(municipality.name, { locale })),
		},
		...own.facts,
		{ label: m.exports_fact_as_of({}, options), value: date(asOf) },
		{
			label: m.exports_fact_structure({}, options),
			value: text(m.exports_structure_from({ date: at }, options)),
		},
		{ label: m.exports_fact_method({}, options), value: text(own.method) },
		{
			label: m.exports_fact_parameters({}, options),
			value: text(m.exports_fact_parameters_value({ date: printedDate(asOf) }, options)),
		},
		{ label: m.exports_fact_made_at({}, options), value: text(printedMoment(createdAt)) },
		{ label: m.exports_fact_made_by({}, options), value: text(madeBy) },
		...(snapshotId === null
			? []
			: [{ label: m.exports_fact_snapshot({}, options), value: text(snapshotId) }]),
	];
}

/** The cover without what is particular to a paper. */
export function makeCover(
	colophon: Colophon,
	parts: Pick<Cover, 'title' | 'facts' | 'legend' | 'caveats'>,
): Cover {
	const options = { locale: colophon.locale };
	return {
		name: m.exports_cover_sheet({}, options),
		sheetsHeading: m.exports_cover_sheets({}, options),
		legendHeading: m.exports_cover_legend({}, options),
		caveatsHeading: m.exports_cover_caveats({}, options),
		...parts,
	};
}

/** What stands at the head and the foot of every printed page. */
export function printLines(colophon: Colophon): WorkbookSpec['print'] {
	const { municipality, snapshotId, asOf, locale } = colophon;
	return {
		left: localText(municipality.name, { locale }),
		right: snapshotId === null ? printedDate(asOf) : `${printedDate(asOf)} · ${snapshotId.slice(0, 12)}`,
		page: m.exports_page({}, { locale }),
	};
}

/** „02.03.2026“, the same in both languages, as papers carry it. */
export function printedDate(day: IsoDate): string {
	const [year, month, number] = day.split('-');
	return `${number}.${month}.${year}`;
}

/** A moment in the municipality's time: „02.03.2026 10:00“. */
function printedMoment(moment: string): string {
	const parts = new Intl.DateTimeFormat('sv-SE', {
		timeZone: 'Europe/Sofia',
		dateStyle: 'short',
		timeStyle: 'short',
	}).format(new Date(moment));
	const [day = '', time = ''] = parts.split(' ');
	return `${printedDate(day as IsoDate)} ${time}`;
}
