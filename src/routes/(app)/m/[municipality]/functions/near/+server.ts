import { json } from '@sveltejs/kit';
import { isId, type FunctionKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { answer } from '#lib/forms/index.ts';
import { findNearFunctions } from '#lib/server/services/function-near.ts';
import type { RequestHandler } from './$types';

/** Functions that say nearly the same as the text in the address; asked while a function is being worded. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const key = (name: string) => {
		const value = url.searchParams.get(name) ?? '';
		return isId(value) ? value : null;
	};
	const question = {
		text: (url.searchParams.get('text') ?? '').slice(0, 1000),
		unitKey: key('unit') as UnitKey | null,
		except: key('except') as FunctionKey | null,
	};
	return json(answer(await findNearFunctions(locals.ctx, address, question)));
};
