import {
	freshKey,
	type Activity,
	type AdminFunction,
	type OrgUnit,
	type Origin,
	type Participation,
	type Post,
	type Structure,
} from '../org/index.ts';
import type { Brand, FunctionKey, PostKey, UnitKey } from '../shared/index.ts';
import { asId } from '../shared/index.ts';
import {
	requirementSubject,
	type DictionaryEntry,
	type Employee,
	type Requirement,
} from '../training/index.ts';
import {
	changedFields,
	type CellSource,
	type ImportChange,
	type ImportEntity,
	type ImportMode,
	type ImportedThings,
	type MissingThing,
} from './changes.ts';
import type { FileStanding } from './choices.ts';
import type { FieldKey, SheetKind } from './fields.ts';
import type { PlanLine, PlanOfYear, PlanRegister } from './plan-line.ts';
import type { CellProblem } from './problems.ts';
import type { SheetRecord } from './records.ts';
import { WHOLE_SHEET, wholeValues } from './whole-sheet.ts';
import { nameKey, type WordKind } from './words.ts';

/** A legal act as a table may name it. */
export interface ActName {
	readonly key: string;
	readonly names: readonly string[];
}

/** What an import is held against. */
export interface ImportContext {
	readonly structure: Structure;
	readonly employees: readonly Employee[];
	readonly requirements: readonly Requirement[];
	readonly competencies: readonly DictionaryEntry[];
	readonly policyAreas: readonly { readonly key: string; readonly name: string }[];
	readonly acts: readonly ActName[];
	/** „unit:key“, „post:key“, „function:key“ of what evidence, people or scenarios point at. */
	readonly inUse: ReadonlySet<string>;
	readonly mode: ImportMode;
	/** Beginning of new keys: `el`. */
	readonly prefix: string;
	/** Key of this import, its own among all; new people are numbered below it. */
	readonly importId: string;
	/** Plans of training, their lines and the courses that they choose from. */
	readonly plans: PlanRegister;
	/** Name of the file, for the origin of what it brings. */
	readonly fileName: string;
	/** Leva for one euro; null where no rate is known, and then amounts in leva are refused. */
	readonly bgnPerEur: number | null;
	/** Year that volumes are taken to be about when the file does not say. */
	readonly year: number;
}

/** The state of an import while its sheets are taken in one after the other; grows only here. */
export interface Desk {
	readonly context: ImportContext;
	readonly units: Map<UnitKey, OrgUnit>;
	readonly posts: Map<PostKey, Post>;
	readonly functions: Map<FunctionKey, AdminFunction>;
	readonly participations: Map<string, Participation>;
	readonly activities: Map<string, Activity>;
	readonly employees: Map<string, Employee>;
	readonly requirements: Map<string, Requirement>;
	readonly plans: Map<number, PlanOfYear>;
	readonly lines: Map<string, PlanLine>;
	/** Things that a row of the file named, „entity:key“. */
	readonly named: Set<string>;
	/** Units by name whose row in the file was not accepted. */
	readonly refusedUnits: Map<string, { readonly sheet: DeskSheet; readonly row: number }>;
	/** The unit that a row of the file says answers for a function. */
	readonly owners: Map<FunctionKey, UnitKey>;
	readonly changes: ImportChange[];
	readonly missing: MissingThing[];
	/** Kinds that the file held. */
	readonly kinds: Set<SheetKind>;
	/** Kinds of which a row could not be read or was left out, so that what is missing is not certain. */
	readonly unsure: Set<SheetKind>;
	readonly nameKeys: Map<string, string>;
	/** Greatest place in order so far. */
	sort: number;
	functionSort: number;
}

/** The sheet at work. */
export interface DeskSheet {
	readonly index: number;
	readonly name: string;
	readonly matches: Readonly<Record<string, string>>;
	readonly standing?: FileStanding | undefined;
	/** The year that stands above the table or in the name of its sheet; null where there is none, or several. */
	readonly saidYear: number | null;
	/** Fields whose heading names leva. */
	readonly inLeva: ReadonlySet<FieldKey>;
}

/**
 * A fresh desk on which a file is laid beside a structure: everything of the structure by its key, nothing changed
 * yet.
 */
export function openDesk(context: ImportContext): Desk {
	const { structure } = context;
	const byKey = <T extends { readonly key: Key }, Key>(list: readonly T[]) =>
		new Map(list.map((item) => [item.key, item]));
	return {
		context,
		units: byKey(structure.units),
		posts: byKey(structure.posts),
		functions: byKey(structure.functions),
		participations: new Map(structure.participations.map((part) => [placeOf(part), part])),
		activities: new Map(structure.activities.map((activity) => [activity.key, activity])),
		employees: new Map(context.employees.map((person) => [person.id, person])),
		requirements: new Map(context.requirements.map((need) => [requirementPlace(need), need])),
		plans: new Map(context.plans.plans.map((plan) => [plan.year, plan])),
		lines: new Map(context.plans.lines.map((line) => [line.id, line])),
		named: new Set(),
		refusedUnits: new Map(),
		owners: new Map(),
		changes: [],
		missing: [],
		kinds: new Set(),
		unsure: new Set(),
		nameKeys: new Map(),
		sort: structure.units.reduce((most, unit) => Math.max(most, unit.sort), 0),
		functionSort: structure.functions.reduce((most, fn) => Math.max(most, fn.sort), 0),
	};
}

