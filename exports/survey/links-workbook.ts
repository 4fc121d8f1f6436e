import type { LocalText } from '#lib/domain/org/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { text } from '../shared/cells.ts';
import { makeCover, printLines, type Colophon } from '../shared/cover.ts';
import type { WorkbookSpec } from '../shared/sheet.ts';

/** One link that was just made, in words. */
export interface LinkLine {
	readonly unit: string;
	readonly seat: string;
	readonly address: string;
	readonly until: string;
}

export interface LinksBook {
	readonly colophon: Colophon;
	readonly campaign: LocalText;
	readonly links: readonly LinkLine[];
}

/** The personal links of a survey as a list to print: who gets which, until when, with a place to sign for it. */
export function linksWorkbook({ colophon, campaign, links }: LinksBook): WorkbookSpec {
	const options: { readonly locale: Locale } = { locale: colophon.locale };
	const name = localText(campaign, options);
	const title = m.survey_links_sheet({}, options);
	return {
		title,
		createdAt: colophon.createdAt,
		print: printLines(colophon),
		cover: makeCover(colophon, {
			title,
			facts: [{ label: m.survey_col_name({}, options), value: text(name) }],
			legend: [],
			caveats: [m.survey_links_once({}, options)],
		}),
		sheets: [
			{
				name: title,
				title: name,
				subtitle: m.survey_slip_how({}, options),
				about: m.survey_links_about({}, options),
				columns: [
					{ header: m.survey_quality_col_unit({}, options), width: 34 },
					{ header: m.survey_col_seat({}, options), width: 40 },
					{ header: m.survey_links_col_address({}, options), width: 58 },
					{ header: m.survey_col_closes({}, options), width: 14 },
					{ header: m.survey_links_col_signed({}, options), width: 24 },
				],
				rows: links.map(({ unit, seat, address, until }) => ({
					cells: [text(unit), text(seat), text(address), text(until), null],
				})),
				frozenColumns: 0,
				paper: 'A4',
				orientation: 'landscape',
			},
		],
	};
}
