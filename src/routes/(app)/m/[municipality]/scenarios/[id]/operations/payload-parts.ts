import {
	EMPLOYMENT_RELATIONS,
	FUNDING_SOURCES,
	PARTICIPATION_ROLES,
	POST_CATEGORIES,
} from '#lib/domain/org/index.ts';
import { parseOccupationCode } from '#lib/domain/legal/index.ts';
import { choice, id, optionalDecimal, optionalText } from '#lib/forms/index.ts';
import { isId } from '#lib/domain/shared/index.ts';
import { z } from 'zod';

/** Most posts in one line of a staffing table; beyond it a slip of the finger is likelier than a wish. */
export const MAX_POSTS = 200;
export const MAX_COST = 1_000_000;

/** How many new lines a form can take from one; a line is divided again by another operation. */
export const LINE_PARTS = [1, 2, 3] as const;

type NewKey = () => string;

/** Forms of the operations on whole lines: dividing one, and funding of several. */
export const LINE_SCHEMAS = {
	'post-split': (newKey: NewKey) =>
		z
			.object({ post: id(), ...partFields(1), ...partFields(2), ...partFields(3) })
			.transform(({ post, ...fields }, check) => ({
				postKey: post,
				parts: LINE_PARTS.flatMap((number) => partOf(fields, number, newKey, check)),
			})),
	'post-fund': () =>
		z
			.object({ posts: z.array(id()).max(500).default([]), funding: choice(FUNDING_SOURCES) })
			.transform(({ posts, funding }) => ({ postKeys: posts, funding })),
} as const;

/** Forms of the roles in a function; a seat is a unit, or a unit and one of its posts. */
export const SEAT_SCHEMAS = {
	'participation-set': () =>
		z
			.object({
				...{ function: id(), seat: z.string().transform(seatOf), role: choice(PARTICIPATION_ROLES) },
				share: optionalDecimal({ min: 0, max: 100 }),
			})
			.transform(({ function: functionKey, seat, role, share }) => ({
				...{ functionKey, ...seat, role },
				share: share === null ? null : share / 100,
			})),
	'participation-clear': () =>
		z
			.object({ function: id(), seat: z.string().transform(seatOf) })
			.transform(({ function: functionKey, seat }) => ({ functionKey, ...seat })),
} as const;

/** The code of a job title as people write it; empty is no code. */
export const occupationText = optionalText(100).transform((given, check) => {
	const code = given === null ? null : parseOccupationCode(given);
	if (code === null) return null;
	if (code.ok) return code.value;
	check.addIssue({ code: 'custom', message: 'code:occupation' });
	return z.NEVER;
});

const count = optionalDecimal({ min: 0, max: MAX_POSTS });

function partFields<Number extends 1 | 2 | 3>(number: Number) {
	const optional = <const Members extends readonly [string, ...string[]]>(members: Members) =>
		z.union([z.literal(''), choice(members)]).default('');
	return {
		[`title_${number}`]: optionalText(300),
		[`approved_${number}`]: count,
		[`occupied_${number}`]: count,
		[`category_${number}`]: optional(POST_CATEGORIES),
		[`relation_${number}`]: optional(EMPLOYMENT_RELATIONS),
		[`funding_${number}`]: optional(FUNDING_SOURCES),
		[`cost_${number}`]: optionalDecimal({ min: 0, max: MAX_COST }),
		[`occupation_${number}`]: occupationText,
	};
}

/** A part of a divided line; the first is always there, the others when they have a title or a count. */
function partOf(
	fields: Readonly<Record<string, unknown>>,
	number: number,
	newKey: NewKey,
	check: z.RefinementCtx,
) {
	const title = fields[`title_${number}`] as string | null;
	const approved = fields[`approved_${number}`] as number | null;
	if (number > 1 && title === null && approved === null) return [];
	const needed = [
		...(title === null ? [`title_${number}`] : []),
		...(approved === null ? [`approved_${number}`] : []),
		...['category', 'relation', 'funding'].map((name) => `${name}_${number}`).filter((name) => !fields[name]),
	];
	for (const field of needed) check.addIssue({ code: 'custom', message: 'code:required', path: [field] });
	if (needed.length > 0) return [];
	const cost = fields[`cost_${number}`] as number | null;
	const occupation = fields[`occupation_${number}`];
	return [
		{
			key: newKey(),
			...{ title: { bg: title ?? '', en: null }, approved: approved ?? 0 },
			occupied: (fields[`occupied_${number}`] as number | null) ?? 0,
			category: fields[`category_${number}`],
			relation: fields[`relation_${number}`],
			funding: fields[`funding_${number}`],
			annualCost: cost === null ? null : Math.round(cost * 100),
			...(occupation !== null && { occupation }),
		},
	];
}

/** „unit“ or „unit post“, as the choice of a seat sends it. */
function seatOf(value: string, check: z.RefinementCtx) {
	const [unitKey = '', postKey = null, ...more] = value.split(' ');
	if (isId(unitKey) && (postKey === null || isId(postKey)) && more.length === 0) return { unitKey, postKey };
	check.addIssue({ code: 'custom', message: 'code:not-a-choice' });
	return z.NEVER;
}
