import { z } from 'zod';
import { ADMINISTRATION_PARTS, UNIT_KINDS, type OrgUnit, type UnitDraft } from '#lib/domain/org/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { choice, id, optionalText, typedText, wholeNumber } from '#lib/forms/index.ts';

/** Lengths and emptiness are the domain's to judge; the form only bounds what is read at all. */
const anyText = typedText(5000);

export const unitForm = z.object({
	nameBg: anyText,
	nameEn: anyText,
	kind: choice(UNIT_KINDS),
	part: choice(ADMINISTRATION_PARTS),
	parentKey: z.union([z.literal(''), id()]).default(''),
	sort: z.union([z.literal(''), wholeNumber({ min: 0, max: 100_000 })]).default(''),
	note: anyText,
	source: anyText,
	asOf: optionalText(100),
	verification: choice(['verified', 'reconstructed']),
	revision: wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER }),
});

export function toUnitDraft(form: z.infer<typeof unitForm>): UnitDraft {
	return {
		parentKey: form.parentKey === '' ? null : (form.parentKey as UnitKey),
		name: { bg: form.nameBg, en: form.nameEn },
		kind: form.kind,
		part: form.part,
		sort: form.sort === '' ? null : form.sort,
		note: form.note,
		origin: { verification: form.verification, source: form.source, asOf: form.asOf },
	};
}

/** What the fields of the form hold for a unit. */
export function unitValues(unit: OrgUnit): Record<string, string> {
	return {
		nameBg: unit.name.bg,
		nameEn: unit.name.en ?? '',
		kind: unit.kind,
		part: unit.part,
		parentKey: unit.parentKey ?? '',
		sort: String(unit.sort),
		note: unit.note ?? '',
		source: unit.origin.source,
		asOf: unit.origin.asOf ?? '',
		verification: unit.origin.verification,
	};
}
