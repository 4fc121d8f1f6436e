import type { PaperPlace } from '#lib/domain/publication/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** „таблица 1, ред 4, колона 3“, „лист „Щат след“, клетка H12“. */
export function placeText(place: PaperPlace): string {
	switch (place.kind) {
		case 'paragraph':
			return m.papers_check_place_paragraph({ number: String(place.number) });
		case 'cell':
			return m.papers_check_place_cell({
				table: String(place.table),
				row: String(place.row),
				column: String(place.column),
			});
		case 'sheet-cell':
			return m.papers_check_place_sheet({ sheet: place.sheet, cell: place.address });
		case 'sheet':
			return m.papers_check_place_whole_sheet({ sheet: place.sheet });
	}
}
