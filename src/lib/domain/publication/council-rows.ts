import type { AdministrationPart, LocalText, OrgUnit, UnitKind } from '../org/index.ts';
import type { ChangeMark, ProposalReport, StructureRow } from '../scenario/index.ts';
import { ancestorKeys, headcount, type Headcount, type UnitKey } from '../shared/index.ts';
import { councilUnitKeys, type CouncilUnit } from './council-counts.ts';

/** A unit of the decision in its place in the hierarchy. */
export interface CouncilRow {
	readonly key: UnitKey;
	/** The unit above it among those shown; null at the top. */
	readonly parentKey: UnitKey | null;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	/** 0 for the top. */
	readonly depth: number;
	/** Its line in the annex of posts: own posts of whoever leads, all posts below for the others. */
	readonly posts: Headcount;
	/** What became of it; `changed` also where only what is below it, too low to be shown, is another. */
	readonly change: ChangeMark | null;
}

/**
 * The units of the administration down to the level of the decision, each before those below it; what the council's
 * picture of the structure shows. Their posts add up to the total of the administration.
 */
export function councilRows(
	{
		report,
		units,
	}: {
		readonly report: Pick<ProposalReport, 'structureBefore' | 'structureAfter'>;
		readonly units: readonly CouncilUnit[];
	},
	side: 'before' | 'after',
): readonly CouncilRow[] {
	const rows = side === 'before' ? report.structureBefore : report.structureAfter;
	const keys = councilUnitKeys(rows.map(({ unit }) => unit));
	const shown = rows.filter(({ unit }) => keys.has(unit.key) && unit.part !== 'outside');
	const known = new Set(shown.map(({ unit }) => unit.key));
	const lines = Map.groupBy(units, ({ key }) => key);
	const touched = touchedBelow(rows, keys);
	return shown.map(({ unit, depth, change }) => {
		const own = lines.get(unit.key) ?? [];
		const posts = { before: sumOf(own, 'before'), after: sumOf(own, 'after') };
		const isTouched = touched.has(unit.key) || posts.before !== posts.after;
		return {
			...{ key: unit.key, name: unit.name, kind: unit.kind, part: unit.part, depth },
			parentKey: unit.parentKey !== null && known.has(unit.parentKey) ? unit.parentKey : null,
			posts: posts[side],
			change: change ?? (isTouched ? 'changed' : null),
		};
	});
}

function sumOf(lines: readonly CouncilUnit[], side: 'before' | 'after'): Headcount {
	return headcount(lines.reduce((sum, line) => sum + line.posts[side], 0));
}

/** The units of the decision that have a touched unit below them that is not shown itself. */
function touchedBelow(rows: readonly StructureRow[], shown: ReadonlySet<UnitKey>): ReadonlySet<UnitKey> {
	const units = new Map(rows.map(({ unit }) => [unit.key, unit]));
	const hidden = rows.filter(({ unit, change }) => change !== null && !shown.has(unit.key));
	return new Set(
		hidden.flatMap(
			({ unit }) => ancestorKeys<UnitKey, OrgUnit>(units, unit.key).find((key) => shown.has(key)) ?? [],
		),
	);
}
