import fc from 'fast-check';
import { FUNDING_SOURCES, PARTICIPATION_ROLES, type Structure } from '#lib/domain/org/index.ts';
import {
	BELOW_CHOICES,
	holders,
	runOperations,
	type Operation,
	type OperationKind,
	type OperationPayloads,
} from '#lib/domain/scenario/index.ts';
import { asId, headcount, type OperationId } from '#lib/domain/shared/index.ts';
import { LIMITS } from './operations.ts';
import { functionKey, postKey, smallStructure, unitKey } from './small-structure.ts';

type Wish = readonly [kind: number, a: number, b: number, flag: boolean];

/** Lists of operations that apply to {@link smallStructure}: wishes that the structure refuses are left out. */
export const randomScenario: fc.Arbitrary<readonly Operation[]> = fc
	.array(fc.tuple(fc.nat(15), fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 14 })
	.map(fulfil);

function fulfil(wishes: readonly Wish[]): readonly Operation[] {
	const operations: Operation[] = [];
	let structure = smallStructure();
	for (const [at, wish] of wishes.entries()) {
		const candidate = wished(structure, wish, at);
		if (!candidate) continue;
		const list = [...operations, { ...candidate, position: operations.length + 1 }];
		const run = runOperations(smallStructure(), list, LIMITS);
		if (!run.ok) continue;
		operations.push({ ...candidate, position: operations.length + 1 });
		structure = run.value.after;
	}
	return operations;
}

function wished(structure: Structure, [kind, a, b, flag]: Wish, at: number): Operation | undefined {
	const pick = <Item>(items: readonly Item[], index: number) => items[index % Math.max(1, items.length)];
	const [unit, other] = [pick(structure.units, a), pick(structure.units, b)];
	const [post, fn, second] = [
		pick(structure.posts, a),
		pick(structure.functions, a),
		pick(structure.functions, b),
	];
	if (!unit || !other) return undefined;
	const make = <Kind extends OperationKind>(name: Kind, payload: OperationPayloads[Kind]): Operation =>
		({
			id: asId<OperationId>(`r${at}`),
			position: at,
			kind: name,
			payload,
			motive: 'случаен',
			findingIds: [],
			effectiveOn: null,
		}) as Operation;
	const name = (text: string) => ({ bg: text, en: null });
	const fresh = { name: name(`Ново звено ${at}`), kind: 'department', part: 'specialised' } as const;
	switch (kind) {
		case 0:
			return make('unit-create', { key: unitKey(`nu${at}`), parentKey: unit.key, ...fresh });
		case 1:
			return make('unit-move', {
				unitKey: unit.key,
				parentKey: other.key,
				below: BELOW_CHOICES[at % BELOW_CHOICES.length]!,
			});
		case 2:
			return make('unit-merge', {
				sourceKeys: [unit.key],
				targetKey: other.key,
				headPostKey:
					structure.posts.find((item) => item.unitKey === other.key && item.isHead)?.key ??
					structure.posts.find((item) => item.unitKey === unit.key && item.isHead)?.key ??
					null,
			});
		case 3:
			return make('unit-split', {
				unitKey: unit.key,
				parts: [
					{
						key: unitKey(`su${at}`),
						...fresh,
						postKeys: structure.posts
							.filter((item) => item.unitKey === unit.key)
							.map((item) => item.key)
							.slice(0, 1),
						functionKeys: [],
						subUnitKeys: [],
					},
				],
			});
		case 4:
			return make('unit-close', { unitKey: unit.key, takenOverBy: other.key });
		case 5:
			return make('post-create', {
				key: postKey(`np${at}`),
				unitKey: unit.key,
				title: name(`Нова длъжност ${at}`),
				approved: headcount(1 + (b % 4) / 2),
				category: 'expert',
				relation: 'labour',
				funding: 'local',
				isHead: false,
				annualCost: null,
			});
		case 6:
			return (
				post &&
				make('post-move', {
					postKey: post.key,
					unitKey: other.key,
					isHead: false,
					withWork: flag,
					part: flag ? null : { key: postKey(`mp${at}`), approved: headcount(0.5), occupied: headcount(0.5) },
				})
			);
		case 7:
			return (
				post && make('post-change', { postKey: post.key, changes: { approved: headcount(0.5 + b / 2) } })
			);
		case 8:
			return post && make('post-close', { postKey: post.key });
		case 9:
			return (
				fn &&
				make('function-transfer', {
					functionKey: fn.key,
					fromUnitKey: holders(structure).get(fn.key)?.[0] ?? null,
					toUnitKey: other.key,
					formerRole: flag ? 'consulted' : null,
					withActivities: true,
				})
			);
		case 10:
			return flag
				? fn &&
						second &&
						make('function-merge', {
							sourceKeys: [fn.key],
							targetKey: second.key,
							text: null,
							formerOwners: b % 2 ? 'participate' : 'released',
						})
				: fn && make('function-drop', { functionKey: fn.key, legalReason: 'отпаднало задължение' });
		case 11:
			return (
				post &&
				make('post-split', {
					postKey: post.key,
					parts: [
						{
							...{ key: postKey(`sp${at}`), title: name(`Нов ред ${at}`), approved: headcount(0.5) },
							...{ occupied: headcount(flag ? 0.5 : 0), category: 'expert', relation: 'labour' },
							...{ funding: 'local', annualCost: post.annualCost },
						},
					],
				})
			);
		case 12:
			return (
				post &&
				make('post-fund', {
					postKeys: structure.posts.slice(a % 5, (a % 5) + 2).map((item) => item.key),
					funding: FUNDING_SOURCES[b % FUNDING_SOURCES.length]!,
				})
			);
		case 13:
			return (
				fn &&
				make('participation-set', {
					...{ functionKey: fn.key, unitKey: other.key, postKey: null, share: null },
					role: PARTICIPATION_ROLES[b % PARTICIPATION_ROLES.length]!,
				})
			);
		case 14: {
			const held = pick(structure.participations, b);
			return (
				held &&
				make('participation-clear', {
					...{ functionKey: held.functionKey, unitKey: held.unitKey, postKey: held.postKey },
				})
			);
		}
		default:
			return (
				fn &&
				make('function-split', {
					functionKey: fn.key,
					parts: ['x', 'y'].map((part) => ({
						key: functionKey(`sf${at}-${part}`),
						text: name(`Част ${part}`),
						unitKey: other.key,
						activityKeys: [],
					})),
				})
			);
	}
}
