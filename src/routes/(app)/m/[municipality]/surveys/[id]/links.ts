import { toCsv } from '#lib/i18n/csv.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfSeat } from '#lib/i18n/survey-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SurveyBoard } from '#lib/server/services/survey-board.ts';
import type { LinkLine } from '#lib/server/services/survey-links-file.ts';
import type { IssuedLink } from '#lib/server/services/survey-links.ts';

/** Links that were just made, in words, by unit; and the same as a file that lives only in this answer. */
export function wordsOfLinks(links: readonly IssuedLink[], board: SurveyBoard, origin: string) {
	const made = new Map<string, IssuedLink>(links.map((link) => [link.respondent.id, link]));
	const units = board.units
		.map((unit) => ({
			name: localText(unit.name),
			slips: unit.seats.flatMap((seat) => {
				const link = made.get(seat.id);
				if (!link) return [];
				const until = link.respondent.linkEndsOn ?? board.campaign.closesOn;
				return [
					{
						seat: seat.name === null ? nameOfSeat(seat) : `${nameOfSeat(seat)} – ${seat.name}`,
						address: `${origin}/s/${link.token}`,
						until: m.survey_slip_until({ date: formatDate(until) }),
						day: formatDate(until),
					},
				];
			}),
		}))
		.filter(({ slips }) => slips.length > 0);
	const heading = `${localText(board.municipality)} · ${localText(board.campaign.name)}`;
	const lines = units.flatMap(({ name, slips }) =>
		slips.map(({ seat, address, day }): LinkLine => ({ unit: name, seat, address, until: day })),
	);
	return { units, heading, lines, csv: { href: csvAddress(lines), name: `${m.survey_links_file()}.csv` } };
}

function csvAddress(lines: readonly LinkLine[]): string {
	const head = [
		m.survey_field_units(),
		m.survey_col_seat(),
		m.survey_links_col_address(),
		m.survey_col_closes(),
	];
	const rows = lines.map(({ unit, seat, address, until }) => [unit, seat, address, until]);
	return `data:text/csv;charset=utf-8,${encodeURIComponent(toCsv([head, ...rows]))}`;
}
