import type { ComparedThing, Measure } from '#lib/domain/scenario/index.ts';
import type { EurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatEuro, formatHeadcount, formatNumber, formatShare } from './format.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfUnitKind,
} from './names.ts';

const MEASURES: Readonly<Record<Measure, () => string>> = {
	administration: m.compare_measure_administration,
	cost: m.compare_measure_cost,
	units: m.compare_measure_units,
	layers: m.compare_measure_layers,
	span: m.compare_measure_span,
	'specialised-share': m.compare_measure_specialised,
	'open-overlaps': m.compare_measure_overlaps,
	'failed-rules': m.compare_measure_rules,
	'unanswered-functions': m.compare_measure_unanswered,
};

export function nameOfMeasure(measure: Measure): string {
	return MEASURES[measure]();
}

/** The value of a measure in its unit; „не е измерено“ where nobody knows it. */
export function measureText(measure: Measure, value: number | null): string {
	if (value === null) return m.compare_not_measured();
	if (measure === 'cost') return formatEuro(value as EurCents);
	if (measure === 'specialised-share') return formatShare(value);
	if (measure === 'administration') return formatHeadcount(value);
	return formatNumber(value);
}

/** The page of a scenario on which a measure is told in full. */
export function pageOfMeasure(measure: Measure): string {
	switch (measure) {
		case 'administration':
		case 'specialised-share':
			return '/staffing';
		case 'units':
		case 'layers':
			return '/chart';
		case 'failed-rules':
			return '/rules';
		case 'unanswered-functions':
			return '/ledger';
		default:
			return '/impact';
	}
}

/**
 * How a thing stands in one structure, told by what is not the same everywhere: „в дирекция УТ, 3 бр.“. A thing that
 * differs only by being there is told by its place.
 */
export function comparedText(thing: ComparedThing | null, all: readonly (ComparedThing | null)[]): string {
	if (thing === null) return m.compare_missing();
	const sides = all.filter((side) => side !== null).map(aspectsOf);
	const own = aspectsOf(thing);
	const told = own.filter(([aspect, text]) =>
		sides.some((side) => side.find(([other]) => other === aspect)?.[1] !== text),
	);
	const texts = (told.length > 0 ? told : own.slice(0, 1)).map(([, text]) => text);
	return texts.filter((text) => text !== '').join(', ') || localText(thing.name);
}

/** What can be said of a thing, where it stands first. */
function aspectsOf(thing: ComparedThing): readonly (readonly [string, string])[] {
	const name = ['name', localText(thing.name)] as const;
	if (thing.set === 'function') {
		const names = thing.holders.map((holder) => localText(holder)).join(', ');
		return [['holders', names === '' ? m.compare_no_holder() : m.compare_holders({ names })], name];
	}
	const place = thing.place === null ? m.compare_top() : m.compare_place({ place: localText(thing.place) });
	const posts = m.compare_posts({ count: formatHeadcount(thing.posts) });
	if (thing.set === 'unit')
		return [
			...([['place', place], name] as const),
			['kind', nameOfUnitKind(thing.kind)],
			['part', nameOfPart(thing.part)],
			['posts', posts],
		];
	return [
		...([['place', place], name] as const),
		['posts', posts],
		['category', nameOfCategory(thing.category)],
		['relation', nameOfRelation(thing.relation)],
		['funding', nameOfFunding(thing.funding)],
		['head', thing.isHead ? m.compare_head() : ''],
	];
}