/** Function, unit and post of a participation in one text; the key under which an import knows it. */
export function placeOf(part: Pick<Participation, 'functionKey' | 'unitKey' | 'postKey'>): string {
	return `${part.functionKey}|${part.unitKey}|${part.postKey ?? ''}`;
}

/** What makes a requirement the same one in file and structure: its kind, what it is about and its competency. */
export function requirementPlace(need: Requirement): string {
	return `${need.kind}|${requirementSubject(need)}|${need.competencyKey}`;
}

/** `nameKey`, remembered for the length of the import. */
export function keyOfName(desk: Desk, text: string, kind: WordKind): string {
	const known = desk.nameKeys.get(`${kind}:${text}`);
	if (known !== undefined) return known;
	const key = nameKey(text, kind);
	desk.nameKeys.set(`${kind}:${text}`, key);
	return key;
}

/** A key for a thing that the file brings, from its name, that is not among those taken. */
export function newKey<Key extends Brand<string, string>>(
	desk: Desk,
	name: string,
	taken: { has(key: string): boolean },
): Key {
	return asId<Key>(freshKey(desk.context.prefix, name, taken as ReadonlySet<string>));
}

/**
 * The origin of what a sheet brings, new or changed alike: as the person says of the file. Until somebody says, what
 * the file holds is verified and what was assumed beside it is reconstructed.
 */
export function originOf(desk: Desk, sheet: DeskSheet, problems: readonly CellProblem[] = []): Origin {
	const source = `${desk.context.fileName}, ${sheet.name}`.slice(0, 490);
	const isAssumed =
		sheet.standing === undefined
			? problems.some(({ code }) => code === 'imports/assumed' || code === 'imports/salary-only')
			: sheet.standing === 'working';
	return { verification: isAssumed ? 'reconstructed' : 'verified', source, asOf: null };
}

/**
 * Cells of a row by field, where a value was taken from; without a cell where the value was assumed, and with the mark
 * for the whole sheet where a person set it for all rows that say nothing. A salary is a source only where the yearly
 * cost rests on it.
 */
export function sourcesOf(
	sheet: DeskSheet,
	{ record, problems }: { readonly record: SheetRecord; readonly problems: readonly CellProblem[] },
): readonly CellSource[] {
	const assumed = new Set(problems.flatMap(({ code, field }) => (code === 'imports/assumed' ? [field] : [])));
	const isCostBySalary = problems.some(({ code }) => code === 'imports/salary-only');
	const said = Object.entries(record.cells)
		.filter(([field, cell]) => cell.text !== '' && !assumed.has(field as FieldKey))
		.filter(([field]) => field !== 'monthlySalary' || isCostBySalary)
		.filter(([field]) => field !== 'unit' || (record.cells.subunit?.text ?? '') === '')
		.map(([field, cell]) => ({
			field: SOURCE_OF[field] ?? (field as FieldKey),
			sheet: sheet.name,
			cell: cell.cell,
		}));
	const set = (Object.keys(wholeValues(sheet.matches)) as FieldKey[]).filter(
		(field) => (record.cells[field]?.text ?? '') === '',
	);
	return [
		...said,
		...[...assumed].map((field) => ({ field, sheet: sheet.name, cell: null })),
		...set.map((field) => ({ field, sheet: sheet.name, cell: WHOLE_SHEET })),
	];
}

/** Columns that give another field its value. */
const SOURCE_OF: Readonly<Record<string, FieldKey>> = { subunit: 'unit', filled: 'occupied' };

interface NotedChange<Entity extends ImportEntity> {
	readonly entity: Entity;
	readonly key: string;
	readonly before: ImportedThings[Entity] | null;
	readonly after: ImportedThings[Entity] | null;
	readonly from: ImportChange['from'];
	readonly sources: readonly CellSource[];
}

/** Notes that a row named a thing and, when that changes it, what it becomes. */
export function put<Entity extends ImportEntity>(desk: Desk, change: NotedChange<Entity>): boolean {
	desk.named.add(`${change.entity}:${change.key}`);
	return note(desk, change);
}

/** Notes what becomes of a thing that no row named: a consequence of another row. */
export function note<Entity extends ImportEntity>(desk: Desk, change: NotedChange<Entity>): boolean {
	if (changedFields(withoutOrigin(change.before), withoutOrigin(change.after)).length === 0) return false;
	// The union of entities cannot follow the type parameter; entity, before and after agree by the signature.
	desk.changes.push(change as unknown as ImportChange);
	return true;
}

/** Another source of the same value is no change. */
function withoutOrigin(thing: object | null): object | null {
	if (thing === null) return null;
	const { origin: _origin, source: _source, ...rest } = thing as { origin?: unknown; source?: unknown };
	return rest;
}
