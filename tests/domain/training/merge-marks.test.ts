import { expect, it } from 'vitest';
import { asId, isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import { mergeMarks, type DayMark } from '#lib/domain/training/index.ts';

const MONDAY = isoDate('2027-03-08');
const TUESDAY = isoDate('2027-03-09');
const mark = (name: string, day: typeof MONDAY, isPresent: boolean): DayMark => ({
	employeeId: asId<EmployeeId>(name),
	day,
	isPresent,
});
const was = mark('ivo', MONDAY, true);

it('puts days together that only one of two people moved, also where a mark was taken back', () => {
	const { marks, clashes } = mergeMarks({
		seen: [was],
		mine: [mark('iva', MONDAY, true)],
		theirs: [was, mark('iva', TUESDAY, false)],
	});
	expect(clashes).toEqual([]);
	expect(marks).toEqual([mark('iva', TUESDAY, false), mark('iva', MONDAY, true)]);
});

it('names a day that both moved differently, and takes for it what is stored', () => {
	const { marks, clashes } = mergeMarks({
		seen: [],
		mine: [mark('iva', MONDAY, true)],
		theirs: [mark('iva', MONDAY, false), mark('iva', TUESDAY, true)],
	});
	expect(clashes).toEqual([{ employeeId: 'iva', day: MONDAY, mine: true, theirs: false }]);
	expect(marks).toEqual([mark('iva', MONDAY, false), mark('iva', TUESDAY, true)]);
});

it('changes nothing where both did the same, or nobody did anything', () => {
	expect(mergeMarks({ seen: [], mine: [was], theirs: [was] })).toEqual({ marks: [was], clashes: [] });
	expect(mergeMarks({ seen: [], mine: [], theirs: [] })).toEqual({ marks: [], clashes: [] });
});
