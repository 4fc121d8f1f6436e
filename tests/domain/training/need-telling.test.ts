import { expect, it } from 'vitest';
import {
	asId,
	isoDate,
	type CompetencyKey,
	type EmployeeId,
	type PostKey,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import { needTelling, type CompetencyCell, type NeedCause } from '#lib/domain/training/index.ts';

const LEADING = asId<CompetencyKey>('leadership');
const LAW = asId<CompetencyKey>('law');

/** So many people of a unit of whom a competency is asked. */
const asked = (unit: string, competencyKey: CompetencyKey, people: number): readonly CompetencyCell[] =>
	Array.from({ length: people }, (_, at) => ({
		employeeId: asId<EmployeeId>(`${unit}-${at}`),
		postKey: asId<PostKey>(`${unit}-post`),
		unitKey: asId<UnitKey>(unit),
		competencyKey,
		...{ required: 4, assessed: 2, assessedOn: isoDate('2026-01-10'), gap: 2, sources: [] },
	}));
const need = (
	kind: 'gap' | 'wish' | 'new-employee',
	unit: string,
	competencyKey: CompetencyKey | null,
	people = 1,
) => ({
	...{ cause: { kind } satisfies NeedCause, unitKey: asId<UnitKey>(unit), competencyKey },
	people: asked(unit, LEADING, people).map(({ employeeId, postKey }) => ({
		...{ employeeId, postKey, required: null, assessed: null, gap: null },
	})),
});

it('tells a low assessment without its unit where the map hides the place of the unit', () => {
	// 1 in A hides A, and B of 4 with it: 1 < 3, so the next smallest is hidden too; C of 5 stays.
	const telling = needTelling([
		...asked('a', LEADING, 1),
		...asked('b', LEADING, 4),
		...asked('c', LEADING, 5),
	]);
	expect(['a', 'b', 'c'].map((unit) => telling(need('gap', unit, LEADING)))).toEqual([
		'without-unit',
		'without-unit',
		'whole',
	]);
});

it('tells nothing of a competency that the map hides altogether', () => {
	const telling = needTelling([...asked('a', LEADING, 2), ...asked('a', LAW, 5)]);
	expect(telling(need('gap', 'a', LEADING, 2))).toBe('nothing');
	expect(telling(need('gap', 'a', LAW))).toBe('whole');
});

it('tells where one or two people wish what nobody is asked only without the unit', () => {
	const telling = needTelling(asked('b', LAW, 5));
	expect([1, 2, 3].map((people) => telling(need('wish', 'a', LAW, people)))).toEqual([
		'without-unit',
		'without-unit',
		'whole',
	]);
});

it('tells the whole of a need that lies in no person, also of one', () => {
	expect(needTelling([])(need('new-employee', 'a', null))).toBe('whole');
});
