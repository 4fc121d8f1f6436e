import { matrixData } from '#lib/components/functions/matrix-data.ts';
import { paperOf } from '#lib/components/functions/matrix-paper.ts';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exportMatrix } from '#lib/server/services/export-matrix.ts';
import { readMatrix } from '#lib/server/services/function-matrix.ts';
import { choiceOf } from '../matrix/ask.ts';
import type { RequestHandler } from './$types';

/** The matrix as shown, with its folds: a grid with its sums, and the links that they rest on. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const matrix = answer(await readMatrix(locals.ctx, address));
	const choice = choiceOf(url.searchParams);
	const paper = paperOf(matrixData(matrix, choice.area), choice);
	const file = answer(await exportMatrix(locals.ctx, address, paper, getLocale()));
	return new Response(Buffer.from(file.bytes), { headers: file.headers });
};
