import { PLAN_ITEM_STATES, PLAN_STATES } from '#lib/domain/training/plan-types.ts';
import { nameOfItemState, nameOfPlanState } from '#lib/i18n/training-names.ts';
import { referenceText, sourceText } from '#lib/i18n/legal-text.ts';
import { nameOfRole, nameOfUserRole } from '#lib/i18n/names.ts';
import { formatDate, formatEuro } from '#lib/i18n/format.ts';
import { printOccupationCode, type OccupationCode } from '#lib/domain/legal/index.ts';
import { ROLES } from '#lib/domain/access/index.ts';
import { nameOfSettlementKind, nameOfSettlementStatus } from '#lib/components/municipality/names.ts';
import {
	SETTLEMENT_KINDS,
	SETTLEMENT_STATUSES,
	type FunctionBasis,
	type LocalText,
	type Participation,
} from '#lib/domain/org/index.ts';
import { eurCents, parseIsoDate } from '#lib/domain/shared/index.ts';
import { OVERLAP_VERDICTS } from '#lib/domain/overlap/verdicts.ts';
import { nameOfVerdict } from '#lib/i18n/overlap-names.ts';
import { nameOfActKind } from '#lib/components/legal/words.ts';
import { m } from '#lib/paraglide/messages.js';
import { labelOfPath } from './field-labels.ts';
import { writtenValue } from './written-value.ts';

/** One field of a change: its name, what it was and what it became. */
export interface ChangeLine {
	readonly label: string;
	readonly from: string;
	readonly to: string;
}

/** The fields in which two states of a thing differ, named and written as a person reads them. */
export function changeLines(before: unknown, after: unknown, names: Names = {}): readonly ChangeLine[] {
	const [from, to] = [flat(before, names), flat(after, names)];
	const fields = [...new Set([...from.keys(), ...to.keys()])].filter((field) => !HIDDEN.has(field));
	return fields
		.filter((field) => from.get(field) !== to.get(field))
		.map((field) => ({
			label: labelOfPath(field),
			from: written(from.get(field), names),
			to: written(to.get(field), names),
		}));
}

type Names = Readonly<Record<string, LocalText>>;
type Leaf = string | number | boolean | null;

const HIDDEN: ReadonlySet<string> = new Set([
	...[
		'key',
		'functionKey',
		'id',
		'ids',
		'revision',
		'municipalityId',
		'employeeId',
		'hash',
		'actKey',
		'node',
	],
	...['subject.kind', 'oblast.en', 'actor', 'batch', 'headings', 'createdAt', 'createdBy'],
]);

/** Nested fields by their path, „name.bg“; lists as one text. */
function flat(value: unknown, names: Names, path = ''): ReadonlyMap<string, Leaf> {
	if (value === null || value === undefined) return new Map();
	const verdict = path === 'verdict' ? OVERLAP_VERDICTS.find((code) => code === value) : undefined;
	if (verdict) return new Map([[path, nameOfVerdict(verdict)]]);
	if (path === 'price' && Number.isSafeInteger(value))
		return new Map([[path, formatEuro(eurCents(Number(value)), { digits: 2 })]]);
	if ((path === 'annualCost' || path === 'budget') && Number.isSafeInteger(value))
		return new Map([[path, formatEuro(eurCents(Number(value)))]]);
	if (path === 'occupation' && typeof value === 'string')
		return new Map([[path, printOccupationCode(value as OccupationCode)]]);
	if (typeof value !== 'object' || Array.isArray(value)) return new Map([[path, leaf(value, names)]]);
	if (path === 'reference') return new Map([[path, referenceText(value)]]);
	return new Map(
		Object.entries(value).flatMap(([name, part]): readonly (readonly [string, Leaf])[] => {
			const below = path === '' ? name : `${path}.${name}`;
			return part === null ? [[below, null]] : [...flat(part, names, below)];
		}),
	);
}

function leaf(value: unknown, names: Names): Leaf {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
	if (!Array.isArray(value) || value.length === 0) return null;
	return value.map((item: unknown) => itemText(item, names)).join('; ');
}

/** One of a list: a legal basis, a participation, a key. */
function itemText(item: unknown, names: Names): string {
	if (typeof item !== 'object' || item === null) return written(String(item), names);
	const [basis, part] = [item as Partial<FunctionBasis>, item as Partial<Participation>];
	if (basis.actKey !== undefined && basis.reference) {
		return `${referenceText(basis.reference)} ${written(basis.actKey, names)}`.trim();
	}
	if (part.unitKey !== undefined && part.role !== undefined) {
		return `${nameOfRole(part.role)} – ${written(part.postKey ?? part.unitKey, names)}`;
	}
	return JSON.stringify(item);
}

/** One value as a person reads it; also the codes and dates that only the history has. */
function written(value: Leaf | undefined, names: Names): string {
	if (typeof value !== 'string' || Object.hasOwn(names, value)) return writtenValue(value, names);
	const code = RARE_CODES.get(value);
	if (code) return code();
	const day = parseIsoDate(value);
	if (day) return formatDate(day);
	const text = writtenValue(value, names);
	return text === value ? nameOfActKind(sourceText(value)) : text;
}

const RARE_CODES: ReadonlyMap<string, () => string> = new Map([
	['accepted', () => m.history_code_accepted()],
	['skipped', () => m.history_code_skipped()],
	['female', () => m.imports_sex_female()],
	['male', () => m.imports_sex_male()],
	...SETTLEMENT_KINDS.map((kind) => [kind, () => nameOfSettlementKind(kind)] as const),
	...SETTLEMENT_STATUSES.map((status) => [status, () => nameOfSettlementStatus(status)] as const),
	...ROLES.map((role) => [role, () => nameOfUserRole(role)] as const),
	...PLAN_STATES.map((state) => [state, () => nameOfPlanState(state)] as const),
	...PLAN_ITEM_STATES.map((state) => [state, () => nameOfItemState(state)] as const),
]);
