import { findClashes, settleClashes, type FieldTexts } from '../org/index.ts';
import type { EmployeeId, IsoDate } from '../shared/index.ts';
import type { DayMark } from './attendance.ts';

/** One day of one person that two people marked differently; null is not marked. */
export interface MarkClash {
	readonly employeeId: EmployeeId;
	readonly day: IsoDate;
	readonly mine: boolean | null;
	readonly theirs: boolean | null;
}

/**
 * Puts two fillings of one attendance sheet together: a day that only one of the two moved from what both saw keeps
 * the move; a day that both moved differently is a clash, for a person to choose. Example: both saw nothing; I mark
 * Ива present on Monday, the other one marks her absent on Monday and present on Tuesday → Tuesday is taken, Monday
 * is a clash.
 */
export function mergeMarks(sides: {
	readonly seen: readonly DayMark[];
	readonly mine: readonly DayMark[];
	/** What is stored now. */
	readonly theirs: readonly DayMark[];
}): { readonly marks: readonly DayMark[]; readonly clashes: readonly MarkClash[] } {
	const texts = { seen: textsOf(sides.seen), mine: textsOf(sides.mine), theirs: textsOf(sides.theirs) };
	const all = { ...texts.seen, ...texts.theirs, ...texts.mine };
	const empty = Object.fromEntries(Object.keys(all).map((name) => [name, '']));
	const [seen, mine, theirs] = [texts.seen, texts.mine, texts.theirs].map((one) => ({ ...empty, ...one }));
	const clashes = findClashes({ seen: seen ?? empty, mine: mine ?? empty, theirs: theirs ?? empty });
	return {
		marks: marksOf(settleClashes(theirs ?? empty, clashes, {})),
		clashes: clashes
			.filter(({ by }) => by === 'both')
			.map((clash) => ({
				...placeOf(clash.field),
				mine: markOf(clash.mine[clash.field]),
				theirs: markOf(clash.theirs[clash.field]),
			})),
	};
}

function textsOf(marks: readonly DayMark[]): FieldTexts {
	return Object.fromEntries(
		marks.map(({ employeeId, day, isPresent }) => [`${employeeId} ${day}`, isPresent ? 'yes' : 'no']),
	);
}

function marksOf(texts: FieldTexts): readonly DayMark[] {
	return Object.entries(texts).flatMap(([name, text]) => {
		const isPresent = markOf(text);
		return isPresent === null ? [] : [{ ...placeOf(name), isPresent }];
	});
}

function markOf(text: string | undefined): boolean | null {
	return text === 'yes' ? true : text === 'no' ? false : null;
}

function placeOf(name: string): Pick<DayMark, 'employeeId' | 'day'> {
	const at = name.lastIndexOf(' ');
	return { employeeId: name.slice(0, at) as EmployeeId, day: name.slice(at + 1) as IsoDate };
}
