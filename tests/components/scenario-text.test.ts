import { describe, expect, it } from 'vitest';
import { countStructure, operationEffects, RULES, checkRules } from '#lib/domain/scenario/index.ts';
import { headcount, isoDate, share } from '#lib/domain/shared/index.ts';
import { decisionText } from '#lib/i18n/decision-text.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { nameOfRule, ruleItemText } from '#lib/i18n/rule-names.ts';
import { readingText } from '#lib/i18n/rule-text.ts';
import { refusalText } from '#lib/i18n/scenario-refusal.ts';
import { operation, refusalOf, runOf } from '#tests/support/operations.ts';
import {
	aPost,
	aStructure,
	aUnit,
	functionKey,
	postKey,
	smallStructure,
	unitKey,
} from '#tests/support/small-structure.ts';

const BG = { locale: 'bg' } as const;

function titles(...operations: Parameters<typeof runOf>[1][]) {
	const effects = operationEffects(runOf(smallStructure(), ...operations).steps);
	return effects.map((effect) => [operationTitle(effect, BG), ...operationDetails(effect, BG)]);
}

describe('an operation in words', () => {
	it('says in English that only the Bulgarian name of a unit is another one', () => {
		const structure = aStructure({
			units: [aUnit('dir', null, { name: { bg: 'Отдел „Наеми“', en: 'Department of Rents' } })],
		});
		const rename = operation('unit-rename', {
			unitKey: unitKey('dir'),
			name: { bg: 'Отдел „Наеми и търгове“', en: 'Department of Rents' },
			...{ kind: 'department', part: 'general' },
		});
		const [effect] = operationEffects(runOf(structure, rename).steps);
		expect(operationTitle(effect!, { locale: 'en' })).toBe(
			'Department of Rents: the Bulgarian name Отдел „Наеми“ becomes Отдел „Наеми и търгове“',
		);
		expect(operationTitle(effect!, BG)).toBe('Отдел „Наеми“ става Отдел „Наеми и търгове“');
	});

	it('says how a line is divided, what is funded anew and who has which role', () => {
		const seat = { functionKey: functionKey('f-reg'), unitKey: unitKey('rents') };
		expect(
			titles(
				operation('post-split', {
					postKey: postKey('p-prop'),
					parts: [
						{
							...{ key: postKey('p-new'), title: { bg: 'Младши експерт', en: null } },
							...{ approved: headcount(0.5), occupied: headcount(0.5), annualCost: null },
							...{ category: 'expert', relation: 'labour', funding: 'local' },
						},
					],
				}),
				operation('post-fund', { postKeys: [postKey('p-acc')], funding: 'local' }),
				operation('participation-set', { ...seat, postKey: null, role: 'consulted', share: share(0.1) }),
				operation('participation-set', {
					...{ ...seat, postKey: postKey('p-rent'), role: 'informed', share: null },
				}),
				operation('participation-clear', { ...seat, postKey: null }),
			),
		).toEqual([
			[
				'Длъжност „Длъжност p-prop“ в Звено prop се разделя: „Младши експерт“ – 0,5 бр.',
				'„Младши експерт“ в Звено prop – Финансиране: делегирана държавна дейност → местна дейност',
				'На досегашния ред остават 2,5 бр., от тях заети 1,5.',
			],
			[
				'Ново финансиране на длъжности (1): местна дейност',
				'„Длъжност p-acc“ в Звено dir – Финансиране: делегирана държавна дейност → местна дейност',
			],
			[
				'Звено rents – роля „съгласува“ във функция: Изпълнява функция f-reg',
				'Досегашна роля: участва',
				'Дял от работата: 10 %',
			],
			[
				'Звено rents, длъжност „Длъжност p-rent“ – роля „информиран“ във функция: Изпълнява функция f-reg',
				'Досега не участва във функцията.',
			],
			['Звено rents вече не участва във функция: Изпълнява функция f-reg'],
		]);
	});

	it('names things as they stood at that step', () => {
		expect(
			titles(
				operation('unit-create', {
					key: unitKey('new'),
					parentKey: unitKey('mayor'),
					name: { bg: 'Отдел „Имоти“', en: null },
					kind: 'department',
					part: 'specialised',
				}),
				operation('post-change', { postKey: postKey('p-prop'), changes: { approved: headcount(2) } }),
				operation('post-move', {
					postKey: postKey('p-rent'),
					unitKey: unitKey('new'),
					isHead: false,
					withWork: false,
					part: null,
				}),
				operation('function-transfer', {
					functionKey: functionKey('f-rent'),
					fromUnitKey: unitKey('rents'),
					toUnitKey: unitKey('new'),
					formerRole: 'consulted',
					withActivities: true,
				}),
				operation('function-drop', { functionKey: functionKey('f-tax'), legalReason: '' }),
				operation('unit-rename', {
					unitKey: unitKey('new'),
					name: { bg: 'Дирекция „Имоти“', en: null },
					kind: 'directorate',
					part: 'specialised',
				}),
			),
		).toEqual([
			['Създава се Отдел „Имоти“ към Звено mayor'],
			['Променя се длъжност „Длъжност p-prop“ в Звено prop', 'Бройки: 3 → 2'],
			['Длъжност „Длъжност p-rent“ – 1 бр. преминава в Отдел „Имоти“'],
			[
				'Отдел „Имоти“ поема функция: Изпълнява функция f-rent',
				'Досегашен отговорник: Звено rents',
				'Досегашният отговорник остава с роля „съгласува“.',
			],
			['Отпада функция: Изпълнява функция f-tax', 'Няма правно основание да отпадне.'],
			['Отдел „Имоти“ става Дирекция „Имоти“'],
		]);
	});

	it('says why it cannot be applied', () => {
		const refusal = refusalOf(
			smallStructure(),
			operation('post-close', { postKey: postKey('p-rent') }),
			operation('post-close', { postKey: postKey('p-rent') }),
		);
		const names = { units: {}, posts: { 'p-rent': { bg: 'Специалист', en: null } }, functions: {} };
		expect(refusalText(refusal, { names, places: { op1: 1 }, ...BG })).toBe(
			'Вече го няма след операция № 1: Специалист.',
		);
	});
});

