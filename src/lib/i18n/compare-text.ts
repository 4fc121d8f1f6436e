import type { ComparedRow, ComparedThing, Measure } from '#lib/domain/scenario/index.ts';
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

/** Letter of a column: the base has none, the scenarios are А, Б, В, Г, in English A, B, C, D. */
export function letterOfSide(at: number): string {
	return at === 0 ? m.compare_base() : (m.compare_letters().split(' ')[at - 1] ?? String(at));
}

/** The sides by their sums, the best first: „Ред по тези тежести: Б › А = База“. */
export function orderOfSides(order: readonly (readonly number[])[]): string {
	if (order.length === 0) return m.compare_order_none();
	return m.compare_order({ order: order.map((group) => group.map(letterOfSide).join(' = ')).join(' › ') });
}

const SETS: Readonly<Record<ComparedRow['set'], () => string>> = {
	unit: m.compare_set_unit,
	post: m.compare_set_post,
	function: m.compare_set_function,
};

export function nameOfComparedSet(set: ComparedRow['set']): string {
	return SETS[set]();
}

export function nameOfMeasure(measure: Measure): string {
	return MEASURES[measure]();
}

/** The value of a measure in its unit; „не е измерено“ where nobody knows it. */
export function measureText(measure: Measure, value: number | null, digits = 0): string {
	if (value === null) return m.compare_not_measured();
	if (measure === 'cost') return formatEuro(value as EurCents);
	if (measure === 'specialised-share') return formatShare(value, { digits });
	if (measure === 'administration') return formatHeadcount(value);
	return formatNumber(value);
}

const MOST_DIGITS = 4;

/** Decimals, at most four, with which values of a measure that differ are also written differently. */
export function digitsApart(measure: Measure, values: readonly (number | null)[]): number {
	const textsAt = (digits: number) =>
		new Set(values.map((value) => measureText(measure, value, digits))).size;
	const most = textsAt(MOST_DIGITS);
	let digits = 0;
	while (textsAt(digits) < most) digits++;
	return digits;
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
	const told = own.filter(([aspect, , is]) =>
		sides.some((side) => side.find(([other]) => other === aspect)?.[2] !== is),
	);
	const texts = (told.length > 0 ? told : own.slice(0, 1)).map(([, text]) => text);
	return texts.filter((text) => text !== '').join(', ') || localText(thing.name);
}

type Aspect = readonly [aspect: string, text: string, is: string];

const plain = (aspect: string, text: string): Aspect => [aspect, text, text];

/** What can be said of a thing, where it stands first; other units are the same whatever they are called. */
function aspectsOf(thing: ComparedThing): readonly Aspect[] {
	const name = plain('name', localText(thing.name));
	if (thing.set === 'function') {
		const names = thing.holders.map((holder) => localText(holder.name)).join(', ');
		const text = names === '' ? m.compare_no_holder() : m.compare_holders({ names });
		return [['holders', text, thing.holders.map(({ id }) => id).join(' ')], name];
	}
	const place =
		thing.place === null ? m.compare_top() : m.compare_place({ place: localText(thing.place.name) });
	const where: Aspect = ['place', place, thing.place?.id ?? ''];
	const posts = m.compare_posts({ count: formatHeadcount(thing.posts) });
	if (thing.set === 'unit')
		return [
			where,
			name,
			plain('kind', nameOfUnitKind(thing.kind)),
			plain('part', nameOfPart(thing.part)),
			plain('posts', posts),
		];
	return [
		where,
		name,
		plain('posts', posts),
		plain('category', nameOfCategory(thing.category)),
		plain('relation', nameOfRelation(thing.relation)),
		plain('funding', nameOfFunding(thing.funding)),
		plain('head', thing.isHead ? m.compare_head() : ''),
	];
}
