import { z } from 'zod';
import { PARTICIPATION_ROLES, type BlockCell } from '#lib/domain/org/index.ts';
import { isId, type FunctionKey, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';

/** More is a file to import, not a block to paste. */
export const MOST_CELLS = 5000;

const key = z.string().refine(isId);
const cells = z
	.array(
		z.object({
			fn: key,
			unit: key,
			post: key.nullable(),
			role: z.union([z.literal(''), z.enum(PARTICIPATION_ROLES)]),
			share: z.number().min(0).max(1).nullish(),
		}),
	)
	.min(1)
	.max(MOST_CELLS);
const revisions = z.record(z.string(), z.number().int().min(0));

export interface Block {
	readonly cells: readonly BlockCell[];
	readonly revisions: Readonly<Record<string, number>>;
}

/** The block in a form; undefined when it is not one. */
export function blockOf(data: FormData): Block | undefined {
	const found = z
		.object({ cells, revisions })
		.safeParse({ cells: jsonOf(data.get('cells')), revisions: jsonOf(data.get('revisions')) });
	if (!found.success) return undefined;
	return {
		cells: found.data.cells.map(({ fn, unit, post, role, share }) => ({
			functionKey: fn as FunctionKey,
			unitKey: unit as UnitKey,
			postKey: post as PostKey | null,
			role: role === '' ? null : role,
			...(share !== undefined && { share }),
		})),
		revisions: found.data.revisions,
	};
}

function jsonOf(value: unknown): unknown {
	if (typeof value !== 'string') return undefined;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}
