import { error, json } from '@sveltejs/kit';
import type { Placeable, RuleVerdict } from '#lib/domain/scenario/index.ts';
import { isId } from '#lib/domain/shared/index.ts';
import { answer, askSignIn } from '#lib/forms/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { readingText } from '#lib/i18n/rule-text.ts';
import { refusalText } from '#lib/i18n/scenario-refusal.ts';
import { m } from '#lib/paraglide/messages.js';
import { listPlaces } from '#lib/server/services/scenario-placing.ts';
import type { RequestHandler } from './$types';

const KINDS = ['unit', 'post', 'function'] as const;

/** Where one thing of the drawing may be put: every unit in order, each with why not. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	askSignIn(locals.ctx.actor, url);
	const what = placeableIn(url.searchParams);
	if (!what) error(404, m.common_not_found());
	const address = { slug: params.municipality, scenarioId: params.id };
	const { places, frame } = answer(await listPlaces(locals.ctx, address, what));
	return json(
		places.map(({ key, name, depth, refusal, worse }) => ({
			key: key ?? '',
			name: name === null ? m.scenario_field_parent_top() : localText(name),
			depth,
			reason: refusal === null ? null : refusalText(refusal, frame),
			warning: worse.length === 0 ? null : worse.map(warningOf).join(' '),
		})),
	);
};

function warningOf({ rule, citation, reading }: RuleVerdict): string {
	return m.scenario_place_rule({
		...{ rule: nameOfRule(rule), citation: citationText(citation), reading: readingText(reading) },
	});
}

function placeableIn(search: URLSearchParams): Placeable | undefined {
	const kind = KINDS.find((one) => one === search.get('kind'));
	const key = search.get('key') ?? '';
	return kind && isId(key) ? ({ kind, key } as Placeable) : undefined;
}
