import { accountableUnits, type StructureLookup } from '#lib/domain/org/index.ts';
import type { OperationEffect } from '#lib/domain/scenario/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { StructuralChange } from '#lib/domain/training/index.ts';

/**
 * What the operations of a scenario mean for training: functions received, new units, new heads, changed posts.
 * Every change carries its operation, so that a need disappears with it (products N24).
 * `effectiveOn` is the day of the whole decision, for operations without a day of their own.
 */
export function structuralChanges(input: {
	readonly effects: readonly OperationEffect[];
	readonly after: StructureLookup;
	readonly effectiveOn: IsoDate | null;
}): readonly StructuralChange[] {
	return input.effects.flatMap((effect) => {
		const { operation } = effect;
		const head = { operationId: operation.id, effectiveOn: operation.effectiveOn ?? input.effectiveOn };
		return [
			...receivedFunctions(effect, input.after).map((change) => ({ ...head, ...change })),
			...effect.diff.units.created.map((unit) => ({ ...head, kind: 'new-unit' as const, unitKey: unit.key })),
			...changedPosts(effect).map((change) => ({ ...head, ...change })),
		];
	});
}

type WithoutHead<Change> = Change extends unknown ? Omit<Change, 'operationId' | 'effectiveOn'> : never;
type Change = WithoutHead<StructuralChange>;

/** Units that answer for a function which they did not have, or which is new. */
function receivedFunctions({ diff }: OperationEffect, after: StructureLookup): readonly Change[] {
	const moved = diff.functionMovements.flatMap(({ functionKey, from, to }) =>
		to
			.filter((unitKey) => !from.includes(unitKey))
			.map((unitKey): Change => ({ kind: 'function-received', functionKey, unitKey })),
	);
	const created = diff.functions.created.flatMap(({ key }) =>
		accountableUnits(after, key).map((unitKey): Change => ({
			kind: 'function-received',
			functionKey: key,
			unitKey,
		})),
	);
	return [...moved, ...created];
}

/** Posts that become heads, and posts whose title or category changes. */
function changedPosts({ diff }: OperationEffect): readonly Change[] {
	const created = diff.posts.created
		.filter((post) => post.isHead)
		.map((post): Change => ({ kind: 'new-head', unitKey: post.unitKey, postKey: post.key }));
	const changed = diff.posts.changed.flatMap(({ before, after }): readonly Change[] => {
		const post = { unitKey: after.unitKey, postKey: after.key };
		if (after.isHead && !before.isHead) return [{ kind: 'new-head', ...post }];
		const isAnother = before.title.bg !== after.title.bg || before.category !== after.category;
		return isAnother ? [{ kind: 'post-changed', ...post }] : [];
	});
	return [...created, ...changed];
}
