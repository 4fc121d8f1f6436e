import { m } from '#lib/paraglide/messages.js';
import { textRows } from '../council-papers/mayor.ts';
import { text, whole } from '../shared/cells.ts';
import type { TableSheet } from '../shared/sheet.ts';
import { type ProposalModel, subtitleOf } from './model.ts';

/** The organisational rules in three columns: the text in force, the text proposed, the motive. */
export function textSheet(model: ProposalModel): TableSheet {
	const options = { locale: model.colophon.locale };
	const rows = textRows(model, options);
	return {
		name: m.exports_sheet_texts({}, options),
		about: m.exports_about_texts({}, options),
		title: m.exports_sheet_texts({}, options),
		subtitle: subtitleOf(model, m.exports_about_texts({}, options)),
		columns: [
			{ header: m.exports_col_number({}, options), width: 6, align: 'center' },
			{ header: m.exports_col_unit({}, options), width: 36 },
			{ header: m.papers_col_text_before({}, options), width: 54 },
			{ header: m.papers_col_text_after({}, options), width: 54 },
			{ header: m.papers_col_motive({}, options), width: 50 },
			{ header: m.papers_col_text_kind({}, options), width: 14 },
		],
		rows: rows.map(({ unit, kind, before, after, motive }, at) => ({
			cells: [whole(at + 1), text(unit), text(before), text(after), text(motive), text(kind)],
		})),
		frozenColumns: 2,
		paper: 'A3',
		notes: rows.length === 0 ? [m.papers_rules_none({}, options)] : [],
	};
}
