import { describe, expect, it } from 'vitest';
import { asId, isoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import { measureForFinding } from '#lib/server/services/workload-finding.ts';
import { showUnitWorkload } from '#lib/server/services/workload-unit.ts';
import { DEFAULT_ASSUMPTIONS, getWorkloadByUnit, showWorkload } from '#lib/server/services/workload.ts';
import { demo } from '#tests/support/fixtures.ts';
import { SLUG, UNIT, ADDRESS, at, consultant } from '#tests/support/workload-world.ts';

describe('the workload of the demo municipalities', () => {
	it('is what the planted truth says: overload, underload, too little measured, and decoys in balance', async () => {
		for (const slug of ['elena', SLUG]) {
			const shown = await getWorkloadByUnit(consultant, { slug });
			const report = shown.ok && shown.value.report.ok ? shown.value.report.value : undefined;
			const classOf = (key: string) => report?.units.get(asId<UnitKey>(key))?.own.class;
			const truth = demo.plantedTruth;
			const here = (list: typeof truth.overloaded) => list.filter((item) => item.municipality === slug);
			for (const { key } of here(truth.overloaded)) expect([key, classOf(key)]).toEqual([key, 'overloaded']);
			for (const { key } of here(truth.underloaded)) expect([key, classOf(key)]).toEqual([key, 'low']);
			for (const { key } of here(truth.insufficient))
				expect([key, classOf(key)]).toEqual([key, 'insufficient-data']);
			for (const { key } of here(truth.decoys.units))
				expect(['overloaded', 'low'], key).not.toContain(classOf(key));
		}
	});

	it('lists every unit in the order of the structure, with method, years and coverage', async () => {
		const shown = await showWorkload(consultant, { slug: SLUG }, DEFAULT_ASSUMPTIONS);
		const found = shown.ok && shown.value.kind === 'computed' ? shown.value : undefined;
		expect(found?.rows.length).toBe(demo.structures[1]?.units.length);
		expect(found).toMatchObject({ year: 2026, method: 'wisn', methods: ['sample-data'] });
		expect(found?.administration.coverage.share).toBeGreaterThan(0.7);
	});

	it('can be taken for another year and by the analytic method', async () => {
		const other = await showWorkload(consultant, { slug: SLUG }, { year: 2014, method: 'analytic' });
		expect(other.ok && other.value).toMatchObject({ kind: 'computed', year: 2014, method: 'analytic' });
	});

	it('says which parameter is missing instead of guessing', async () => {
		await at.database.db.deleteFrom('parameter').where('key', 'like', 'time.hours%').execute();
		const shown = await showWorkload(consultant, { slug: SLUG }, DEFAULT_ASSUMPTIONS);
		expect(shown).toEqual({
			ok: true,
			value: {
				kind: 'not-computable',
				error: { code: 'workload/missing-parameter', keys: ['time.hours-per-day'] },
			},
		});
		const unit = await showUnitWorkload(consultant, ADDRESS, DEFAULT_ASSUMPTIONS);
		expect(unit.ok && unit.value.kind).toBe('not-computable');
	});

	it('is closed to strangers, and a unit of another municipality is not there', async () => {
		const refused = { ok: false, error: { code: 'access/not-found' } };
		expect(await showWorkload(at.nobody(), { slug: SLUG }, DEFAULT_ASSUMPTIONS)).toEqual(refused);
		const hr = await at.as('hr-elena');
		expect(await showWorkload(hr, { slug: SLUG }, DEFAULT_ASSUMPTIONS)).toEqual(refused);
		const foreign = { slug: SLUG, unitKey: 'el-ut' };
		expect(await showUnitWorkload(consultant, foreign, DEFAULT_ASSUMPTIONS)).toEqual(refused);
	});

	it('has no figure of a post of one or two people for a councillor, who may not see people', async () => {
		const pageOf = async (user: string) => {
			const address = { slug: SLUG, unitKey: asId<UnitKey>('ly-osut') };
			const shown = await showUnitWorkload(await at.as(user), address, DEFAULT_ASSUMPTIONS);
			if (!shown.ok || shown.value.kind !== 'computed') throw new Error('the unit is computed');
			const { workload, hiddenPosts } = shown.value;
			const named = workload.terms?.activities.filter(({ activity }) => activity.postKey !== null);
			return { posts: workload.posts, named: named?.length, hiddenPosts, need: workload.own.need };
		};
		// Nine people on posts of one or two: no line is left, and the unit is the same for everybody.
		const full = await pageOf('konsultant');
		const shared = await pageOf('savetnik-lyaskovets-1');
		expect(shared).toMatchObject({
			posts: [],
			named: 0,
			hiddenPosts: { posts: full.posts.length, occupied: 9 },
		});
		expect(shared.need).toEqual(full.need);
		expect((await pageOf('rakovoditel-lyaskovets')).posts).toEqual(full.posts);
	});
});

describe('a study of a past year', () => {
	it('rests on the parameters and the calendar of its last day', async () => {
		const found = await getWorkloadByUnit(consultant, { slug: SLUG }, { year: 2014, method: 'wisn' });
		expect(found.ok && found.value.asOf).toBe(isoDate('2014-12-31'));
	});
});

describe('a workload that becomes a finding', () => {
	it('keeps its figures, and knows over- from underload', async () => {
		const over = await measureForFinding(consultant, { slug: SLUG }, UNIT);
		expect(over.load).toBe('overload');
		expect(over.measured).toMatchObject({ occupied: 9, year: 2026 });
		const under = await measureForFinding(consultant, { slug: SLUG }, asId<UnitKey>('ly-hdip-1'));
		expect(under.load).toBe('underload');
	});

	it('says nothing where the balance is normal or nobody measured', async () => {
		const normal = await measureForFinding(consultant, { slug: SLUG }, asId<UnitKey>('ly-bfs'));
		expect(normal.load).toBeNull();
		const dark = await measureForFinding(consultant, { slug: SLUG }, asId<UnitKey>('ly-kmet'));
		expect(dark).toEqual({ load: null, measured: null });
		const nobody = await measureForFinding(at.nobody(), { slug: SLUG }, UNIT);
		expect(nobody.measured).toBeNull();
	});
});
