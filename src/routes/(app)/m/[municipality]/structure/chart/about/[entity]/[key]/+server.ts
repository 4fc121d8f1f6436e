import { error, json } from '@sveltejs/kit';
import { aboutFunction } from '#lib/components/org/about-function.ts';
import { aboutPost, aboutUnit } from '#lib/components/org/about-words.ts';
import { namedCells, wordsOfHistory } from '#lib/components/org/history-words.ts';
import { structureLinks } from '#lib/components/org/links.ts';
import { isId, type FunctionKey, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { answer } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { viewOrigins } from '#lib/server/services/thing-origins.ts';
import { viewPost } from '#lib/server/services/post-page.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import type { RequestHandler } from './$types';

/** What the chosen box of the chart, or the function of the chosen cell of the matrix, is; asked when it is chosen. */
export const GET: RequestHandler = async ({ locals, params: { municipality, entity, key }, url }) => {
	if (!isId(key)) error(404, m.common_not_found());
	const address = { slug: municipality, versionId: url.searchParams.get('version') };
	const links = structureLinks(municipality, url);
	const originsOf = async (now: object) => {
		const thing = { entity: entity === 'post' || entity === 'function' ? entity : 'unit', key, now } as const;
		const { cells, mayReadTrail } = answer(await viewOrigins(locals.ctx, address, thing));
		return { cells: namedCells(cells), mayReadTrail };
	};
	if (entity === 'unit') {
		const page = answer(await viewUnit(locals.ctx, address, key as UnitKey));
		const { cells, mayReadTrail } = await originsOf(page.unit);
		const about = { ...page, cells, history: wordsOfHistory(page.history) };
		return json(aboutUnit(about, { links, href: links.unit(key), mayReadTrail }));
	}
	if (entity === 'function') {
		const page = answer(await viewFunction(locals.ctx, address, key as FunctionKey));
		const { cells, mayReadTrail } = await originsOf(page.fn);
		const about = { ...page, cells, history: wordsOfHistory(page.history) };
		return json(aboutFunction(about, { links, href: links.fn(key), mayReadTrail }));
	}
	if (entity !== 'post') error(404, m.common_not_found());
	const page = answer(await viewPost(locals.ctx, address, key as PostKey));
	const { cells, mayReadTrail } = await originsOf(page.post);
	const about = { ...page, cells, history: wordsOfHistory(page.history) };
	return json(aboutPost(about, { links, href: links.post(key), mayReadTrail }));
};
