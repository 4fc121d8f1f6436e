import { parseReference } from '#lib/domain/legal/index.ts';
import {
	ADMINISTRATION_PARTS,
	EMPLOYMENT_RELATIONS,
	FUNCTION_KINDS,
	FUNDING_SOURCES,
	POST_CATEGORIES,
	UNIT_KINDS,
} from '#lib/domain/org/index.ts';
import { BELOW_CHOICES, type OperationBody, type OperationKind } from '#lib/domain/scenario/index.ts';
import { checkbox, choice, decimal, id, optionalDecimal, optionalText, text } from '#lib/forms/index.ts';
import { z } from 'zod';
import { LINE_SCHEMAS, MAX_COST, MAX_POSTS, occupationText, SEAT_SCHEMAS } from './payload-parts.ts';

/**
 * What a form of one kind of operation sends, checked and brought into the shape of its payload.
 * Keys of new things come from `newKey`, in the order in which the payload names them.
 */
export function payloadSchema(
	kind: OperationKind,
	newKey: () => string,
): z.ZodType<OperationBody['payload']> {
	return SCHEMAS[kind](newKey) as unknown as z.ZodType<OperationBody['payload']>;
}

const optionalId = z.union([z.literal(''), id()]).transform((value) => (value === '' ? null : value));
const ids = z.array(id()).max(500).default([]);
const localText = { name: text(300), name_en: optionalText(300) };
const unitShape = { ...localText, unit_kind: choice(UNIT_KINDS), part: choice(ADMINISTRATION_PARTS) };
const postShape = {
	title: text(300),
	title_en: optionalText(300),
	approved: decimal({ min: 0, max: MAX_POSTS }),
	category: choice(POST_CATEGORIES),
	relation: choice(EMPLOYMENT_RELATIONS),
	funding: choice(FUNDING_SOURCES),
	head: checkbox(),
	cost: optionalDecimal({ min: 0, max: MAX_COST }),
	occupation: occupationText,
};
const statement = { text: text(2000), text_en: optionalText(2000) };

interface NamedUnit {
	readonly name: string;
	readonly name_en: string | null;
	readonly unit_kind: string;
	readonly part: string;
}

const unitOf = ({ name, name_en, unit_kind, part }: NamedUnit) => ({
	name: { bg: name, en: name_en },
	kind: unit_kind,
	part,
});

type PostShape = z.infer<z.ZodObject<typeof postShape>>;

const postOf = ({ title, title_en, cost, head, ...post }: Omit<PostShape, 'occupation'>) => ({
	approved: post.approved,
	category: post.category,
	relation: post.relation,
	funding: post.funding,
	title: { bg: title, en: title_en },
	isHead: head,
	annualCost: cost === null ? null : Math.round(cost * 100),
});

const textOf = (bg: string, en: string | null) => ({ bg, en });