describe('the rules in words', () => {
	it('have a name, a reading and words for what they counted, each of them', () => {
		const verdicts = checkRules({
			structure: smallStructure(),
			parameters: [],
			asOf: isoDate('2024-01-01'),
			powers: [],
		});
		expect(verdicts).toHaveLength(RULES.length);
		for (const verdict of verdicts) {
			const words = [
				nameOfRule(verdict.rule, BG),
				readingText(verdict.reading, BG),
				...verdict.items.map((item) => ruleItemText(item, BG)),
			];
			for (const text of words) expect(text).not.toMatch(/^rule\/|undefined|\{/);
		}
	});
});

describe('the text of a decision', () => {
	it('takes its numbers from the structure: Балчик 2008, 123 = 23 + 66 + 34 and 156,5 elsewhere', () => {
		const numbers = countStructure(
			aStructure({
				units: [
					aUnit('team', null, { part: 'direct' }),
					aUnit('general', null, { part: 'general' }),
					aUnit('special', null, { part: 'specialised' }),
					aUnit('other', null, { part: 'outside' }),
				],
				posts: [
					aPost('p1', 'team', 23),
					aPost('p2', 'general', 66),
					aPost('p3', 'special', 34),
					aPost('p4', 'other', 156.5),
				],
			}),
		);
		const tally = {
			...{ for: 9, against: 1, abstain: 2, absent: 1, present: 12, quorumRequired: 7, hasQuorum: true },
			...{ majorityRequired: 7, hasMajority: true, outcome: 'carried' as const },
		};
		const facts = {
			...{ number: '28', decidedOn: isoDate('2008-01-31'), effectiveOn: isoDate('2008-03-01') },
			...{ legalGround: 'чл. 21, ал. 1, т. 2 от ЗМСМА', tally, numbers, leftOut: [3], amendments: [2] },
		};
		const paper = { facts, title: 'Структура', rule: { councilSize: 13 } };
		const text = decisionText({ ...paper, isAdopted: true }, BG).replaceAll('\u00a0', ' ');
		expect(text.split('\n')).toEqual([
			'РЕШЕНИЕ № 28 от 31.01.2008 г.',
			'ОТНОСНО: Структура',
			'На основание чл. 21, ал. 1, т. 2 от ЗМСМА, при присъстващи 12 от 13 съветници, с 9 гласа „за“, 1 „против“ и 2 „въздържали се“, Общинският съвет',
			'РЕШИ:',
			'1. Одобрява обща численост на общинската администрация 123 бр., в т.ч.: пряко подчинение на кмета – 23 бр.; обща администрация – 66 бр.; специализирана администрация – 34 бр.',
			'2. Одобрява числеността в другите дейности – 156 ½ бр.',
			'3. Одобрява структурата на общинската администрация съгласно приложението.',
			'4. Решението влиза в сила от 01.03.2008 г.',
			'5. Не приема точка 3 от предложението.',
			'6. Приема предложението за изменение № 2; текстът на точките е съобразен с него.',
			'7. Възлага на кмета да приведе в съответствие устройствения правилник, длъжностното разписание и длъжностните характеристики.',
		]);
		expect(
			decisionText({ ...paper, isAdopted: false }, BG)
				.split('\n')
				.at(-1),
		).toBe('Отхвърля предложението.');
	});
});
