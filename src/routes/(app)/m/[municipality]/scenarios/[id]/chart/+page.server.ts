import {
	changeMarks,
	compareUnits,
	diffStructures,
	phaseDays,
	phaseRuns,
	staffingRows,
	structurePicture,
	unplacedFunctions,
	unplacedUnits,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { phaseFrame, type OpenScenario } from '#lib/server/services/scenario.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { run, ...day } = dayOf(open, url.searchParams.get('on'));
	return {
		...{ summary, scenarioFrame, ...day },
		chart: structurePicture(run),
		posts: url.searchParams.get('of') === 'posts' ? postsOf(run) : null,
		unplaced: unplacedFunctions(open.run),
		waiting: unplacedUnits(open.run).map((unit) => unit.key),
	};
};

/** What is in effect by the day that is asked for; all of it by the last one, or where none is asked for. */
function dayOf(open: OpenScenario, asked: string | null) {
	const operations = open.run.steps.map(({ operation }) => operation);
	const days = phaseDays(operations, open.scenario.effectiveOn);
	const last = days.at(-1) ?? open.scenario.effectiveOn;
	const phases = days.length > 1 ? phaseRuns(open.run.before, operations, phaseFrame(open)) : [];
	const chosen = phases.find(({ startsOn, result }) => startsOn === asked && result.ok);
	return {
		run: chosen?.result.ok ? chosen.result.value : open.run,
		day: chosen?.startsOn ?? last,
		isLastDay: (chosen?.startsOn ?? last) === last,
		daysLabel: m.scenario_chart_days(),
		days: phases.map(({ startsOn, result }) => {
			const date = formatDate(startsOn);
			const label = result.ok ? m.scenario_chart_day({ date }) : m.scenario_chart_day_refused({ date });
			return { on: startsOn, label, refused: !result.ok };
		}),
	};
}

/** The lines of the staffing table on both sides, each with what became of it. */
function postsOf({ before, after }: Pick<ScenarioRun, 'before' | 'after'>) {
	const marks = changeMarks({ diff: diffStructures(before, after), units: compareUnits(before, after) });
	const slim = (rows: ReturnType<typeof staffingRows>) =>
		rows.map(({ post, change }) => ({
			...{ key: post.key, unitKey: post.unitKey, title: post.title, approved: post.approved },
			...{ category: post.category, isHead: post.isHead, change },
		}));
	return { before: slim(staffingRows(before, marks.posts)), after: slim(staffingRows(after, marks.posts)) };
}
