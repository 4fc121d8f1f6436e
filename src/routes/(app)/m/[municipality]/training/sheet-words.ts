import { textOfFileRefusal } from '#lib/i18n/import-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SheetOutcome } from '#lib/server/services/training-sheets.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What became of a sheet in words; the marked file lives only in this answer, so that nothing of it is stored. */
export function sheetWords(outcome: SheetOutcome) {
	const isTaken = outcome.kind === 'taken';
	const marked =
		outcome.kind === 'wrong' ? `data:${TYPE};base64,${Buffer.from(outcome.marked).toString('base64')}` : null;
	return { isTaken, text: textOf(outcome), marked };
}

function textOf(outcome: SheetOutcome): string {
	switch (outcome.kind) {
		case 'taken':
			return m.session_sheet_taken({ added: String(outcome.added), changed: String(outcome.changed) });
		case 'wrong':
			return m.session_sheet_wrong({ count: outcome.cells });
		case 'no-table':
			return m.session_sheet_no_table();
		case 'unreadable':
			return textOfFileRefusal(outcome.code);
	}
}

/** The one file of a form; undefined when none was chosen. */
export async function fileIn(data: FormData) {
	const file = data.get('file');
	if (!(file instanceof File) || file.name === '') return undefined;
	return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
