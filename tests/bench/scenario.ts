import { isDeepStrictEqual } from 'node:util';
import type { AdminFunction, OrgUnit, Participation, Post, Structure } from '#lib/domain/org/index.ts';
import {
	diffStructures,
	runOperations,
	type Operation,
	type OperationBody,
} from '#lib/domain/scenario/index.ts';
import { asId, eurCents, headcount, type OperationId } from '#lib/domain/shared/index.ts';
import { medianOf, mediansInTurns, ms, ratio, type BenchRow } from './measure.ts';
import { randomStream } from './overlap-corpus.ts';

const UNITS = 2_000;
const POSTS = 8_000;
const FUNCTIONS = 2_000;
const OPERATIONS = 2_000;
const DIFF_AIM_MS = 100;

/**
 * The difference that two thousand operations make on ten thousand units and lines of the staffing table (P17), against
 * finding what differs by comparing the texts of things with one key; and how long it takes to apply them.
 */
export async function benchScenario(): Promise<readonly BenchRow[]> {
	const before = benchStructure();
	const operations = benchOperations(before);
	const apply = () => runOperations(before, operations, { postStep: 0.5 });
	const run = apply();
	if (!run.ok) throw new Error(JSON.stringify(run.error));
	const { after } = run.value;
	// As it comes from the store: nothing on the two sides is the same object.
	const [stored, fresh] = [structuredClone(before), structuredClone(after)];
	const counted = [countByKey(diffStructures(stored, fresh)), naiveDiff(stored, fresh).length];
	if (!isDeepStrictEqual(counted[0], counted[1])) throw new Error(`the peer counts ${counted.join(' and ')}`);
	const times = await mediansInTurns(
		7,
		[() => diffStructures(stored, fresh), () => naiveDiff(stored, fresh)],
		2,
	);
	const shared = await medianOf(7, () => diffStructures(before, after));
	const applied = await medianOf(1, apply);
	return [
		{
			what: 'diff of 2 000 operations on 10 000 units and lines, both read anew',
			measured: ms(times.own),
			peer: `texts compared ${ms(times.peer)} (${ratio(times.own, times.peer)})`,
			aim: `≤ ${DIFF_AIM_MS} ms`,
			isMet: times.own <= DIFF_AIM_MS,
		},
		{
			what: 'the same, as the operations leave it',
			measured: ms(shared),
			aim: `≤ ${DIFF_AIM_MS} ms`,
			isMet: shared <= DIFF_AIM_MS,
		},
		{ what: 'applying the 2 000 operations', measured: ms(applied) },
	];
}

type Diff = ReturnType<typeof diffStructures>;

function countByKey({ units, posts, functions }: Diff): number {
	return [units, posts, functions].reduce(
		(sum, set) => sum + set.created.length + set.closed.length + set.changed.length,
		0,
	);
}

/** Keys of things that stand on one side only or read differently; the order among siblings is left out. */
function naiveDiff(before: Structure, after: Structure): readonly string[] {
	const textOf = (item: object) => JSON.stringify({ ...item, sort: 0 });
	const keyed = ({ units, posts, functions }: Structure) =>
		new Map([...units, ...posts, ...functions].map((item) => [item.key as string, textOf(item)]));
	const [old, now] = [keyed(before), keyed(after)];
	return [...new Set([...old.keys(), ...now.keys()])].filter((key) => old.get(key) !== now.get(key));
}

const ORIGIN = { verification: 'verified', source: 'мярка', asOf: null } as const;
const words = (bg: string) => ({ bg, en: null });

function benchStructure(): Structure {
	const random = randomStream(17);
	const below = (count: number) => Math.floor(random() * count);
	const units = Array.from({ length: UNITS }, (_, at): OrgUnit => ({
		...{ key: asId(`u-${at}`), parentKey: at < 20 ? null : asId(`u-${below(at)}`) },
		...{ name: words(`Звено ${at}`), kind: 'department', part: 'specialised', sort: at },
		...{ origin: ORIGIN, note: null },
	}));
	const posts = Array.from({ length: POSTS }, (_, at): Post => ({
		...{ key: asId(`p-${at}`), unitKey: asId(`u-${below(UNITS)}`), title: words(`Длъжност ${at % 300}`) },
		...{ approved: headcount(2), occupied: headcount(1), category: 'expert', relation: 'civil-service' },
		...{ funding: 'delegated', isHead: false, annualCost: eurCents(1_800_000), origin: ORIGIN, note: null },
	}));
	const functions = Array.from({ length: FUNCTIONS }, (_, at): AdminFunction => ({
		...{ key: asId(`f-${at}`), text: words(`Изпълнява функция ${at}`), kind: 'service' },
		...{ policyArea: 'finance', generalCategory: null, territory: null, bases: [], powers: [] },
		...{ origin: ORIGIN, sort: at },
	}));
	const participations = functions.map(({ key }): Participation => ({
		...{ functionKey: key, unitKey: asId(`u-${below(UNITS)}`), postKey: null },
		...{ role: 'accountable', share: null },
	}));
	return {
		...({ versionId: 'v', municipality: {}, validFrom: '2026-01-01' } as never as Structure),
		...{ units, posts, functions, participations, activities: [], allowances: [], settlements: [] },
	};
}

/** A fifth each: titles, funding of a line, moved lines, renamed units, functions that change hands. */
function benchOperations({ units, posts, participations }: Structure): readonly Operation[] {
	const body = (at: number): OperationBody => {
		const [post, unit, held] = [posts[at * 4], units[at], participations[at]];
		if (!post || !unit || !held) throw new Error('the structure is too small');
		const other = units[(at + 997) % UNITS]?.key ?? unit.key;
		switch (at % 5) {
			case 0:
				return {
					kind: 'post-change',
					payload: { postKey: post.key, changes: { title: words(`Нова ${at}`) } },
				};
			case 1:
				return { kind: 'post-fund', payload: { postKeys: [post.key], funding: 'local' } };
			case 2: {
				const unitKey = other === post.unitKey ? unit.key : other;
				const rest = { isHead: false, withWork: true, part: null };
				return { kind: 'post-move', payload: { postKey: post.key, unitKey, ...rest } };
			}
			case 3: {
				const { kind, part } = unit;
				return {
					kind: 'unit-rename',
					payload: { unitKey: unit.key, name: words(`Ново звено ${at}`), kind, part },
				};
			}
			default: {
				const [fromUnitKey, toUnitKey] = [held.unitKey, other === held.unitKey ? unit.key : other];
				const rest = { formerRole: null, withActivities: true } as const;
				return {
					kind: 'function-transfer',
					payload: { functionKey: held.functionKey, fromUnitKey, toUnitKey, ...rest },
				};
			}
		}
	};
	return Array.from({ length: OPERATIONS }, (_, at) => ({
		...{
			id: asId<OperationId>(`o-${at}`),
			position: at + 1,
			motive: 'мярка',
			findingIds: [],
			effectiveOn: null,
		},
		...body(at),
	}));
}
