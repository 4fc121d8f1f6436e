import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linksOf } from '#lib/charts/matrix-links.ts';
import { asId, type FunctionKey, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { COUNTED, fteIn, WRITTEN } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { exportFunctions, listFunctions, type FunctionFilter } from '#lib/server/services/function-list.ts';
import { readMatrix } from '#lib/server/services/function-matrix.ts';
import { overlapsOfFunction } from '#lib/server/services/function-overlaps.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { studyOverlaps } from '#lib/server/services/overlap-analysis.ts';
import { exportPosts, viewPost } from '#lib/server/services/post-page.ts';
import { amountStep, headcountLens, overlapLens, workloadLens } from '#lib/server/services/unit-lens.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let ctx: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
});
afterEach(() => at.close());

const NOTHING_ASKED: FunctionFilter = {
	query: '',
	unit: null,
	role: null,
	area: null,
	kind: null,
	hasBasis: null,
	isMeasured: null,
};
const ask = (filter: Partial<FunctionFilter>, sort: 'act' | 'text' = 'act', page = 1) =>
	listFunctions(ctx, { slug: 'elena' }, { filter: { ...NOTHING_ASKED, ...filter }, sort, page });

function valueOf<T>(result: { readonly ok: boolean; readonly value?: T; readonly error?: unknown }): T {
	if (!result.ok || result.value === undefined) throw new Error(JSON.stringify(result.error));
	return result.value;
}

describe('the structure', () => {
	it('of Лясковец has the 125,5 posts of the decision of 2024', async () => {
		const { headline, units } = valueOf(await viewStructure(ctx, { slug: 'lyaskovets' }));
		expect(headline.allPosts.approved).toBe(125.5);
		expect(units.reduce((sum, unit) => sum + unit.own.approved, 0)).toBe(125.5);
	});

	it('sums the posts of each unit with everything below it and lists a superior before its subordinates', async () => {
		const { units } = valueOf(await viewStructure(ctx, { slug: 'elena' }));
		const place = new Map(units.map((unit, index) => [unit.key, index]));
		for (const unit of units) {
			const children = units.filter((other) => other.parentKey === unit.key);
			const below = children.reduce((sum, child) => sum + child.total, 0);
			expect(unit.total, unit.key).toBeCloseTo(unit.own.approved + below, 10);
			for (const child of children) expect(place.get(child.key)).toBeGreaterThan(place.get(unit.key) ?? 0);
		}
	});

	it('is not there for whoever has nothing to do with the municipality', async () => {
		const stranger = await at.as('konsultant-lyaskovets');
		expect(await viewStructure(stranger, { slug: 'elena' })).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
		expect(await viewUnit(stranger, { slug: 'elena' }, asId<UnitKey>('el-fin'))).toMatchObject({ ok: false });
	});
});

describe('the lenses of the chart', () => {
	it.each([
		[0, 'amount-0'],
		[0.5, 'amount-1'],
		[2, 'amount-1'],
		[20, 'amount-4'],
		[20.5, 'amount-5'],
	])('%d posts are %s', (amount, step) => {
		expect(amountStep(amount)).toBe(step);
	});

	it('give every unit a step, and what nobody measured is unknown, not idle', async () => {
		const { units } = valueOf(await viewStructure(ctx, { slug: 'elena' }));
		expect(Object.keys(headcountLens(units))).toHaveLength(units.length);
		const load = Object.values(valueOf(await workloadLens(ctx, { slug: 'elena' })));
		expect(load).toHaveLength(units.length);
		expect(load.some((figure) => figure.step === 'unknown')).toBe(true);
		expect(load.every((figure) => (figure.step === 'unknown') === (figure.value === null))).toBe(true);
	});
});

describe('a unit', () => {
	it('shows its way up, its posts, its functions by role and what rests on it', async () => {
		const unit = valueOf(await viewUnit(ctx, { slug: 'elena' }, asId<UnitKey>('el-mp')));
		expect(unit.path.map((above) => above.key)).toEqual(['el-kmet', 'el-fin']);
		expect(unit.own.approved).toBe(unit.posts.reduce((sum, post) => sum + post.approved, 0));
		expect(unit.functions.some((fn) => fn.roles.includes('accountable'))).toBe(true);
	});

	it('keeps its history from whoever may not read the trail', async () => {
		const viewer = await at.as('nablyudatel');
		const unit = valueOf(await viewUnit(viewer, { slug: 'elena' }, asId<UnitKey>('el-mp')));
		expect(unit.history).toEqual([]);
	});

	it('that does not exist is not found, nor is a post of the other municipality', async () => {
		const unknown = await viewUnit(ctx, { slug: 'elena' }, asId<UnitKey>('el-nyama'));
		expect(unknown).toEqual({ ok: false, error: { code: 'access/not-found' } });
		const foreign = await viewPost(ctx, { slug: 'elena' }, asId<PostKey>('ly-kmet-kmet'));
		expect(foreign).toEqual({ ok: false, error: { code: 'access/not-found' } });
	});

	it('has all its posts in the file, with the unit they belong to', async () => {
		const { lines } = valueOf(await exportPosts(ctx, { slug: 'lyaskovets' }));
		expect(lines.reduce((sum, line) => sum + line.post.approved, 0)).toBe(125.5);
	});
});

