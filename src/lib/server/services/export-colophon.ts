import type { Colophon } from '#exports/shared/cover.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { Ctx } from '../context.ts';
import { structureHash } from './structure-hash.ts';
import type { OpenStructure } from './workspace.ts';

/** What a file about a structure says about itself. */
export function colophonOf(
	ctx: Ctx,
	{ municipality, version, structure, actor }: OpenStructure,
	locale: Locale,
): Colophon {
	return {
		...{ municipality, locale },
		asOf: ctx.clock.today(),
		structureValidFrom: version.validFrom,
		createdAt: ctx.clock.now(),
		madeBy: actor.name,
		snapshotId: version.contentHash ?? structureHash(structure),
	};
}
