import { ROLES } from '#lib/domain/access/index.ts';
import { OWN_PARAMETER_KEYS } from '#lib/domain/legal/index.ts';
import { isEkatte, SETTLEMENT_KINDS, SETTLEMENT_STATUSES, settlementName } from '#lib/domain/org/index.ts';
import {
	checkbox,
	choice,
	day,
	decimal,
	id,
	optionalDecimal,
	optionalText,
	revision,
	text,
} from '#lib/forms/index.ts';
import type { SeenSettlement, SettlementDraft } from '#lib/server/services/municipality-place.ts';
import { z } from 'zod';

export const settlementForm = z.object({
	/** Empty for a new one. */
	settlement: z.union([z.literal(''), id()]).optional(),
	revision: z.union([z.literal('').transform(() => 0), revision()]).optional(),
	settlement_name: text(80),
	settlement_name_en: optionalText(80),
	kind: choice(SETTLEMENT_KINDS),
	status: choice(SETTLEMENT_STATUSES),
	ekatte: optionalText(5).refine((value) => value === null || isEkatte(value), { message: 'code:ekatte' }),
	residents: optionalDecimal({ min: 0, max: 2_000_000 }).refine(
		(value) => value === null || Number.isInteger(value),
		{ message: 'code:not-whole' },
	),
});

export function toSettlement(given: z.infer<typeof settlementForm>): {
	readonly seen: SeenSettlement;
	readonly draft: SettlementDraft;
} {
	const { settlement, revision: seenRevision, kind, status, ekatte, residents } = given;
	const name = settlementName(kind, { bg: given.settlement_name, en: given.settlement_name_en });
	return {
		seen: settlement ? { id: settlement, revision: seenRevision ?? 0 } : null,
		draft: { name, kind, status, ekatte, population: residents },
	};
}

export const settlementList = z.object({ settlements: text(20_000) });

export const removal = z.object({
	revision: revision(),
	isSure: checkbox().refine((isSure) => isSure, { message: 'code:required' }),
});

export const removedSettlement = z.object({ settlement: id(), revision: revision() });

export const givenRole = z.object({
	user: id(),
	role: choice(ROLES),
	unit: optionalText(80),
});

export const takenRole = z.object({ user: id(), role: choice(ROLES) });

export const newCouncillor = z.object({
	councillor_name: text(100),
	account: z.union([z.literal(''), id()]).optional(),
	since: day(),
});

export const endedMandate = z.object({ councillor: id(), until: day() });

export const ownParameter = z.object({
	key: choice(OWN_PARAMETER_KEYS as [string, ...string[]]),
	amount: decimal({ min: 0, max: 10_000 }),
	holds_from: day(),
	citation: text(300),
});

/** The field at which a refusal stands; the others stand over the form. */
export const FIELD_OF: Readonly<Record<string, string>> = {
	'municipality/name-taken': 'name',
	'settlement/name-taken': 'settlement_name',
	'settlement/centre-taken': 'status',
	'user/unknown': 'user',
	'user/role-held': 'role',
	'user/unit-required': 'unit',
	'user/unit-unknown': 'unit',
	'councillor/sits-already': 'councillor_name',
	'councillor/account-taken': 'account',
	'councillor/unknown-account': 'account',
	'councillor/ends-before': 'until',
	'parameter/out-of-range': 'amount',
	'parameter/not-later': 'holds_from',
};
