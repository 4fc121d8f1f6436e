import {
	lookUp,
	type FunctionKind,
	type LocalText,
	type ParticipationRole,
	type StructureLookup,
	type Verification,
} from '#lib/domain/org/index.ts';
import { foldText, ok, type FunctionKey, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx, Refused } from '../context.ts';
import { listPolicyAreas, type PolicyArea } from '../queries/legal.ts';
import { openStructure, type WorkspaceAddress } from './workspace.ts';

/** What the list is narrowed to; null is „всички“. */
export interface FunctionFilter {
	readonly query: string;
	/** A unit with any role in the function, or with `role` when that is given too. */
	readonly unit: string | null;
	readonly role: ParticipationRole | null;
	readonly area: string | null;
	readonly kind: FunctionKind | null;
	readonly hasBasis: boolean | null;
	readonly isMeasured: boolean | null;
}

export const FUNCTION_SORTS = ['act', 'text', 'unit', 'area', 'kind'] as const;
export type FunctionSort = (typeof FUNCTION_SORTS)[number];

export interface FunctionLine {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly kind: FunctionKind;
	readonly area: LocalText;
	readonly areaKey: string;
	readonly accountable: readonly { readonly key: UnitKey; readonly name: LocalText }[];
	/** Units with any other role. */
	readonly others: number;
	readonly bases: number;
	readonly isMeasured: boolean;
	readonly verification: Verification;
}

export interface FunctionList {
	readonly lines: readonly FunctionLine[];
	/** Found, before the page is cut. */
	readonly found: number;
	readonly all: number;
	readonly page: number;
	readonly pages: number;
	/** The choices of the filters. */
	readonly units: readonly { readonly key: UnitKey; readonly name: LocalText }[];
	readonly areas: readonly PolicyArea[];
}

const PAGE_LENGTH = 50;

/** The page „Функции“: the inventory, filtered, sorted and paged. Pages count from 1. */
export async function listFunctions(
	ctx: Ctx,
	address: WorkspaceAddress,
	wish: { readonly filter: FunctionFilter; readonly sort: FunctionSort; readonly page: number },
): Promise<Result<FunctionList, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const areas = await listPolicyAreas(ctx.db);
	const lookup = lookUp(opened.value.structure);
	const found = sortLines(filterLines(lookup, functionLines(lookup, areas), wish.filter), wish.sort);
	const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
	const page = Math.min(Math.max(1, wish.page), pages);
	return ok({
		lines: found.slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH),
		found: found.length,
		all: lookup.structure.functions.length,
		page,
		pages,
		units: lookup.structure.units.map((unit) => ({ key: unit.key, name: unit.name })),
		areas: areasInUse(lookup, areas),
	});
}

/** Every function of the version as a line, in the order of the act, for the file. */
export async function exportFunctions(
	ctx: Ctx,
	address: WorkspaceAddress,
	filter: FunctionFilter,
): Promise<Result<{ readonly municipality: LocalText; readonly lines: readonly FunctionLine[] }, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const lookup = lookUp(opened.value.structure);
	const lines = filterLines(lookup, functionLines(lookup, await listPolicyAreas(ctx.db)), filter);
	return ok({ municipality: opened.value.municipality.name, lines });
}

function areasInUse(lookup: StructureLookup, areas: readonly PolicyArea[]): readonly PolicyArea[] {
	const used = new Set(lookup.structure.functions.map((fn) => fn.policyArea));
	return areas.filter((area) => used.has(area.key));
}

function functionLines(lookup: StructureLookup, areas: readonly PolicyArea[]): readonly FunctionLine[] {
	const areaName = new Map(areas.map((area) => [area.key, area.name]));
	return lookup.structure.functions.map((fn) => {
		const parts = lookup.participationsByFunction.get(fn.key) ?? [];
		const keys = new Set(parts.filter((part) => part.role === 'accountable').map((part) => part.unitKey));
		const others = new Set(parts.map((part) => part.unitKey)).difference(keys);
		return {
			key: fn.key,
			text: fn.text,
			kind: fn.kind,
			areaKey: fn.policyArea,
			area: areaName.get(fn.policyArea) ?? { bg: fn.policyArea, en: null },
			accountable: [...keys].flatMap((key) => {
				const unit = lookup.unitByKey.get(key);
				return unit ? [{ key, name: unit.name }] : [];
			}),
			others: others.size,
			bases: fn.bases.length,
			isMeasured: isMeasured(lookup, fn.key),
			verification: fn.origin.verification,
		};
	});
}

/** Somebody counted the cases and measured the minutes of at least one activity. */
export function isMeasured(lookup: StructureLookup, key: FunctionKey): boolean {
	const activities = lookup.activitiesByFunction.get(key) ?? [];
	return activities.some((activity) => activity.annualVolume !== null && activity.minutes !== null);
}

function filterLines(
	lookup: StructureLookup,
	lines: readonly FunctionLine[],
	filter: FunctionFilter,
): readonly FunctionLine[] {
	const words = foldText(filter.query).split(' ').filter(Boolean);
	const places = placesOf(lookup, filter);
	return lines.filter((line) => {
		const folded = words.length === 0 ? '' : foldText(`${line.text.bg} ${line.text.en ?? ''}`);
		return (
			words.every((word) => folded.includes(word)) &&
			(places === null || places.has(line.key)) &&
			(filter.area === null || line.areaKey === filter.area) &&
			(filter.kind === null || line.kind === filter.kind) &&
			(filter.hasBasis === null || line.bases > 0 === filter.hasBasis) &&
			(filter.isMeasured === null || line.isMeasured === filter.isMeasured)
		);
	});
}

/** Functions in which the wanted unit has the wanted role; null when neither is asked for. */
function placesOf(lookup: StructureLookup, filter: FunctionFilter): ReadonlySet<FunctionKey> | null {
	if (filter.unit === null && filter.role === null) return null;
	const parts = lookup.structure.participations.filter(
		(part) =>
			(filter.unit === null || part.unitKey === filter.unit) &&
			(filter.role === null || part.role === filter.role),
	);
	return new Set(parts.map((part) => part.functionKey));
}

const collator = new Intl.Collator('bg', { numeric: true });

function sortLines(lines: readonly FunctionLine[], sort: FunctionSort): readonly FunctionLine[] {
	if (sort === 'act') return lines;
	const wordOf: Readonly<Record<Exclude<FunctionSort, 'act'>, (line: FunctionLine) => string>> = {
		text: (line) => line.text.bg,
		unit: (line) => line.accountable[0]?.name.bg ?? '',
		area: (line) => line.area.bg,
		kind: (line) => line.kind,
	};
	const word = wordOf[sort];
	return [...lines].sort((a, b) => collator.compare(word(a), word(b)) || (a.key < b.key ? -1 : 1));
}
