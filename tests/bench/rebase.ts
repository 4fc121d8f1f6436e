import {
	diffStructures,
	rebase,
	runOperations,
	type Operation,
	type OperationKind,
	type OperationPayloads,
} from '#lib/domain/scenario/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { asId, headcount, type OperationId } from '#lib/domain/shared/index.ts';
import {
	aFunction,
	anActivity,
	aPost,
	aStructure,
	aUnit,
	functionKey,
	postKey,
	takesPart,
	unitKey,
} from '#tests/support/small-structure.ts';
import { mediansInTurns, ms, ratio, type BenchRow } from './measure.ts';

const [UNITS, POSTS, FUNCTIONS, OPERATIONS] = [500, 2500, 3000, 2000];
const BASE_CHANGES = 100;
const AIM_MS = 500;
const LIMITS = { postStep: 0.5 };

/** A scenario of 2 000 operations on 10 000 things, taken to a base in which 100 things changed (P17). */
export async function benchRebase(): Promise<readonly BenchRow[]> {
	const oldBase = bigBase();
	const newBase = changedBase(oldBase);
	const operations = manyOperations();
	const check = rebase({ oldBase, newBase, operations, limits: LIMITS });
	if (check.conflicts === 0 || check.conflicts > 2 * BASE_CHANGES)
		throw new Error(`${check.conflicts} conflicts`);
	const { own, peer } = await mediansInTurns(
		3,
		[
			() => rebase({ oldBase, newBase, operations, limits: LIMITS }),
			() => naiveEffects(oldBase, operations, 100),
		],
		1,
	);
	const whole = (2 * peer * OPERATIONS) / 100;
	return [
		{
			what: `rebase of ${OPERATIONS} operations on 10 000 things, ${check.conflicts} conflicts`,
			measured: ms(own),
			peer: `whole structures compared at every step ${ms(whole)} (from 100 steps), ${ratio(own, whole)}`,
			aim: `≤ ${AIM_MS} ms`,
			isMet: own <= AIM_MS,
		},
	];
}

/** What each step changes, found by comparing everything with everything: the plain way of seeing a conflict. */
function naiveEffects(base: Structure, operations: readonly Operation[], steps: number): number {
	const run = runOperations(base, operations.slice(0, steps), LIMITS);
	if (!run.ok) throw new Error(run.error.code);
	return run.value.steps.reduce(
		(sum, { before, after }) => sum + diffStructures(before, after).posts.changed.length,
		0,
	);
}

function bigBase(): Structure {
	const units = Array.from({ length: UNITS }, (_, at) =>
		aUnit(`u${at}`, at === 0 ? null : `u${Math.floor((at - 1) / 6)}`, { sort: at }),
	);
	return aStructure({
		units,
		posts: Array.from({ length: POSTS }, (_, at) => aPost(`p${at}`, `u${at % UNITS}`, 2)),
		functions: Array.from({ length: FUNCTIONS }, (_, at) => aFunction(`f${at}`, { sort: at })),
		participations: Array.from({ length: FUNCTIONS }, (_, at) => takesPart(`f${at}`, `u${at % UNITS}`)),
		activities: Array.from({ length: 1000 }, (_, at) => anActivity(`a${at}`, `f${at}`, `u${at % UNITS}`)),
	});
}

/** Other names of fifty units and other counts on fifty lines. */
function changedBase(base: Structure): Structure {
	const half = BASE_CHANGES / 2;
	return {
		...base,
		units: base.units.map((unit, at) =>
			at >= 20 && at < 20 + half ? { ...unit, name: { bg: `Друго име ${at}`, en: null } } : { ...unit },
		),
		posts: base.posts.map((post, at) => (at < half ? { ...post, approved: headcount(4) } : { ...post })),
		participations: base.participations.map((part) => ({ ...part })),
	};
}

/** Five sorts of operations in turn, each on things of its own. */
function manyOperations(): readonly Operation[] {
	return Array.from({ length: OPERATIONS }, (_, at) => operationAt(at));
}

function operationAt(at: number): Operation {
	const round = Math.floor(at / 5);
	switch (at % 5) {
		case 0:
			return make(at, 'post-change', {
				postKey: postKey(`p${round}`),
				changes: { approved: headcount(3) },
			});
		case 1:
			return make(at, 'unit-rename', {
				unitKey: unitKey(`u${round}`),
				...{ name: { bg: `Ново име ${round}`, en: null }, kind: 'sector', part: 'general' },
			});
		case 2:
			return make(at, 'function-transfer', {
				functionKey: functionKey(`f${round}`),
				fromUnitKey: unitKey(`u${round % UNITS}`),
				toUnitKey: unitKey(`u${(round + 7) % UNITS}`),
				...{ formerRole: null, withActivities: true },
			});
		case 3:
			return make(at, 'post-move', {
				postKey: postKey(`p${1000 + round}`),
				unitKey: unitKey(`u${(round + 11) % UNITS}`),
				...{ isHead: false, withWork: true, part: null },
			});
		default:
			return make(at, 'unit-create', {
				key: unitKey(`nu${round}`),
				parentKey: unitKey(`u${round}`),
				...{ name: { bg: `Нов отдел ${round}`, en: null }, kind: 'department', part: 'general' },
			});
	}
}

function make<Kind extends OperationKind>(at: number, kind: Kind, payload: OperationPayloads[Kind]) {
	return {
		...{ id: asId<OperationId>(`o${at}`), position: at + 1, kind, payload },
		...{ motive: '', findingIds: [], effectiveOn: null },
	} as Operation;
}
