import type { AdministrationPart, LocalText, UnitKind } from '../org/index.ts';
import type { ChangeMark, ProposalReport } from '../scenario/index.ts';
import { headcount, type Headcount, type UnitKey } from '../shared/index.ts';
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
	return shown.map(({ unit, depth, change }) => ({
		...{ key: unit.key, name: unit.name, kind: unit.kind, part: unit.part, depth, change },
		parentKey: unit.parentKey !== null && known.has(unit.parentKey) ? unit.parentKey : null,
		posts: headcount((lines.get(unit.key) ?? []).reduce((sum, line) => sum + line.posts[side], 0)),
	}));
}
