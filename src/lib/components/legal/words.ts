import type { IsoDate } from '#lib/domain/shared/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

interface NamedAct {
	readonly abbreviation: string;
	readonly name: string;
	readonly english: { readonly abbreviation: string | null; readonly name: string | null };
}

/** The abbreviation of an act in the language of the reader, as far as it has one. */
export function abbreviationOfAct({ abbreviation, english }: NamedAct): string {
	return localText({ bg: abbreviation, en: english.abbreviation });
}

/** The whole name of an act in the language of the reader. */
export function nameOfAct({ name, english }: NamedAct): string {
	return localText({ bg: name, en: english.name });
}

const KINDS: Readonly<Record<string, () => string>> = {
	law: m.legal_kind_law,
	code: m.legal_kind_code,
	ordinance: m.legal_kind_ordinance,
	regulation: m.legal_kind_regulation,
	'eu-regulation': m.legal_kind_eu,
	'municipal-ordinance': m.legal_kind_municipal_ordinance,
	'municipal-rules': m.legal_kind_municipal_rules,
	'organisational-rules': m.legal_kind_organisational,
	'council-decision': m.legal_kind_decision,
	'mayor-order': m.legal_kind_order,
};

export function nameOfActKind(kind: string): string {
	return Object.hasOwn(KINDS, kind) ? (KINDS[kind]?.() ?? kind) : kind;
}

export function actKindOptions(): readonly { readonly value: string; readonly label: string }[] {
	return Object.entries(KINDS).map(([value, name]) => ({ value, label: name() }));
}

/** „01.01.2024 – досега“; says so when no day is known. */
export function validityText(from: string | null, to: string | null): string {
	if (from === null && to === null) return m.legal_always();
	return m.legal_from_to({
		from: from === null ? '…' : formatDate(from as IsoDate),
		to: to === null ? m.legal_to_now() : formatDate(to as IsoDate),
	});
}

const REFUSALS: Readonly<Record<string, () => string>> = {
	'legal/stale': m.legal_stale_body,
	'legal/reference-unread': m.legal_refusal_reference,
	'legal/validity': m.legal_refusal_validity,
	'legal/no-change': m.legal_refusal_no_change,
};

export function textOfLegalRefusal(code: string): string {
	return (REFUSALS[code] ?? m.legal_refusal_form)();
}
