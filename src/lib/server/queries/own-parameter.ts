import type { Parameter } from '#lib/domain/legal/index.ts';
import type { IsoDate } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';

/** Ends, on the day that another takes over, what a municipality had under a key. */
export async function closeOwnParameter(
	tx: Tx,
	{ key, municipality }: Pick<Parameter, 'key' | 'municipality'>,
	validTo: IsoDate,
): Promise<void> {
	await tx
		.updateTable('parameter')
		.set({ valid_to: validTo })
		.where('key', '=', key)
		.where('municipality_id', '=', municipality)
		.where('valid_from', '<', validTo)
		.where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', validTo)]))
		.execute();
}
