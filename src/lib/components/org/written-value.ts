import {
	ADMINISTRATION_PARTS,
	EMPLOYMENT_RELATIONS,
	FUNCTION_KINDS,
	FUNDING_SOURCES,
	PARTICIPATION_ROLES,
	POST_CATEGORIES,
	UNIT_KINDS,
	type LocalText,
} from '#lib/domain/org/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunctionKind,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
	nameOfVerification,
} from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** One value of a unit, post or function as a person reads it: codes and keys by their names. */
export function writtenValue(
	value: string | number | boolean | null | undefined,
	names: Readonly<Record<string, LocalText>>,
): string {
	if (value === undefined || value === null || value === '') return '—';
	if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no();
	if (typeof value === 'number') return formatNumber(value, { digits: 2 });
	const name = Object.hasOwn(names, value) ? names[value] : undefined;
	return name ? localText(name) : (CODES.get(value)?.() ?? value);
}

const CODES: ReadonlyMap<string, () => string> = new Map([
	...UNIT_KINDS.map((code) => [code, () => nameOfUnitKind(code)] as const),
	...ADMINISTRATION_PARTS.map((code) => [code, () => nameOfPart(code)] as const),
	...POST_CATEGORIES.map((code) => [code, () => nameOfCategory(code)] as const),
	...EMPLOYMENT_RELATIONS.map((code) => [code, () => nameOfRelation(code)] as const),
	...FUNDING_SOURCES.map((code) => [code, () => nameOfFunding(code)] as const),
	...FUNCTION_KINDS.map((code) => [code, () => nameOfFunctionKind(code)] as const),
	...PARTICIPATION_ROLES.map((code) => [code, () => nameOfRole(code)] as const),
	...(['verified', 'reconstructed'] as const).map((code) => [code, () => nameOfVerification(code)] as const),
]);
