import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Composition } from '#lib/domain/org/index.ts';
import type { Overview } from '#lib/domain/workload/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { takeApart, type TakenApart } from '#lib/server/services/overview-parts.ts';
import { compareMunicipalities, showOverview } from '#lib/server/services/overview.ts';
import { demo } from '#tests/support/fixtures.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let consultant: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	consultant = await at.as('konsultant');
});
afterEach(() => at.close());

async function overview(slug: string): Promise<Overview> {
	const shown = await showOverview(consultant, { slug });
	if (!shown.ok) throw new Error(shown.error.code);
	return shown.value;
}

async function parts(slug: string, of: TakenApart): Promise<Composition> {
	const shown = await takeApart(consultant, { slug }, of);
	if (!shown.ok) throw new Error(shown.error.code);
	return shown.value;
}

function approvedIn(composition: Composition): number {
	if (composition.kind !== 'posts') throw new Error('posts are expected');
	return composition.lines.reduce((sum, line) => sum + line.approved, 0);
}

describe('the overview of a municipality', () => {
	it('has the 125,5 posts of the decision of 2024 for Лясковец', async () => {
		const { indicators } = await overview('lyaskovets');
		expect(indicators.allPosts.approved).toBe(125.5);
	});

	it('shows numbers that add up to what they are taken apart into', async () => {
		for (const slug of ['elena', 'lyaskovets']) {
			const { indicators } = await overview(slug);
			expect(approvedIn(await parts(slug, 'administration'))).toBe(indicators.administration.approved);
			expect(approvedIn(await parts(slug, 'all-posts'))).toBe(indicators.allPosts.approved);
			expect(approvedIn(await parts(slug, 'managers'))).toBe(indicators.managersShare.part);
			expect(approvedIn(await parts(slug, 'part-outside'))).toBe(indicators.byPart.outside.approved);
			expect(approvedIn(await parts(slug, 'funding-delegated'))).toBe(
				indicators.byFunding.delegated.approved,
			);
		}
	});

	it('takes vacancies, spans, functions, powers and origins apart', async () => {
		const { indicators, origins } = await overview('elena');
		const vacant = await parts('elena', 'vacant');
		const free = vacant.kind === 'posts' ? vacant.lines : [];
		expect(free.reduce((sum, line) => sum + line.approved - line.occupied, 0)).toBe(
			indicators.administration.vacant,
		);
		const spans = await parts('elena', 'spans');
		expect(spans.kind === 'spans' && spans.lines.find((line) => line.unit.key === 'el-va')).toMatchObject({
			approved: { reports: 1 },
			band: 'single',
		});
		const functions = await parts('elena', 'functions');
		const answered = functions.kind === 'functions' ? functions.lines : [];
		expect(answered.length).toBeGreaterThan(20);
		const powers = await parts('elena', 'powers');
		expect(powers.kind === 'powers' && powers.uncovered.length).toBe(indicators.powers.uncovered.length);
		const units = await parts('elena', 'origin');
		expect(units.kind === 'origin' && units.units.length).toBe(
			origins.units.verified + origins.units.reconstructed,
		);
	});

	it('finds the planted spans of one, lonely sub-units and functions without an owner', async () => {
		const truth = demo.plantedTruth;
		for (const slug of ['elena', 'lyaskovets']) {
			const { checks } = await overview(slug);
			const keysOf = (code: string) =>
				checks.filter((item) => item.finding.code === code).map((item) => item.finding.subject.key);
			const planted = (list: typeof truth.singleReport) =>
				list.filter((item) => item.municipality === slug).map((item) => item.key);
			expect(keysOf('org/manager-with-one-report')).toEqual(
				expect.arrayContaining(planted(truth.singleReport)),
			);
			expect(keysOf('org/unit-with-one-sub-unit')).toEqual(
				expect.arrayContaining(planted(truth.singleSubUnit)),
			);
			expect(keysOf('org/function-without-accountable').sort()).toEqual(planted(truth.withoutOwner).sort());
			expect(keysOf('org/function-with-several-accountable').sort()).toEqual(
				planted(truth.severalOwners).sort(),
			);
		}
	});

	it('names what a check is about and where it stands', async () => {
		const { checks } = await overview('elena');
		const withoutBasis = checks.find((item) => item.finding.code === 'org/function-without-basis');
		expect(withoutBasis?.name.bg).not.toBe(withoutBasis?.finding.subject.key);
		expect(withoutBasis?.where?.name.bg).toBeTruthy();
	});

	it('says why the workload is missing and still shows the rest', async () => {
		await at.database.db.deleteFrom('parameter').execute();
		const { workload, indicators, spanBounds } = await overview('elena');
		expect(workload.kind).toBe('not-computable');
		expect(spanBounds).toBeNull();
		expect(indicators.administration.approved).toBeGreaterThan(0);
	});

	it('is not there for whoever has nothing to do with the municipality', async () => {
		const stranger = await at.as('hr-elena');
		const refused = { ok: false, error: { code: 'access/not-found' } };
		expect(await showOverview(stranger, { slug: 'lyaskovets' })).toEqual(refused);
		expect(await takeApart(stranger, { slug: 'lyaskovets' }, 'spans')).toEqual(refused);
	});
});

describe('municipalities side by side', () => {
	it('are those that the person may read', async () => {
		const slugs = async (ctx: Ctx) =>
			(await compareMunicipalities(ctx)).map((item) => item.municipality.slug);
		expect(await slugs(consultant)).toEqual(['elena', 'lyaskovets']);
		expect(await slugs(await at.as('hr-elena'))).toEqual(['elena']);
		expect(await slugs(at.nobody())).toEqual([]);
	});
});
