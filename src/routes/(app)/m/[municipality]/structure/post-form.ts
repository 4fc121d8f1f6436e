import { z } from 'zod';
import {
	EMPLOYMENT_RELATIONS,
	FUNDING_SOURCES,
	POST_CATEGORIES,
	type Post,
	type PostDraft,
} from '#lib/domain/org/index.ts';
import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import {
	checkbox,
	choice,
	decimal,
	id,
	optionalDecimal,
	optionalText,
	typedText,
	wholeNumber,
} from '#lib/forms/index.ts';

const anyText = typedText(5000);
const anyNumber = { min: -1_000_000_000, max: 1_000_000_000 };

export const postForm = z.object({
	titleBg: anyText,
	titleEn: anyText,
	unitKey: id(),
	approved: decimal(anyNumber),
	occupied: decimal(anyNumber),
	annualCost: optionalDecimal(anyNumber),
	occupation: optionalText(100),
	category: choice(POST_CATEGORIES),
	relation: choice(EMPLOYMENT_RELATIONS),
	funding: choice(FUNDING_SOURCES),
	isHead: checkbox(),
	note: anyText,
	source: anyText,
	asOf: optionalText(100),
	verification: choice(['verified', 'reconstructed']),
	revision: wholeNumber({ min: 0, max: Number.MAX_SAFE_INTEGER }),
});

export function toPostDraft(form: z.infer<typeof postForm>): PostDraft {
	return {
		unitKey: form.unitKey as UnitKey,
		title: { bg: form.titleBg, en: form.titleEn },
		approved: form.approved,
		occupied: form.occupied,
		annualCost: form.annualCost === null ? null : Math.round(form.annualCost * 100),
		occupation: form.occupation,
		category: form.category,
		relation: form.relation,
		funding: form.funding,
		isHead: form.isHead,
		note: form.note,
		origin: { verification: form.verification, source: form.source, asOf: form.asOf },
	};
}

/** What the fields of the form hold for a post; numbers with a decimal comma. */
export function postValues(post: Post): Record<string, string> {
	const number = (value: number) => String(value).replace('.', ',');
	return {
		titleBg: post.title.bg,
		titleEn: post.title.en ?? '',
		unitKey: post.unitKey,
		approved: number(post.approved),
		occupied: number(post.occupied),
		annualCost: post.annualCost === null ? '' : number(post.annualCost / 100),
		occupation: post.occupation === undefined ? '' : printOccupationCode(post.occupation),
		category: post.category,
		relation: post.relation,
		funding: post.funding,
		isHead: post.isHead ? 'on' : '',
		note: post.note ?? '',
		source: post.origin.source,
		asOf: post.origin.asOf ?? '',
		verification: post.origin.verification,
	};
}
