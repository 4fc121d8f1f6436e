import { expect, it } from 'vitest';
import { eurCents } from '#lib/domain/shared/index.ts';
import type { CatalogueCourse } from '#lib/domain/training/index.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { addCompetency, retireCompetency } from '#lib/server/services/dictionary-edit.ts';
import { readCourse, removeCourse, saveCourse } from '#lib/server/services/training-course.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { readCatalogue } from '#lib/server/services/training-sheets.ts';
import { createPlan, openPlan } from '#lib/server/services/training-plan.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const SOURCE = 'проба';
const statedOf = (course: CatalogueCourse) => ({
	title: course.title.bg,
	competencyKey: course.competencyKey,
	levelTo: course.levelTo,
	provider: course.provider.bg,
	form: course.form,
	hours: course.hours,
	pricePerPerson: course.pricePerPerson,
	places: course.places,
});
const shared = async (key = 'zop-adv') => {
	const found = value(await readCourse(hr, slug, key)).course;
	if (!found) throw new Error('no course');
	return found;
};
const at1 = (course: CatalogueCourse) => ({ slug, key: course.key, revision: course.revision });

it('gives a municipality its own course in the place of a shared one, and lets its open plans follow', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, { key: null, funding: 'local', responsible: '' }));
	const before = await shared();
	const key = value(
		await saveCourse(hr, at1(before), { ...statedOf(before), title: 'Поръчки за Елена' }, SOURCE),
	);
	expect(key).not.toBe(before.key);
	const lines = value(await openPlan(hr, slug, 2027)).items;
	expect(lines.filter((line) => line.courseKey === before.key)).toEqual([]);
	expect(lines.some((line) => line.courseKey === key && line.title.bg === 'Поръчки за Елена')).toBe(true);
	const elsewhere = value(await readCatalogue(await at.as('hr-lyaskovets'), 'lyaskovets')).courses;
	expect(elsewhere.find((one) => one.key === before.key)?.title).toEqual(before.title);
	expect(elsewhere.some((one) => one.key === key)).toBe(false);
});

it('shows the second of two people the course as the first one left it, and stores nothing of the second', async () => {
	const before = await shared();
	const first = { ...statedOf(before), places: 12 };
	const own = value(await saveCourse(hr, at1(before), first, SOURCE));
	const second = await saveCourse(hr, at1(before), { ...statedOf(before), places: 8 }, SOURCE);
	if (second.ok || second.error.code !== 'course/stale') throw new Error(codeOf(second));
	expect(second.error.now).toMatchObject({ key: own, places: 12, revision: 1 });
	value(await saveCourse(hr, at1(second.error.now), { ...first, places: 8 }, SOURCE));
	const third = await saveCourse(hr, at1(second.error.now), { ...first, places: 9 }, SOURCE);
	expect(codeOf(third)).toBe('course/stale');
	expect((await shared(own)).places).toBe(8);
});

it('lets the administrator alone change what all municipalities share', async () => {
	const admin = await at.as('admin');
	const before = await shared();
	const key = value(
		await saveCourse(admin, at1(before), { ...statedOf(before), pricePerPerson: eurCents(1) }, SOURCE),
	);
	expect(key).toBe(before.key);
	const seen = value(await readCatalogue(await at.as('hr-lyaskovets'), 'lyaskovets')).courses;
	expect(seen.find((one) => one.key === key)?.pricePerPerson).toBe(1);
	const consultant = await at.as('konsultant');
	expect(codeOf(await saveCourse(consultant, at1(before), statedOf(before), SOURCE))).toBe(
		'access/forbidden',
	);
});

it('offers the shared list no competency of one municipality, and no new course a retired one', async () => {
	const before = await shared();
	const name = { bg: 'Само за Елена', en: null };
	const own = value(
		await addCompetency(hr, slug, {
			...{ group: 'functional', name, description: name, weight: 1, levels: [] },
		}),
	);
	const admin = await at.as('admin');
	const about = (competencyKey: CatalogueCourse['competencyKey']) => ({ ...statedOf(before), competencyKey });
	const none = { slug, key: null, revision: null };
	expect(codeOf(await saveCourse(admin, none, about(own), SOURCE))).toBe('course/no-such-competency');
	value(await saveCourse(hr, none, about(own), SOURCE));
	value(await retireCompetency(hr, { slug, key: before.competencyKey, number: 0, isRetired: true }));
	expect(codeOf(await saveCourse(hr, none, statedOf(before), SOURCE))).toBe('course/no-such-competency');
	value(await saveCourse(hr, at1(before), { ...statedOf(before), places: 9 }, SOURCE));
});

it('hides the courses of one municipality from the other and from the shared list', async () => {
	const own = { ...statedOf(await shared()), title: 'Само за Елена' };
	const key = value(await saveCourse(hr, { slug, key: null, revision: null }, own, SOURCE));
	expect(codeOf(await readCourse(await at.as('hr-lyaskovets'), 'lyaskovets', key))).toBe(
		'course/no-such-course',
	);
	expect(codeOf(await readCourse(await at.as('admin'), slug, key))).toBe('course/no-such-course');
	const none = { ...own, competencyKey: 'nyama' as never };
	expect(codeOf(await saveCourse(hr, { slug, key: null, revision: null }, none, SOURCE))).toBe(
		'course/no-such-competency',
	);
});

it('takes an own course out again, and the shared one that it replaced comes back', async () => {
	const before = await shared();
	const key = value(await saveCourse(hr, at1(before), { ...statedOf(before), places: 12 }, SOURCE));
	expect(codeOf(await removeCourse(hr, { slug, key, revision: 9 }))).toBe('course/stale');
	expect(codeOf(await removeCourse(hr, at1(before)))).toBe('course/no-such-course');
	value(await removeCourse(hr, { slug, key, revision: 1 }));
	expect((await shared()).key).toBe(before.key);
	expect(codeOf(await removeCourse(hr, at1(before)))).toBe('course/no-such-course');
	const consultant = await at.as('konsultant');
	expect(codeOf(await removeCourse(consultant, { slug, key, revision: 1 }))).toBe('access/forbidden');
});

it('keeps an own course that a plan rests on, and names the line', async () => {
	value(await syncNeeds(hr, slug, { kind: 'gaps' }));
	value(await createPlan(hr, slug, 2027));
	value(await addSuggested(hr, slug, 2027, { key: null, funding: 'local', responsible: '' }));
	const before = await shared();
	const key = value(await saveCourse(hr, at1(before), { ...statedOf(before), title: 'Наш' }, SOURCE));
	expect(await removeCourse(hr, { slug, key, revision: 1 })).toMatchObject({
		error: { code: 'course/in-use', lines: [{ year: 2027, title: { bg: 'Наш' } }] },
	});
});
