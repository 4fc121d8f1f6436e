import type { Structure } from '#lib/domain/org/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { loadStructure } from '#lib/server/queries/structure.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { openStructure, type OpenStructure } from '#lib/server/services/workspace.ts';
import { anInstallation, type Installation } from './installation.ts';

/** A working copy of the structure of Елена that tests edit as the consultant. */
export interface WorkingVersion {
	readonly at: Installation;
	readonly ctx: Ctx;
	readonly slug: 'elena';
	readonly versionId: VersionId;
	readonly address: { readonly slug: 'elena'; readonly versionId: VersionId };
	structure(): Promise<Structure>;
	open(): Promise<OpenStructure>;
}

export async function aWorkingVersion(): Promise<WorkingVersion> {
	const at = await anInstallation();
	const ctx = ticking(await at.as('konsultant'));
	const slug = 'elena';
	const copy = await copyAsWorking(ctx, { slug }, { bg: 'Работна редакция', en: null });
	if (!copy.ok) throw new Error(copy.error.code);
	const versionId = copy.value;
	const address = { slug, versionId } as const;
	return {
		...{ at, ctx, slug, versionId, address },
		structure: async () => {
			const loaded = await loadStructure(ctx.db, versionId);
			if (!loaded) throw new Error('no structure');
			return loaded;
		},
		open: async () => {
			const opened = await openStructure(ctx, address);
			if (!opened.ok) throw new Error(opened.error.code);
			return opened.value;
		},
	};
}

let second = 0;

/** Every look at the clock is a second later, so that changes have an order. */
export function ticking(still: Ctx): Ctx {
	const now = () => new Date(Date.UTC(2026, 10, 21, 9, 0, (second += 1))).toISOString();
	return { ...still, clock: { ...still.clock, now } };
}
