import { changedFields, type FieldKey } from '#lib/domain/imports/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listProvenance } from '../queries/import-run.ts';
import { listPolicyAreas } from '../queries/legal.ts';
import { costSight } from './post-costs.ts';
import { readStructure } from './structure-cache.ts';
import { openMunicipality } from './workspace.ts';

/** Where a value came from, and whether somebody changed it by hand since. */
export interface WhereFrom {
	readonly field: FieldKey;
	readonly file: string;
	readonly sheet: string | null;
	readonly cell: string | null;
	readonly importedAt: string;
	readonly isChangedSince: boolean;
	/** Under which name the thing keeps the value, and the value as it is now. */
	readonly stored: string;
	readonly value: unknown;
	/** Name of the unit or the policy area that the value points at; null for other values. */
	readonly named: LocalText | null;
}

/**
 * The cells from which the values of a thing came, as it stands in a version; empty when no file brought it. A value
 * that differs in another version than the one written to did not come from there.
 */
export async function whereFrom(
	ctx: Ctx,
	at: { readonly slug: string; readonly versionId: string },
	thing: { readonly entity: 'unit' | 'post' | 'function'; readonly key: string; readonly now: object },
): Promise<Result<readonly WhereFrom[], Refused>> {
	const opened = await openMunicipality(ctx, at.slug, 'municipality.read');
	if (!opened.ok) return opened;
	const found = await listProvenance(ctx.db, opened.value.municipality.id, thing);
	const structure = await readStructure(ctx.db, at.versionId as VersionId);
	const sees = costSight(opened.value.actor, opened.value.municipality);
	const areas: readonly Named[] = await listPolicyAreas(ctx.db);
	// A function keeps the unit that answers for it as a participation.
	const owner = structure?.participations.find(
		(part) => part.functionKey === thing.key && part.role === 'accountable',
	)?.unitKey;
	const cells = found.flatMap((one): readonly WhereFrom[] => {
		const field = one.field as FieldKey;
		const changed = one.after === null ? [] : changedFields(one.after as object, thing.now);
		// In its own cell a unit is the name of itself; elsewhere it is what a value points at.
		const stored = thing.entity === 'unit' && field === 'unit' ? 'name' : (STORED_AS[field] ?? field);
		const isChangedSince = changed.includes(stored);
		if (isChangedSince && one.versionId !== at.versionId) return [];
		const value: unknown =
			thing.entity === 'function' && field === 'unit' ? owner : Reflect.get(thing.now, stored);
		if (stored === 'annualCost' && !sees({ unitKey: Reflect.get(thing.now, 'unitKey') as UnitKey }))
			return [];
		const register = field === 'policyArea' ? areas : (structure?.units ?? []);
		const named = register.find(({ key }) => key === value)?.name ?? null;
		const { file, sheet, cell, importedAt } = one;
		return [{ field, file, sheet, cell, importedAt, isChangedSince, stored, value, named }];
	});
	return ok(cells);
}

/** A thing of a register that values point at. */
interface Named {
	readonly key: string;
	readonly name: LocalText;
}

/** Under which name a thing keeps the value of a column, where that is another one. */
const STORED_AS: Readonly<Partial<Record<FieldKey, string>>> = {
	unit: 'unitKey',
	parent: 'parentKey',
	unitKind: 'kind',
	functionKind: 'kind',
	basis: 'bases',
	vacant: 'occupied',
	monthlySalary: 'annualCost',
};