describe('the inventory of functions', () => {
	it('shows fifty a page, and a page beyond the last is the last', async () => {
		const first = valueOf(await ask({}));
		expect(first.lines).toHaveLength(50);
		expect(first.pages).toBe(Math.ceil(first.all / 50));
		const last = valueOf(await ask({}, 'act', 999));
		expect(last.page).toBe(first.pages);
		expect(last.lines.length).toBe(first.all - 50 * (first.pages - 1));
	});

	it('finds words whatever their case and order', async () => {
		const found = valueOf(await ask({ query: 'БЮДЖЕТ общинския' }));
		expect(found.found).toBeGreaterThan(0);
		for (const line of found.lines) {
			expect(line.text.bg.toLowerCase()).toContain('бюджет');
			expect(line.text.bg.toLowerCase()).toContain('общинския');
		}
	});

	it('narrows to a unit and its role', async () => {
		const all = valueOf(await ask({ unit: 'el-fin' }));
		const own = valueOf(await ask({ unit: 'el-fin', role: 'accountable' }));
		expect(own.found).toBeLessThan(all.found);
		expect(own.lines.every((line) => line.accountable.some((unit) => unit.key === 'el-fin'))).toBe(true);
	});

	it('splits into with and without a basis, and into measured and not, without a rest', async () => {
		const count = async (filter: Partial<FunctionFilter>) => valueOf(await ask(filter)).found;
		const all = await count({});
		expect((await count({ hasBasis: true })) + (await count({ hasBasis: false }))).toBe(all);
		expect((await count({ isMeasured: true })) + (await count({ isMeasured: false }))).toBe(all);
		expect(await count({ hasBasis: false })).toBeGreaterThan(0);
	});

	it('sorts as a person expects Bulgarian words to stand', async () => {
		const texts = valueOf(await ask({}, 'text')).lines.map((line) => line.text.bg);
		expect(texts).toEqual([...texts].sort(new Intl.Collator('bg', { numeric: true }).compare));
	});

	it('goes into the file whole, as filtered', async () => {
		const filter = { ...NOTHING_ASKED, kind: 'control' } as const;
		const { lines } = valueOf(await exportFunctions(ctx, { slug: 'elena' }, filter));
		expect(lines.length).toBe(valueOf(await ask({ kind: 'control' })).found);
	});
});

describe('a function and the matrix', () => {
	it('names its bases, its participants with the accountable one first, and its counted work', async () => {
		const [line] = valueOf(await ask({ isMeasured: true, hasBasis: true })).lines;
		const page = valueOf(await viewFunction(ctx, { slug: 'elena' }, asId<FunctionKey>(line?.key ?? 'x')));
		expect(page.bases[0]?.act).not.toBeNull();
		expect(page.participants[0]?.role).toBe('accountable');
		expect(page.activities.length).toBeGreaterThan(0);
	});

	it('gives the matrix every participation once, with the counted work as full posts where it is measured', async () => {
		const matrix = valueOf(await readMatrix(ctx, { slug: 'elena' }));
		const { links } = matrix;
		const written = links.cells.filter((cell) => (cell & WRITTEN) !== 0).length;
		const opened = valueOf(await openStructure(ctx, { slug: 'elena' }));
		const own = opened.structure.participations.map((one) =>
			[one.functionKey, one.unitKey, one.postKey].join(),
		);
		expect(written).toBe(new Set(own).size);
		const { functions, units, posts } = matrix;
		const rebuilt = functions.flatMap(({ key }, fn) =>
			linksOf(links, fn).flatMap(({ place, cell }) => {
				const post = posts[place - units.length];
				const unitKey = post?.unitKey ?? units[place]?.key;
				return (cell & WRITTEN) === 0 ? [] : [[key, unitKey, post?.key].join()];
			}),
		);
		expect(new Set(rebuilt)).toEqual(new Set(own));
		expect([links.ends.at(-1), links.places.length]).toEqual([links.cells.length, links.cells.length]);
		for (const cell of links.cells) if ((cell & COUNTED) === 0) expect(fteIn(cell)).toBeNull();
		expect(links.cells.some((cell) => (fteIn(cell) ?? 0) > 0)).toBe(true);
		expect(matrix.isEditable).toBe(false);
	});
});

describe('overlaps beside the structure', () => {
	it('count on each unit the open duplications and overlaps that touch it', async () => {
		const { units } = valueOf(await viewStructure(ctx, { slug: 'elena' }));
		const figures = valueOf(await overlapLens(ctx, { slug: 'elena' }, units));
		const studied = valueOf(await studyOverlaps(ctx, { address: { slug: 'elena' }, withSlug: null }));
		const strong = studied.judged.filter(({ overlap }) => overlap.label !== 'related');
		const sum = Object.values(figures).reduce((total, figure) => total + (figure.value ?? 0), 0);
		// Each pair stands between two units; a function that nobody answers for has none („el-ut-f38“).
		const without = strong.filter(({ overlap }) => overlap.a.unitKey === null || overlap.b.unitKey === null);
		expect(sum).toBe(2 * strong.length - without.length);
		for (const { overlap } of without)
			expect([overlap.a.functionKey, overlap.b.functionKey]).toContain('el-ut-f38');
		expect(strong.length).toBeGreaterThan(0);
	});

	it('show a function its nearest neighbours, the other side of each pair', async () => {
		const studied = valueOf(await studyOverlaps(ctx, { address: { slug: 'elena' }, withSlug: null }));
		const best = studied.judged[0]?.overlap;
		const key = best?.a.functionKey ?? asId<FunctionKey>('x');
		const found = valueOf(await overlapsOfFunction(ctx, { slug: 'elena' }, key));
		expect(found?.[0]).toMatchObject({ key: best?.b.functionKey, score: best?.score, isDecided: false });
		expect(found?.every((one) => one.key !== key)).toBe(true);
	});
});
