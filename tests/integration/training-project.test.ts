import { expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { readIndicators, removeProject, saveProject } from '#lib/server/services/training-project.ts';
import { at, codeOf, hr, slug, value } from '#tests/support/training-world.ts';

const project = {
	...{ id: null, revision: null, name: 'Добро управление' },
	...{ startsOn: isoDate('2026-01-01'), endsOn: isoDate('2027-06-30') },
	targets: new Map([
		['people', 70],
		['acts', 2],
	] as const),
};
const projects = async (ctx = hr) => value(await readIndicators(ctx, slug, null)).projects;

it('keeps the targets of a project period and counts the rest from the data', async () => {
	value(await saveProject(hr, slug, project));
	const [kept] = await projects(await at.as('savetnik-elena-1'));
	expect(kept).toMatchObject({ name: 'Добро управление', revision: 1 });
	expect(kept?.indicators.find(({ code }) => code === 'people')).toEqual({
		...{ code: 'people', target: 70, actual: 0 },
	});
	expect(kept?.indicators.find(({ code }) => code === 'women')?.target).toBeNull();
	const changed = {
		...project,
		id: kept?.id ?? '',
		revision: 1,
		targets: new Map([['seats', 140]] as const),
	};
	value(await saveProject(hr, slug, changed));
	expect(codeOf(await saveProject(hr, slug, changed))).toBe('training/stale');
	expect(codeOf(await saveProject(hr, slug, { ...changed, id: 'nyama' }))).toBe('project/gone');
	value(await removeProject(hr, slug, { id: kept?.id ?? '', revision: 2 }));
	expect(await projects()).toEqual([]);
});

it('refuses a period that ends before it begins, and whoever is not human resources', async () => {
	const wrong = { ...project, endsOn: isoDate('2025-12-31') };
	expect(codeOf(await saveProject(hr, slug, wrong))).toBe('project/ends-before');
	expect(codeOf(await saveProject(await at.as('konsultant'), slug, project))).toBe('access/forbidden');
});
