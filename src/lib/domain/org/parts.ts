import { subtreeKeys, type UnitKey } from '../shared/index.ts';
import type { AdministrationPart, OrgUnit, UnitKind } from './types.ts';

type Standing = Pick<OrgUnit, 'kind' | 'part'>;

/** Whoever leads has units of every part under him: the act that sets the structure says which is of which. */
const LEADERS: ReadonlySet<UnitKind> = new Set(['mayor', 'deputy-mayors', 'secretary']);

/** What a unit is by its kind, whoever it answers to. Source: ЗМСМА, чл. 38 and 46а; ЗОС, чл. 52; ЗСУ. */
const OWN_PARTS: Readonly<Partial<Record<UnitKind, AdministrationPart>>> = {
	mayoralty: 'territorial',
	'mayoral-office': 'territorial',
	'social-service': 'outside',
	'cultural-institute': 'outside',
	'municipal-enterprise': 'outside',
};

/**
 * The part of the administration of a unit that stands under a superior: that of the superior, since nothing belongs to
 * two parts. It keeps its own at the top, right under whoever leads, and where its kind is of a part by itself; a
 * directorate is general or specialised and so takes no `direct` from a heading. Source: ЗА (general and specialised
 * administration); structure acts list the directly subordinated apart.
 * Example: the chief architect (`direct`) under a specialised directorate → `specialised`.
 */
export function partUnder(unit: Standing, superior: Standing | null): AdministrationPart {
	if (superior === null || LEADERS.has(superior.kind) || OWN_PARTS[unit.kind] === unit.part) return unit.part;
	return unit.kind === 'directorate' && superior.part === 'direct' ? unit.part : superior.part;
}

/** True where a unit of the administration is of another part than its place gives; `outside` is no part of it. */
export function isPartMixed(unit: Standing, superior: Standing): boolean {
	const isForeign = unit.part === 'territorial' && !LEADERS.has(superior.kind) && superior.part !== unit.part;
	return isForeign || partUnder(unit, superior) !== unit.part;
}

/** The units after one was put in its place: it and everything below it have the part that the place gives. */
export function withPartsBelow(units: readonly OrgUnit[], key: UnitKey): readonly OrgUnit[] {
	const byKey = new Map(units.map((unit) => [unit.key, unit]));
	// The subtree comes from above downwards, so that each superior has its part before those under it.
	for (const below of subtreeKeys<UnitKey, OrgUnit>(units, key)) {
		const unit = byKey.get(below);
		if (!unit) continue;
		const part = partUnder(unit, unit.parentKey === null ? null : (byKey.get(unit.parentKey) ?? null));
		if (part !== unit.part) byKey.set(below, { ...unit, part });
	}
	return units.map((unit) => byKey.get(unit.key) ?? unit);
}
