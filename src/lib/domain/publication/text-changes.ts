import type { AdminFunction, LocalText, OrgUnit, Structure } from '../org/index.ts';
import { holders, type ProposalReport, type ScenarioRun } from '../scenario/index.ts';
import { depthFirst, type FunctionKey, type UnitKey } from '../shared/index.ts';

/** How a text changes: a new one, another wording, one that goes out. */
export type TextChangeKind = 'new' | 'amended' | 'repealed';

/** One text of the organisational rules: as it stands, as it will stand, and the operations that change it. */
export interface TextChange {
	readonly kind: TextChangeKind;
	readonly before: LocalText | null;
	readonly after: LocalText | null;
	/** Numbers of the operations; the motive is theirs. */
	readonly operations: readonly number[];
}

/** The section of a unit in the organisational rules, as far as it changes. */
export interface UnitText {
	readonly unitKey: UnitKey;
	readonly name: LocalText;
	/** The heading of the section: the name of the unit. Null where it stays. */
	readonly heading: TextChange | null;
	/** The functions for which the unit answers, in the order of the act. */
	readonly functions: readonly TextChange[];
	/** The functions of the unit after the change, whole, for a consolidated text. */
	readonly whole: readonly LocalText[];
}

/**
 * What changes in the unit sections of the organisational rules: names of units and the functions they answer for.
 * A function that goes from one unit to another is repealed in one section and new in the other. Units in the order of
 * the structure after, closed ones last; a unit in which nothing changes has no section.
 */
export function textChanges(report: ProposalReport, { before, after }: ScenarioRun): readonly UnitText[] {
	const touched = touchedBy(report);
	const [was, becomes] = [sections(before), sections(after)];
	const order = [...new Set([...becomes.units.keys(), ...was.units.keys()])];
	return order.flatMap((unitKey): readonly UnitText[] => {
		const [old, fresh] = [was.units.get(unitKey), becomes.units.get(unitKey)];
		const unit = fresh ?? old;
		if (!unit) return [];
		const heading = change(old?.name ?? null, fresh?.name ?? null, touched.units.get(unitKey));
		const [held, holds] = [was.functions.get(unitKey) ?? [], becomes.functions.get(unitKey) ?? []];
		const keys = [...new Set([...holds, ...held].map(({ key }) => key))];
		const text = (list: readonly AdminFunction[], key: FunctionKey) =>
			list.find((fn) => fn.key === key)?.text ?? null;
		const functions = keys.flatMap(
			(key) => change(text(held, key), text(holds, key), touched.functions.get(key)) ?? [],
		);
		if (heading === null && functions.length === 0) return [];
		return [{ unitKey, name: unit.name, heading, functions, whole: holds.map((fn) => fn.text) }];
	});
}

function change(
	before: LocalText | null,
	after: LocalText | null,
	operations: readonly number[] = [],
): TextChange | null {
	if (before?.bg === after?.bg && before?.en === after?.en) return null;
	const kind = before === null ? 'new' : after === null ? 'repealed' : 'amended';
	return { kind, before, after, operations };
}

interface Sections {
	readonly units: ReadonlyMap<UnitKey, OrgUnit>;
	readonly functions: ReadonlyMap<UnitKey, readonly AdminFunction[]>;
}

function sections(structure: Structure): Sections {
	const sorted = structure.units.toSorted((a, b) => a.sort - b.sort || (a.key < b.key ? -1 : 1));
	const held = holders(structure);
	const functions = new Map<UnitKey, AdminFunction[]>();
	for (const fn of structure.functions.toSorted((a, b) => a.sort - b.sort || (a.key < b.key ? -1 : 1)))
		for (const unitKey of held.get(fn.key) ?? [])
			functions.set(unitKey, [...(functions.get(unitKey) ?? []), fn]);
	return {
		units: new Map(depthFirst<UnitKey, OrgUnit>(sorted).map(({ item }) => [item.key, item])),
		functions,
	};
}

/** Numbers of the operations that touch each unit and each function. */
function touchedBy({ operations }: ProposalReport) {
	const units = new Map<UnitKey, number[]>();
	const functions = new Map<FunctionKey, number[]>();
	const note = <Key>(map: Map<Key, number[]>, key: Key, number: number) => {
		const known = map.get(key) ?? [];
		if (known.at(-1) !== number) map.set(key, [...known, number]);
	};
	for (const { number, diff } of operations) {
		for (const { key } of [...diff.units.created, ...diff.units.closed]) note(units, key, number);
		for (const { after } of diff.units.changed) note(units, after.key, number);
		for (const { key } of [...diff.functions.created, ...diff.functions.closed]) note(functions, key, number);
		for (const { after } of diff.functions.changed) note(functions, after.key, number);
		for (const { functionKey } of diff.functionMovements) note(functions, functionKey, number);
		for (const one of [...diff.participations.created, ...diff.participations.closed])
			note(functions, one.functionKey, number);
	}
	return { units, functions };
}
