import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#lib/server/context.ts';
import { makeBoard } from '#lib/components/workload/board.ts';
import { readOverlapPage } from '#lib/server/services/overlap-page.ts';
import { judgeOverlap } from '#lib/server/services/overlap-verdict.ts';
import { showOverview } from '#lib/server/services/overview.ts';
import { compareOverlaps, compareWorkloads } from '#lib/server/services/scenario-analysis.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { summariseScenario } from '#lib/server/services/scenario-view.ts';
import { DEFAULT_ASSUMPTIONS, showWorkload } from '#lib/server/services/workload.ts';
import { aScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let ctx: Ctx;
beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
});
afterEach(() => at.close());

const PATIENCE = 15_000;

async function overlapsPage() {
	return done(
		readOverlapPage(ctx, {
			...{ address: { slug: SLUG }, withSlug: null, patience: PATIENCE, page: 1, pageSize: 25, pair: null },
			filter: {
				...{ labels: ['duplication', 'overlap'], unit: null, otherUnit: null, role: null, policyArea: null },
				...{ from: 0, onlyOpen: true, work: null, fromHours: 0 },
			},
		}),
	);
}

async function untouchedScenario() {
	return done(openScenario(ctx, { slug: SLUG, scenarioId: await aScenario(ctx) }));
}

describe('one number has one meaning on every page', () => {
	it('undecided overlaps: the overlaps page and the impact of a scenario, also after a verdict', async () => {
		const first = await overlapsPage();
		expect(first.open.duplication + first.open.overlap).toBe(first.total);
		const open = await untouchedScenario();
		expect(await compareOverlaps(ctx, open, PATIENCE)).toEqual({ before: first.open, after: first.open });
		const { a, b } = first.pairs[0]!;
		await judgeOverlap(
			ctx,
			{ slug: SLUG },
			{
				functions: [a.key, b.key],
				fingerprints: [a.fingerprint, b.fingerprint],
				verdict: 'control',
				reason: 'едното звено проверява другото',
			},
		);
		const { open: fewer } = await overlapsPage();
		expect(fewer.duplication + fewer.overlap).toBe(first.total - 1);
		expect((await compareOverlaps(ctx, open, PATIENCE))?.before).toEqual(fewer);
	});

	it('units of each workload class: the overview and the workload page', async () => {
		for (const slug of ['elena', 'lyaskovets']) {
			const { workload } = await done(showOverview(ctx, { slug }));
			const page = await done(showWorkload(ctx, { slug }, DEFAULT_ASSUMPTIONS));
			if (workload.kind !== 'computed' || page.kind !== 'computed') throw new Error('computed');
			const board = makeBoard(page.rows, new URL('http://localhost/'));
			expect(workload.classes).toEqual(Object.fromEntries(board.counts));
			expect(workload.figure.coverage.share).toBe(page.administration.coverage.share);
		}
	});

	it('average span of control: the overview and the numbers of a scenario', async () => {
		const { indicators } = await done(showOverview(ctx, { slug: SLUG }));
		const { numbers } = summariseScenario(await untouchedScenario());
		expect(numbers.before.averageSpan).toBe(indicators.spans.approved.average);
	});

	it('workload before and after is taken in the year of effect, which is named', async () => {
		const open = await untouchedScenario();
		const compared = await compareWorkloads(ctx, open);
		expect(compared).toEqual({ year: Number(open.frame.asOf.slice(0, 4)), changes: [] });
	});
});
