import { yearOf } from '../shared/index.ts';
import type { TrainingSession } from './session.ts';

/**
 * The number of the certificate that a participant of a session gets: year, mark of the session, place in the line.
 * The same participant of the same session always has the same number. Example: `2027-3F9A1C-04`.
 */
export function certificateNumber(
	session: Pick<TrainingSession, 'id' | 'endsOn'>,
	placeInLine: number,
): string {
	const mark = session.id
		.replace(/[^0-9a-z]/gi, '')
		.slice(-6)
		.toUpperCase();
	return [yearOf(session.endsOn), mark, String(placeInLine).padStart(2, '0')].join('-');
}
