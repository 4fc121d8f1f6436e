import { changeMarks, compareUnits, diffStructures, staffingRows } from '#lib/domain/scenario/index.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const { before, after } = open.run;
	const marks = changeMarks({ diff: diffStructures(before, after), units: compareUnits(before, after) });
	return {
		...{ summary, scenarioFrame },
		before: staffingRows(before, marks.posts),
		after: staffingRows(after, marks.posts),
	};
};
