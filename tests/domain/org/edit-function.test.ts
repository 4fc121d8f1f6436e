import { describe, expect, test } from 'vitest';
import {
	checkWording,
	planFunctionEdit,
	vagueWords,
	type FunctionDraft,
	type Structure,
} from '#lib/domain/org/index.ts';
import { asId, type ActivityKey, type PowerKey } from '#lib/domain/shared/index.ts';
import {
	aFunction,
	aPart,
	aStructure,
	aUnit,
	functionKey,
	NO_USES,
	ORIGIN,
	unitKey,
} from './edit-support.ts';

const ACTIVITY: Structure['activities'][number] = {
	key: asId<ActivityKey>('a'),
	functionKey: functionKey('measured'),
	unitKey: unitKey('u'),
	postKey: null,
	name: { bg: 'справка', en: null },
	unitOfMeasure: { bg: 'брой', en: null },
	annualVolume: null,
	minutes: null,
	method: 'estimate',
	dataYear: 2024,
	source: 'анкета',
};
const STRUCTURE = aStructure({
	units: [aUnit('u', null)],
	functions: [aFunction('one', { sort: 7 }), aFunction('measured')],
	participations: [aPart('one', 'u')],
	activities: [ACTIVITY],
});
const GIVEN = {
	newKey: functionKey('new'),
	outside: NO_USES,
	registers: {
		policyAreas: new Set(['civil-status']),
		acts: new Set(['zgr']),
		powers: new Set(['p1']),
	},
};
const BASIS = { actKey: 'zgr', reference: { article: '21' } } as const;

function draft(more: Partial<FunctionDraft> = {}): FunctionDraft {
	return {
		text: { bg: 'издава удостоверения за наследници', en: null },
		kind: 'service',
		policyArea: 'civil-status',
		generalCategory: null,
		territory: null,
		bases: [BASIS],
		powers: [],
		origin: ORIGIN,
		...more,
	};
}

function create(more: Partial<FunctionDraft>) {
	const result = planFunctionEdit(STRUCTURE, { kind: 'create', draft: draft(more) }, GIVEN);
	return {
		refusals: result.ok ? [] : result.error.map((refusal) => refusal.code),
		warnings: result.ok ? result.value.warnings.map((warning) => warning.code) : [],
		after: result.ok ? result.value.after : null,
	};
}

describe('change of a function', () => {
	test('a sound new function is accepted without a warning and stands last', () => {
		expect(create({})).toMatchObject({ refusals: [], warnings: [], after: { key: 'new', sort: 8 } });
	});

	test('unknown areas, acts and powers are refused', () => {
		expect(create({ policyArea: 'x' }).refusals).toEqual(['org/policy-area-unknown']);
		expect(create({ bases: [{ ...BASIS, actKey: 'x' }] }).refusals).toEqual(['org/act-unknown']);
		expect(create({ powers: [asId<PowerKey>('x')] }).refusals).toEqual(['org/power-unknown']);
	});

	test('one place of one act is named once', () => {
		expect(create({ bases: [BASIS, BASIS] }).refusals).toEqual(['org/basis-twice']);
		expect(create({ bases: [BASIS, { ...BASIS, reference: { article: '22' } }] }).refusals).toEqual([]);
	});

	test('only a supporting function has a category of the general administration', () => {
		expect(create({ generalCategory: 'hr' }).refusals).toEqual(['org/category-needs-support']);
		expect(create({ generalCategory: 'hr', kind: 'support' }).refusals).toEqual([]);
	});

	test('a missing basis and a text that exists already only warn', () => {
		expect(create({ bases: [] }).warnings).toEqual(['org/no-basis']);
		expect(create({ text: { bg: 'Води регистър ONE', en: null } }).warnings).toEqual(['org/same-text']);
	});

	test('an empty text is refused', () => {
		expect(create({ text: { bg: '', en: null } }).refusals).toEqual(['org/text-empty']);
	});

	test('a function with measured work stays; its participations alone do not hold it', () => {
		const measured = planFunctionEdit(STRUCTURE, { kind: 'delete', key: functionKey('measured') }, GIVEN);
		expect(measured).toMatchObject({
			ok: false,
			error: [{ code: 'org/function-in-use', uses: { activities: 1 } }],
		});
		const free = planFunctionEdit(STRUCTURE, { kind: 'delete', key: functionKey('one') }, GIVEN);
		expect(free).toMatchObject({ ok: true, value: { after: null } });
	});
});

describe('wording of a function', () => {
	test.each([
		['издава скици и удостоверения'],
		['Организира приема на граждани и води регистър на приема'],
		['разработване на годишен план за развитие'],
		['събира местни данъци и такси'],
		['отговаря за сигурността и опазването на данните'],
	])('„%s“ is in order', (text) => {
		expect(checkWording(text)).toEqual([]);
	});

	test.each([
		['разработва и контролира изпълнението на програмата', ['разработва', 'контролира']],
		['изготвя, съгласува и внася проекти на решения', ['изготвя', 'съгласува', 'внася']],
		['планиране и отчитане на бюджета', ['планиране', 'отчитане']],
	])('„%s“ names more than one action', (text, verbs) => {
		expect(checkWording(text)).toEqual([{ code: 'org/two-verbs', verbs }]);
	});

	test('a statement that begins with its object has no action', () => {
		expect(checkWording('скици и планове')).toEqual([{ code: 'org/no-verb', first: 'скици' }]);
	});

	test('an empty text says nothing about its wording', () => {
		expect(checkWording('  ')).toEqual([]);
	});
});

describe('words that say nothing', () => {
	test.each([
		['Отговаря за деловодството и др.', ['отговаря за', 'и др.']],
		['Изпълнява и други задачи, възложени от кмета', ['и други']],
		['Издава удостоверения при необходимост', ['при необходимост']],
		['Издава удостоверения за наследници', []],
		// „другари“ only begins with the same letters.
		['Отговаряне на писма и другарски покани', []],
	])('are named in „%s“', (text, words) => {
		expect(vagueWords(text)).toEqual(words);
	});
});