const SCHEMAS: Readonly<Record<OperationKind, (newKey: () => string) => z.ZodType>> = {
	'unit-create': (newKey) =>
		z.object({ ...unitShape, parent: optionalId }).transform(({ parent, ...unit }) => ({
			key: newKey(),
			parentKey: parent,
			...unitOf(unit),
		})),
	'unit-rename': () =>
		z.object({ unit: id(), ...unitShape }).transform(({ unit, ...shape }) => ({
			unitKey: unit,
			...unitOf(shape),
		})),
	'unit-move': () =>
		z
			.object({
				unit: id(),
				parent: optionalId,
				below: choice(BELOW_CHOICES).default('along'),
				part: z.union([z.literal(''), choice(ADMINISTRATION_PARTS)]).default(''),
			})
			.transform(({ unit, parent, below, part }) => ({
				unitKey: unit,
				parentKey: parent,
				...(below !== 'along' && { below }),
				...(part !== '' && { part }),
			})),
	'unit-merge': () =>
		z
			.object({ sources: ids, target: id(), head_post: optionalId })
			.transform(({ sources, target, head_post }) => ({
				sourceKeys: sources,
				targetKey: target,
				headPostKey: head_post,
			})),
	'unit-split': (newKey) =>
		z
			.object({ unit: id(), ...unitShape, posts: ids, functions: ids, units: ids })
			.transform(({ unit, posts, functions, units, ...shape }) => ({
				unitKey: unit,
				parts: [
					{
						key: newKey(),
						...unitOf(shape),
						...{ postKeys: posts, functionKeys: functions, subUnitKeys: units },
					},
				],
			})),
	'unit-close': () =>
		z.object({ unit: id(), taken_over_by: optionalId }).transform(({ unit, taken_over_by }) => ({
			unitKey: unit,
			takenOverBy: taken_over_by,
		})),
	'post-create': (newKey) =>
		z.object({ unit: id(), ...postShape }).transform(({ unit, occupation, ...post }) => ({
			key: newKey(),
			unitKey: unit,
			...postOf(post),
			...(occupation !== null && { occupation }),
		})),
	'post-move': (newKey) =>
		z
			.object({
				...{ post: id(), unit: id(), head: checkbox(), with_work: checkbox() },
				part_approved: optionalDecimal({ min: 0, max: MAX_POSTS }),
				part_occupied: optionalDecimal({ min: 0, max: MAX_POSTS }),
			})
			.transform(({ post, unit, head, with_work, part_approved, part_occupied }) => ({
				...{ postKey: post, unitKey: unit, isHead: head, withWork: with_work },
				part:
					part_approved === null
						? null
						: { key: newKey(), approved: part_approved, occupied: part_occupied ?? 0 },
			})),
	'post-change': () =>
		z.object({ post: id(), ...postShape }).transform(({ post, occupation, ...changes }) => ({
			postKey: post,
			changes: { ...postOf(changes), occupation },
		})),
	...LINE_SCHEMAS,
	'post-close': () => z.object({ post: id() }).transform(({ post }) => ({ postKey: post })),
	'function-create': (newKey) =>
		z
			.object({
				...{ unit: id(), ...statement, function_kind: choice(FUNCTION_KINDS), area: id() },
				...{ territory: optionalText(100), act: optionalId, reference: optionalText(100) },
				power: optionalId,
			})
			.transform((given, check) => ({
				key: newKey(),
				unitKey: given.unit,
				text: textOf(given.text, given.text_en),
				kind: given.function_kind,
				policyArea: given.area,
				...{ generalCategory: null, territory: given.territory },
				powers: given.power === null ? [] : [given.power],
				bases: basesOf(given.act, given.reference, check),
			})),
	'function-transfer': () =>
		z
			.object({
				...{ function: id(), from: optionalId, to: id(), with_activities: checkbox() },
				former_role: z.union([z.literal(''), choice(['participates', 'consulted', 'informed'])]),
			})
			.transform((given) => ({
				...{ functionKey: given.function, fromUnitKey: given.from, toUnitKey: given.to },
				formerRole: given.former_role === '' ? null : given.former_role,
				withActivities: given.with_activities,
			})),
	'function-merge': () =>
		z
			.object({
				...{ sources: ids, function: id(), former_owners: choice(['participate', 'released']) },
				...{ text: optionalText(2000), text_en: optionalText(2000) },
			})
			.transform((given) => ({
				...{ sourceKeys: given.sources, targetKey: given.function, formerOwners: given.former_owners },
				text: given.text === null ? null : textOf(given.text, given.text_en),
			})),
	'function-split': (newKey) =>
		z
			.object({
				...{ function: id(), text_1: text(2000), unit_1: id(), text_2: text(2000), unit_2: id() },
				activities: ids,
			})
			.transform((given) => ({
				functionKey: given.function,
				parts: [
					{ key: newKey(), text: textOf(given.text_1, null), unitKey: given.unit_1, activityKeys: [] },
					{
						key: newKey(),
						text: textOf(given.text_2, null),
						...{ unitKey: given.unit_2, activityKeys: given.activities },
					},
				],
			})),
	'function-reword': () =>
		z.object({ function: id(), ...statement }).transform((given) => ({
			functionKey: given.function,
			text: textOf(given.text, given.text_en),
			bases: null,
		})),
	'function-drop': () =>
		z
			.object({ function: id(), legal_reason: optionalText(1000) })
			.transform((given) => ({ functionKey: given.function, legalReason: given.legal_reason ?? '' })),
	...SEAT_SCHEMAS,
};

/** The act and the place in it; an act alone stands for the act as a whole. */
function basesOf(act: string | null, reference: string | null, check: z.RefinementCtx) {
	if (act === null) return [];
	const place = reference === null ? {} : parseReference(reference);
	if (place) return [{ actKey: act, reference: place }];
	check.addIssue({ code: 'custom', message: 'code:reference', path: ['reference'] });
	return [];
}
