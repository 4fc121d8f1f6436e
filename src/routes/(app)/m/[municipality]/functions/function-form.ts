import { z } from 'zod';
import { parseReference, printReference, type LegalReference } from '#lib/domain/legal/index.ts';
import {
	FUNCTION_KINDS,
	type AdminFunction,
	type FunctionBasis,
	type FunctionDraft,
} from '#lib/domain/org/index.ts';
import type { PowerKey, UnitKey } from '#lib/domain/shared/index.ts';
import { choice, id, optionalText, typedText, wholeNumber } from '#lib/forms/index.ts';

const anyText = typedText(5000);
/** Rows of legal bases that the form can carry. */
export const BASIS_ROWS = 12;

/** „чл. 21, ал. 1, т. 2“ as a reference; an empty text is none. */
const place = z
	.string()
	.trim()
	.max(200)
	.transform((value, check): LegalReference => {
		const parsed = parseReference(value);
		if (parsed !== undefined) return parsed;
		check.addIssue({ code: 'custom', message: 'code:not-a-reference' });
		return z.NEVER;
	});

const basisFields = Object.fromEntries(
	Array.from({ length: BASIS_ROWS }, (_, at) => [
		[`act${at}`, z.union([z.literal(''), id()]).default('')],
		[`place${at}`, z.union([z.literal(''), place]).default('')],
	]).flat(),
) as Record<string, z.ZodType<string | LegalReference>>;

export const functionForm = z
	.object({
		textBg: anyText,
		textEn: anyText,
		kind: choice(FUNCTION_KINDS),
		policyArea: id(),
		generalCategory: optionalText(300),
		territory: optionalText(300),
		powers: z.array(id()).max(200).default([]),
		source: anyText,
		asOf: optionalText(100),
		verification: choice(['verified', 'reconstructed']),
		revision: wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER }),
	})
	.and(z.object(basisFields));

/** A new function also needs the unit that answers for it, so that none is born without one. */
export const newFunctionForm = functionForm.and(z.object({ accountable: id() }));

export function toFunctionDraft(form: z.infer<typeof functionForm>): FunctionDraft {
	return {
		text: { bg: form.textBg, en: form.textEn },
		kind: form.kind,
		policyArea: form.policyArea,
		generalCategory: form.generalCategory,
		territory: form.territory,
		bases: basesOf(form),
		powers: form.powers as PowerKey[],
		origin: { verification: form.verification, source: form.source, asOf: form.asOf },
	};
}

export function accountableOf({ accountable }: z.infer<typeof newFunctionForm>): UnitKey {
	return accountable as UnitKey;
}

function basesOf(form: Readonly<Record<string, unknown>>): readonly FunctionBasis[] {
	return Array.from({ length: BASIS_ROWS }, (_, at) => at).flatMap((at) => {
		const [act, where] = [form[`act${at}`], form[`place${at}`]];
		if (typeof act !== 'string' || act === '') return [];
		const reference = typeof where === 'object' && where !== null ? (where as LegalReference) : {};
		return [{ actKey: act, reference }];
	});
}

/** What the fields of the form hold for a function. */
export function functionValues(fn: AdminFunction): Record<string, string> {
	const bases = fn.bases
		.slice(0, BASIS_ROWS)
		.flatMap((basis, at) => [
			[`act${at}`, basis.actKey] as const,
			[`place${at}`, printReference(basis.reference)] as const,
		]);
	return {
		textBg: fn.text.bg,
		textEn: fn.text.en ?? '',
		kind: fn.kind,
		policyArea: fn.policyArea,
		generalCategory: fn.generalCategory ?? '',
		territory: fn.territory ?? '',
		source: fn.origin.source,
		asOf: fn.origin.asOf ?? '',
		verification: fn.origin.verification,
		powers: fn.powers.join(' '),
		...Object.fromEntries(bases),
	};
}
