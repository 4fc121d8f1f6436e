import {
	changeMarks,
	compareUnits,
	diffStructures,
	runOnDay,
	staffingRows,
	structurePicture,
	unplacedFunctions,
	unplacedUnits,
	type ScenarioRun,
} from '#lib/domain/scenario/index.ts';
import { dayChoices } from '#lib/i18n/chart-days.ts';
import { phaseFrame } from '#lib/server/services/scenario.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const asked = url.searchParams.get('on');
	const { run, days, ...day } = runOnDay(open.run, phaseFrame(open), asked);
	return {
		...{ summary, scenarioFrame, ...day, ...dayChoices(days) },
		chart: structurePicture(run),
		posts: url.searchParams.get('of') === 'posts' ? postsOf(run) : null,
		unplaced: unplacedFunctions(open.run),
		waiting: unplacedUnits(open.run).map((unit) => unit.key),
	};
};

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
