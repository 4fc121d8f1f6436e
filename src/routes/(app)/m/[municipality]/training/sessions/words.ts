import { formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import {
	nameOfSessionState,
	shortConflict,
	textOfConflict,
	textOfPlace,
	textOfTime,
} from '#lib/i18n/session-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { SessionWords } from '#lib/components/training/session-view.ts';
import type { SessionLine } from '#lib/server/services/training-session-view.ts';

/** A session in words, made where the page is made, so that the browser gets no more than it shows. */
export function wordsOf(line: SessionLine): SessionWords {
	const { id, state, groupName, seated, places, waiting, unmeasuredUnits } = line;
	return {
		id,
		title: localText(line.title),
		state,
		stateName: nameOfSessionState(state),
		time: textOfTime(line),
		part: groupName === '' ? '' : m.session_group_part({ name: groupName }),
		where: textOfPlace(line),
		trainer: line.trainer,
		people: m.session_seated({ seated: formatNumber(seated), places: formatNumber(places) }),
		waiting: waiting > 0 ? m.session_waiting({ count: waiting }) : '',
		unmeasured: unmeasuredUnits > 0 ? m.session_peak_unmeasured({ count: unmeasuredUnits }) : '',
		conflicts: line.conflicts.map((conflict) => ({
			short: shortConflict(conflict.code),
			text: textOfConflict(conflict),
			otherId: conflict.other?.id ?? null,
		})),
	};
}
