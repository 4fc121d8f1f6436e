import { expect, it } from 'vitest';
import { asId, eurCents, type CourseKey } from '#lib/domain/shared/index.ts';
import {
	changesCourse,
	offeredCourses,
	type CatalogueCourse,
	type StatedCourse,
} from '#lib/domain/training/index.ts';

const shared: CatalogueCourse = {
	key: asId('zop'),
	title: { bg: 'Обществени поръчки', en: 'Procurement' },
	competencyKey: asId('zop'),
	levelTo: 3,
	provider: { bg: 'ИПА', en: null },
	form: 'in-person',
	hours: 16,
	pricePerPerson: eurCents(6050),
	places: 20,
	origin: { verification: 'verified', source: 'проба', asOf: null },
	isShared: true,
	replacesKey: null,
	revision: 1,
};
type Stated = Omit<StatedCourse, 'key'>;
const stated: Stated = {
	...{ title: 'Обществени поръчки', competencyKey: shared.competencyKey, levelTo: 3, provider: 'ИПА' },
	...{ form: 'in-person', hours: 16, pricePerPerson: eurCents(6050), places: 20 },
};

it('offers the own course of a municipality in the place of the shared one that it replaces', () => {
	const own = { ...shared, key: asId<CourseKey>('own'), isShared: false, replacesKey: shared.key };
	const other = { ...shared, key: asId<CourseKey>('law') };
	expect(offeredCourses([shared, own, other]).map(({ key }) => key)).toEqual(['own', 'law']);
	expect(offeredCourses([shared, other])).toEqual([shared, other]);
	expect(offeredCourses([])).toEqual([]);
});

it('takes a sheet for a change only where it says something else', () => {
	expect(changesCourse(shared, stated)).toBe(false);
	const others: readonly Partial<Stated>[] = [
		{ title: 'ЗОП' },
		{ competencyKey: asId('law') },
		{ levelTo: 4 },
		{ provider: 'НСОРБ' },
		{ form: 'distance' },
		{ hours: 8 },
		{ pricePerPerson: eurCents(1) },
		{ places: 5 },
	];
	for (const other of others) expect(changesCourse(shared, { ...stated, ...other })).toBe(true);
});
