import { error } from '@sveltejs/kit';
import { atomFeed } from '#lib/i18n/atom.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { listPublicDecisions } from '#lib/server/services/public-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const list = await listPublicDecisions(locals.ctx, params.municipality);
	if (!list.ok) error(404, m.common_not_found());
	const { slug, name, decisions } = list.value;
	const locale = getLocale();
	const base = `${url.origin}/p/${slug}`;
	const feed = atomFeed({
		id: `${base}/feed.atom?lang=${locale}`,
		page: `${base}?lang=${locale}`,
		title: m.publication_feed_title({ municipality: localText(name) }),
		author: localText(name),
		locale,
		entries: decisions.map((one) => ({
			id: `${base}/${one.slug}`,
			page: `${base}/${one.slug}?lang=${locale}`,
			title: one.title,
			published: one.publishedAt,
			updated: one.updatedAt,
			summary: [
				...(one.undoneAt ? [m.publication_undone_notice({ date: formatMoment(one.undoneAt) })] : []),
				...(locale === 'en' ? one.sentences.en : one.sentences.bg),
			].join(' '),
		})),
	});
	return new Response(feed, {
		headers: {
			'content-type': 'application/atom+xml; charset=utf-8',
			'cache-control': 'public, max-age=300',
		},
	});
};
