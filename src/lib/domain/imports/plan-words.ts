import { foldText } from '../shared/index.ts';
import type { PlanItemKind, PlanItemState, Quarter, TrainingFunding } from '../training/index.ts';
import type { Nomenclature } from './nomenclature.ts';

export const ITEM_KIND_WORDS: Nomenclature<PlanItemKind> = {
	mandatory: [
		'задължително',
		'задължително за служебно развитие',
		'задължително обучение за служебно развитие',
		'служебно развитие',
		'mandatory',
	],
	professional: [
		'професионално развитие',
		'обучение за професионално развитие',
		'за професионално развитие',
		'професионално',
	],
	specialised: [
		'специализирано по закон',
		'специализирано',
		'специализирано обучение',
		'по закон',
		'specialised by law',
	],
};

export const TRAINING_FUNDING_WORDS: Nomenclature<TrainingFunding> = {
	local: [
		'местен бюджет',
		'местни средства',
		'местна дейност',
		'общински бюджет',
		'бюджет',
		'мд',
		'местни приходи',
	],
	delegated: [
		'делегирани дейности',
		'делегирана държавна дейност',
		'делегиран бюджет',
		'дд',
		'държавен бюджет',
	],
	'co-financed': ['дофинансиране', 'съфинансиране', 'съвместно финансиране'],
	project: ['проект', 'европейски средства', 'по проект', 'оперативна програма', 'опду', 'project'],
};

export const ITEM_STATE_WORDS: Nomenclature<PlanItemState> = {
	planned: ['планирано', 'планирано обучение', 'предстои', 'planned'],
	held: ['проведено', 'изпълнено', 'held'],
	cancelled: ['отменено', 'отпаднало', 'неизпълнено', 'cancelled'],
};

/** For the choice of a person where the text of a cell names no part of a year. */
export const QUARTER_WORDS: Nomenclature<'1' | '2' | '3' | '4'> = {
	'1': ['I', '1', 'първо', 'първо тримесечие', 'I тримесечие'],
	'2': ['II', '2', 'второ', 'второ тримесечие', 'II тримесечие'],
	'3': ['III', '3', 'трето', 'трето тримесечие', 'III тримесечие'],
	'4': ['IV', '4', 'четвърто', 'четвърто тримесечие', 'IV тримесечие'],
};

const MONTHS = ['яну', 'фев', 'март', 'апр', 'май', 'юни', 'юли', 'авг', 'септ', 'окт', 'ноем', 'дек'];

/** When a training is held, as far as a text says. */
export interface PartOfYear {
	readonly quarter: Quarter;
	/** Null where the text names no year. */
	readonly year: number | null;
}

/**
 * The quarter that a text means: a quarter by its Roman or Arabic number, a month by name, a month with a year, or a
 * day. Undefined for anything else and for texts that name two quarters.
 * Examples: „II тримесечие“ → 2; „март 2027“ → 1 of 2027; „10.2027“ → 4 of 2027; „15.05.2027 г.“ → 2 of 2027.
 */
export function readPartOfYear(text: string): PartOfYear | undefined {
	const plain = foldText(text)
		.replace(/(?:тримесечие|трим|г|год|година|quarter|q)\.?(?=\s|$)/gu, ' ')
		.trim();
	const year = yearIn(plain);
	const iso = /^(\d{4})-(\d{2})-\d{2}$/.exec(plain);
	if (iso) return ofMonth(Number(iso[2]), Number(iso[1]));
	const dotted = /^(?:\d{1,2}[./])?(\d{1,2})[./](\d{4})$/.exec(plain);
	if (dotted) return ofMonth(Number(dotted[1]), Number(dotted[2]));
	const named = MONTHS.flatMap((stem, at) =>
		new RegExp(`(?:^|[^а-я])${stem}`, 'u').test(plain) ? [at + 1] : [],
	);
	const quarters = new Set(named.map((month) => Math.ceil(month / 3)));
	if (quarters.size > 1) return undefined;
	if (named[0] !== undefined) return ofMonth(named[0], year);
	const word = plain.replace(/\b\d{4}\b/u, '').replace(/[\s.,/-]+/gu, '');
	const at = [
		['i', 'і', '1', 'първо'],
		['ii', 'іі', '2', 'второ'],
		['iii', 'ііі', '3', 'трето'],
		['iv', 'іv', '4', 'четвърто'],
	];
	const quarter = at.findIndex((names) => names.includes(word)) + 1;
	return quarter === 0 ? undefined : { quarter: quarter as Quarter, year };
}

/** The one year from 2000 to 2099 that a text names; null where it names none or several. */
export function yearIn(text: string): number | null {
	const years = new Set(text.match(/(?<!\d)20\d\d(?!\d)/gu) ?? []);
	return years.size === 1 ? Number([...years][0]) : null;
}

function ofMonth(month: number, year: number | null): PartOfYear | undefined {
	return month >= 1 && month <= 12 ? { quarter: Math.ceil(month / 3) as Quarter, year } : undefined;
}
