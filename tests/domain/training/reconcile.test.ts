import { describe, expect, test } from 'vitest';
import {
	computePriority,
	reconcileNeeds,
	type CompetencyLevel,
	type KnownNeed,
	type NeedCoverage,
	type TrainingNeed,
} from '#lib/domain/training/index.ts';
import { person, post, skill, unit } from './builders.ts';

/** A need of people whose required and assessed levels are given. */
function aNeed(people: Readonly<Record<string, [CompetencyLevel, CompetencyLevel]>>, key = 'gap.a.zop') {
	const listed = Object.entries(people).map(([id, [required, assessed]]) => ({
		employeeId: person(id),
		postKey: post('p'),
		required,
		assessed,
		gap: required - assessed,
	}));
	const need: TrainingNeed = {
		key,
		cause: { kind: 'gap' },
		unitKey: unit('a'),
		competencyKey: skill('zop'),
		requiredLevel: 4,
		people: listed,
		openPlaces: 0,
		priority: computePriority({ gaps: listed.map((entry) => entry.gap), weight: 3 }),
		deadline: null,
	};
	return need;
}
const kept = (need: TrainingNeed, state: KnownNeed['state']): KnownNeed => ({ ...need, state });
const onLines = (...ids: string[]): NeedCoverage => ({
	people: new Set(ids.map((id) => person(id))),
	heldPeople: new Set(),
	seats: 0,
	heldSeats: 0,
});
const ids = (need: TrainingNeed | undefined) => need?.people.map((entry) => entry.employeeId);

describe('a need taken afresh', () => {
	test('arises again, under the next number, for people for whom the met one does not speak', () => {
		const { added, updated, removed } = reconcileNeeds({
			derived: [aNeed({ e1: [4, 2], e2: [4, 3] })],
			known: [kept(aNeed({ e1: [4, 2] }), 'done')],
			coverage: new Map(),
		});
		expect(added.map((need) => [need.key, ids(need)])).toEqual([['gap.a.zop#2', ['e2']]]);
		// (4 − 3) × 3 = 3, for the one who is left.
		expect(added[0]?.priority.value).toBe(3);
		expect([updated, removed]).toEqual([[], []]);
	});

	test('stays dismissed for the people for whom it was dismissed, until more is asked of them', () => {
		const known = [kept(aNeed({ e1: [3, 2] }), 'dismissed')];
		const same = reconcileNeeds({ derived: [aNeed({ e1: [3, 2] })], known, coverage: new Map() });
		expect(same.added).toEqual([]);
		const more = reconcileNeeds({ derived: [aNeed({ e1: [4, 2] })], known, coverage: new Map() });
		expect(more.added.map(ids)).toEqual([['e1']]);
	});

	test('arises again for whoever was trained, assessed anew and is still below the level', () => {
		const known = [kept(aNeed({ e1: [4, 1] }), 'done')];
		const { added } = reconcileNeeds({ derived: [aNeed({ e1: [4, 3] })], known, coverage: new Map() });
		expect(added.map(ids)).toEqual([['e1']]);
	});

	test('takes newcomers in while it lives, and keeps whoever stands on a line', () => {
		const { added, updated } = reconcileNeeds({
			derived: [aNeed({ e2: [4, 2], e3: [4, 2] })],
			known: [kept(aNeed({ e1: [4, 2], e2: [4, 2] }), 'planned')],
			coverage: new Map([['gap.a.zop', onLines('e1')]]),
		});
		expect(added).toEqual([]);
		expect(updated.map(ids)).toEqual([['e1', 'e2', 'e3']]);
	});

	test('goes when nobody is left, unless somebody stands on a line', () => {
		const known = [kept(aNeed({ e1: [4, 2] }), 'open')];
		expect(reconcileNeeds({ derived: [], known, coverage: new Map() }).removed).toEqual(['gap.a.zop']);
		const covered = new Map([['gap.a.zop', onLines('e1')]]);
		expect(reconcileNeeds({ derived: [], known, coverage: covered }).removed).toEqual([]);
	});
});
