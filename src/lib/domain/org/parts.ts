import { childrenByParent, type UnitKey } from '../shared/index.ts';
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
	const placed = units.find((unit) => unit.key === key);
	if (!placed) return units;
	const children = childrenByParent<UnitKey, OrgUnit>(units);
	const changed = new Map<UnitKey, OrgUnit>();
	const seen = new Set<UnitKey>();
	const open = [{ unit: placed, superior: units.find((unit) => unit.key === placed.parentKey) ?? null }];
	// From above downwards, so that each superior has its part before those under it.
	for (let next = open.pop(); next; next = open.pop()) {
		if (seen.has(next.unit.key)) continue;
		seen.add(next.unit.key);
		const part = partUnder(next.unit, next.superior);
		const unit = part === next.unit.part ? next.unit : { ...next.unit, part };
		if (unit !== next.unit) changed.set(unit.key, unit);
		for (const below of children.get(unit.key) ?? []) open.push({ unit: below, superior: unit });
	}
	return changed.size === 0 ? units : units.map((unit) => changed.get(unit.key) ?? unit);
}
