import { decimal } from '#lib/forms/index.ts';
import {
	ASSUMED_NAMES,
	ASSUMED_PARAMETERS,
	COMPARISON_BASES,
	NO_WHAT_IF,
	type AssumedName,
	type WhatIf,
} from '#lib/domain/workload/index.ts';
import { citationText } from '#lib/i18n/citation-text.ts';
import type { InForce } from '#lib/server/services/workload-in-force.ts';
import type { MethodsRequest } from '#lib/server/services/workload-methods.ts';
import { readAssumptions } from '../assumptions.ts';

/** Common work above this leaves no time for anything else. */
const MOST_COMMON = 0.9;

/** What an address asks of the three methods; names whose value is not one are told and left out. */
export function readMethodsRequest(url: URL): {
	readonly request: MethodsRequest;
	readonly wrong: readonly string[];
} {
	const wrong: string[] = [];
	const take = (name: string, { max, scale }: { max: number; scale: number }): number | null => {
		const text = (url.searchParams.get(name) ?? '').trim();
		if (text === '') return null;
		const read = decimal({ min: 0, max: max * scale }).safeParse(text);
		if (read.success) return read.data / scale;
		wrong.push(name);
		return null;
	};
	const values: Record<AssumedName, number | null> = { ...NO_WHAT_IF.values };
	for (const name of ASSUMED_NAMES) {
		const { unit, max } = ASSUMED_PARAMETERS[name];
		values[name] = take(name, { max, scale: unit === 'share' ? 100 : 1 });
	}
	const whatIf: WhatIf = { values, common: take('common', { max: MOST_COMMON, scale: 100 }) };
	const base = COMPARISON_BASES.find((item) => item === url.searchParams.get('base')) ?? 'inhabitants';
	return { request: { ...readAssumptions(url), base, whatIf }, wrong };
}

/** The same page with the sources of its assumptions in the language of the reader. */
export function withSources<Page extends { readonly kind: string }>(
	page: Page | (Page & { readonly inForce: readonly InForce[] }),
): Page {
	if (!('inForce' in page)) return page;
	const inForce = page.inForce.map((one) => ({
		...one,
		citation: citationText(one.citation),
		note: one.note === null ? null : citationText(one.note),
	}));
	return { ...page, inForce };
}
