import type { ScenarioAside } from '#lib/components/scenario/scenario-aside.ts';
import { pageOfMeasure } from '#lib/i18n/compare-text.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { nameOfTargetState, targetMeter } from '#lib/i18n/target-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Ctx } from '#lib/server/context.ts';
import { localText } from '#lib/i18n/names.ts';
import { mayManage, waitingDelegations } from '#lib/server/services/scenario-delegation.ts';
import { findUndoableRebase, operationsToReview, planRebase } from '#lib/server/services/scenario-rebase.ts';
import { viewTargets } from '#lib/server/services/scenario-target.ts';
import type { OpenScenario } from '#lib/server/services/scenario.ts';

/** What stands under the numbers on every page of a scenario, in sentences made here, so that no page carries the texts. */
export async function asideOf(ctx: Ctx, open: OpenScenario): Promise<ScenarioAside> {
	const base = `/m/${open.municipality.slug}/scenarios/${open.scenario.id}`;
	return {
		rebase: await rebaseBanner(ctx, open, base),
		undo: await undoOffer(ctx, open, base),
		waiting: [...(await reviewList(ctx, open, base)), ...(await delegationList(ctx, open, base))],
		meters: await meterList(ctx, open, base),
	};
}

async function rebaseBanner(ctx: Ctx, open: OpenScenario, base: string): Promise<ScenarioAside['rebase']> {
	const plan = await planRebase(ctx, open);
	if (!plan) return null;
	const { baseChanges, conflicts } = plan.rebase;
	return {
		text: m.rebase_banner({
			changes: m.rebase_banner_changes({ count: baseChanges.length }),
			conflicts: m.rebase_banner_conflicts({ count: conflicts }),
		}),
		tone: conflicts > 0 ? 'warning' : 'info',
		link: open.mayEdit ? { href: `${base}/rebase`, label: m.rebase_banner_link() } : null,
		note: open.mayEdit ? '' : m.rebase_banner_reader(),
	};
}

async function undoOffer(ctx: Ctx, open: OpenScenario, base: string): Promise<ScenarioAside['undo']> {
	const made = await findUndoableRebase(ctx, open);
	return (
		made && {
			text: m.rebase_done({ from: formatDate(made.from.validFrom) }),
			action: `${base}/rebase?/undo`,
			label: m.rebase_undo(),
			revision: open.scenario.revision,
		}
	);
}

async function reviewList(ctx: Ctx, open: OpenScenario, base: string): Promise<ScenarioAside['waiting']> {
	const operations = open.mayEdit ? await operationsToReview(ctx, open) : [];
	if (operations.length === 0) return [];
	const links = operations.map(({ id, position }) => ({
		href: `${base}/operations/${id}`,
		label: m.scenario_operation_number({ number: position }),
	}));
	return [{ text: m.rebase_review(), links }];
}

/** Work that came back, for those who decide on it; work that was given, for its head. */
async function delegationList(ctx: Ctx, open: OpenScenario, base: string): Promise<ScenarioAside['waiting']> {
	const isManager = mayManage(open);
	const waiting = await waitingDelegations(ctx, open);
	if (waiting.length === 0) return [];
	const links = waiting.map(({ id, unit, dueOn }) => ({
		href: `${base}/delegation/${id}`,
		label:
			isManager || dueOn === null
				? localText(unit)
				: m.delegation_given_link({ unit: localText(unit), date: formatDate(dueOn) }),
	}));
	return [{ text: isManager ? m.delegation_returned_notice() : m.delegation_given_notice(), links }];
}

async function meterList(ctx: Ctx, open: OpenScenario, base: string): Promise<ScenarioAside['meters']> {
	const standings = await viewTargets(ctx, open);
	if (standings.length === 0) return null;
	return {
		label: m.target_strip(),
		list: standings.map((standing) => ({
			href: `${base}${pageOfMeasure(standing.measure)}`,
			label: targetMeter(standing),
			...{ filled: standing.filled, state: standing.state },
			stateName: nameOfTargetState(standing.state),
		})),
	};
}
