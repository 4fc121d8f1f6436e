import { describe, expect, it } from 'vitest';
import { asId, type CompetencyKey } from '#lib/domain/shared/index.ts';
import {
	changedParts,
	checkDraft,
	entryInForce,
	type Competency,
	type CompetencyVersion,
} from '#lib/domain/training/index.ts';

const supplied: Competency = {
	key: asId<CompetencyKey>('teamwork'),
	group: 'technical',
	name: { bg: 'Работа в екип', en: 'Teamwork' },
	description: { bg: 'Споделя информация', en: null },
	weight: 1,
};

const version = (number: number, over: Partial<CompetencyVersion> = {}): CompetencyVersion => {
	const { key: competencyKey, ...words } = supplied;
	return { ...words, competencyKey, number, levels: [], isRetired: false, ...over };
};

describe('a competency in force', () => {
	it('reads as it was supplied until somebody edits it', () => {
		expect(entryInForce(supplied, [])).toEqual({ ...supplied, number: 0, levels: [], isRetired: false });
	});

	it('reads as its latest version, in whatever order they come', () => {
		const entry = entryInForce(supplied, [version(2, { weight: 3 }), version(3, { weight: 2 }), version(1)]);
		expect(entry).toMatchObject({ key: 'teamwork', number: 3, weight: 2 });
	});
});

describe('what a version changed', () => {
	it('is named by part, in one order, whatever the order of the levels', () => {
		const levels = [
			{ level: 1, text: { bg: 'помага', en: null } },
			{ level: 3, text: { bg: 'води', en: null } },
		] as const;
		const before = version(1, { levels });
		expect(changedParts(before, version(2, { levels: [...levels].reverse() }))).toEqual([]);
		const after = version(2, { levels: [], isRetired: true, name: { bg: 'Екипност', en: 'Teamwork' } });
		expect(changedParts(before, after)).toEqual(['name', 'levels', 'isRetired']);
	});
});

describe('a draft', () => {
	const before = entryInForce(supplied, []);
	const other = entryInForce(
		{ ...supplied, key: asId<CompetencyKey>('other'), name: { bg: 'Анализ', en: null } },
		[],
	);

	it('that says nothing new is refused', () => {
		expect(checkDraft(version(1), { before, others: [before, other] })).toMatchObject({
			error: { code: 'dictionary/no-change' },
		});
	});

	it('may not take the name of another competency in use, but for letter case', () => {
		const draft = version(1, { name: { bg: ' анализ', en: null } });
		expect(checkDraft(draft, { before, others: [before, other] })).toMatchObject({
			error: { code: 'dictionary/name-taken', by: 'other' },
		});
		const retired = { ...other, isRetired: true };
		expect(checkDraft(draft, { before, others: [before, retired] })).toMatchObject({ ok: true });
	});
});
