import { printOccupationCode, printReference } from '#lib/domain/legal/index.ts';
import { SUBJECT_OF } from '#lib/components/scenario/operation-choices.ts';
import type {
	Operation,
	OperationKind,
	ParticipationSeat,
	PostChanges,
	PostPart,
} from '#lib/domain/scenario/index.ts';
import type { LocalText, Post, Structure } from '#lib/domain/org/index.ts';

/** What stands in the fields of a form at first. */
export interface FormValues {
	readonly values: Readonly<Record<string, string>>;
	readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** An operation as the texts of its form; a line of the staffing table gives the fields that it leaves alone. */
export function valuesOf(operation: Operation, post: Post | undefined): FormValues {
	const { lists, ...fields } = fieldsOf(operation, post);
	const head = { motive: operation.motive, effective: operation.effectiveOn ?? '' };
	return {
		values: { ...head, ...fields.values },
		lists: { findings: operation.findingIds, ...lists },
	};
}

/** The fields of a line of the staffing table, for a change of it. */
export function postValues(
	post: Omit<Post, 'occupation'> & Pick<PostChanges, 'occupation'>,
): Readonly<Record<string, string>> {
	return {
		post: post.key,
		...named('title', post.title),
		approved: decimalText(post.approved),
		...{ category: post.category, relation: post.relation, funding: post.funding },
		head: onOff(post.isHead),
		cost: post.annualCost === null ? '' : decimalText(post.annualCost / 100),
		occupation: post.occupation ? printOccupationCode(post.occupation) : '',
	};
}

function fieldsOf(operation: Operation, post: Post | undefined): FormValues {
	const only = (values: FormValues['values'], lists: FormValues['lists'] = {}) => ({ values, lists });
	switch (operation.kind) {
		case 'unit-create': {
			const { parentKey, kind, part, name } = operation.payload;
			return only({ parent: parentKey ?? '', unit_kind: kind, part, ...named('name', name) });
		}
		case 'unit-rename': {
			const { unitKey, kind, part, name } = operation.payload;
			return only({ unit: unitKey, unit_kind: kind, part, ...named('name', name) });
		}
		case 'unit-move': {
			const { unitKey, parentKey, below = 'along', part = '' } = operation.payload;
			return only({ unit: unitKey, parent: parentKey ?? '', below, part });
		}
		case 'unit-merge': {
			const { sourceKeys, targetKey, headPostKey } = operation.payload;
			return only({ target: targetKey, head_post: headPostKey ?? '' }, { sources: sourceKeys });
		}
		case 'unit-split': {
			const { unitKey, parts } = operation.payload;
			const [part] = parts;
			if (!part) return only({ unit: unitKey });
			return only(
				{ unit: unitKey, unit_kind: part.kind, part: part.part, ...named('name', part.name) },
				{ posts: part.postKeys, functions: part.functionKeys, units: part.subUnitKeys },
			);
		}
		case 'unit-close':
			return only({ unit: operation.payload.unitKey, taken_over_by: operation.payload.takenOverBy ?? '' });
		case 'post-create': {
			const { unitKey, ...line } = operation.payload;
			const { post: _, ...fields } = postValues({ ...line, unitKey } as Post);
			return only({ unit: unitKey, ...fields });
		}
		case 'post-move': {
			const { postKey, unitKey, isHead, withWork, part } = operation.payload;
			return only({
				...{ post: postKey, unit: unitKey, head: onOff(isHead), with_work: onOff(withWork) },
				part_approved: part ? decimalText(part.approved) : '',
				part_occupied: part ? decimalText(part.occupied) : '',
			});
		}
		case 'post-change':
			return only(post ? postValues({ ...post, ...operation.payload.changes }) : {});
		case 'post-split':
			return only({
				post: operation.payload.postKey,
				...Object.assign({}, ...operation.payload.parts.map((part, at) => partValues(part, at + 1, post))),
			});
		case 'post-fund':
			return only({ funding: operation.payload.funding }, { posts: operation.payload.postKeys });
		case 'post-close':
			return only({ post: operation.payload.postKey });
		default:
			return functionFields(operation, only);
	}
}

function functionFields(
	operation: Operation,
	only: (values: FormValues['values'], lists?: FormValues['lists']) => FormValues,
): FormValues {
	switch (operation.kind) {
		case 'function-create': {
			const { unitKey, text, kind, policyArea, territory, bases, powers } = operation.payload;
			const [basis] = bases;
			const reference = basis ? printReference(basis.reference) : '';
			return only({
				...{ unit: unitKey, function_kind: kind, area: policyArea, territory: territory ?? '' },
				...{ act: basis?.actKey ?? '', reference, power: powers[0] ?? '' },
				...named('text', text),
			});
		}
		case 'function-transfer': {
			const { functionKey, fromUnitKey, toUnitKey, formerRole, withActivities } = operation.payload;
			return only({
				...{ function: functionKey, from: fromUnitKey ?? '', to: toUnitKey, former_role: formerRole ?? '' },
				with_activities: onOff(withActivities),
			});
		}
		case 'function-merge': {
			const { sourceKeys, targetKey, text, formerOwners } = operation.payload;
			const words = text ? named('text', text) : {};
			return only({ function: targetKey, former_owners: formerOwners, ...words }, { sources: sourceKeys });
		}
		case 'function-split': {
			const [one, two] = operation.payload.parts;
			return only(
				{
					function: operation.payload.functionKey,
					...{ text_1: one?.text.bg ?? '', unit_1: one?.unitKey ?? '' },
					...{ text_2: two?.text.bg ?? '', unit_2: two?.unitKey ?? '' },
				},
				{ activities: two?.activityKeys ?? [] },
			);
		}
		case 'function-reword':
			return only({ function: operation.payload.functionKey, ...named('text', operation.payload.text) });
		case 'function-drop':
			return only({
				function: operation.payload.functionKey,
				legal_reason: operation.payload.legalReason,
			});
		case 'participation-set': {
			const { role, share } = operation.payload;
			const percent = share === null ? '' : decimalText(Math.round(share * 10_000) / 100);
			return only({ ...seatValues(operation.payload), role, share: percent });
		}
		case 'participation-clear':
			return only(seatValues(operation.payload));
		default:
			return only({});
	}
}

/** A new line of a divided one, under its number; it costs what the line costs where nothing else is said. */
function partValues(part: PostPart, number: number, line: Post | undefined): Record<string, string> {
	const { approved, occupied, category, relation, funding, title } = part;
	const annualCost = part.annualCost === undefined ? (line?.annualCost ?? null) : part.annualCost;
	const cost = annualCost === null ? '' : decimalText(annualCost / 100);
	const occupation = part.occupation ? printOccupationCode(part.occupation) : '';
	const counts = { approved: decimalText(approved), occupied: decimalText(occupied), cost };
	return Object.fromEntries(
		Object.entries({ title: title.bg, ...counts, occupation, category, relation, funding }).map(
			([name, value]) => [`${name}_${number}`, value],
		),
	);
}

function seatValues({ functionKey, unitKey, postKey }: ParticipationSeat): Record<string, string> {
	return { function: functionKey, seat: postKey === null ? unitKey : `${unitKey} ${postKey}` };
}

function named(field: string, text: LocalText): Record<string, string> {
	return { [field]: text.bg, [`${field}_en`]: text.en ?? '' };
}

function onOff(value: boolean): string {
	return value ? 'on' : '';
}

function decimalText(value: number): string {
	return String(value).replace('.', ',');
}

const PLACED: Readonly<
	Partial<Record<OperationKind, { readonly subject: string; readonly target: string }>>
> = {
	'unit-move': { subject: 'unit', target: 'parent' },
	'post-move': { subject: 'post', target: 'unit' },
	'function-transfer': { subject: 'function', target: 'to' },
	'participation-set': { subject: 'function', target: 'seat' },
};

/** The fields of a move whose subject and new place stand in the address; empty for what does not stand there. */
export function placedValues(kind: OperationKind, search: URLSearchParams): FormValues['values'] {
	const fields = PLACED[kind];
	const [subject, to] = [search.get('subject'), search.get('to')];
	return {
		...(fields && subject !== null && { [fields.subject]: subject }),
		...(fields && to !== null && { [fields.target]: to }),
	};
}

/** The fields of a new operation once it is known what it is about; undefined while that is still to be chosen. */
export function subjectValues(
	structure: Structure,
	kind: OperationKind,
	subject: string | null,
): FormValues | undefined {
	const field = SUBJECT_OF[kind];
	if (!field) return { values: {}, lists: {} };
	const given = (values: FormValues['values']) => ({ values, lists: {} });
	if (field === 'unit') {
		const unit = structure.units.find((candidate) => candidate.key === subject);
		if (!unit) return undefined;
		const shape = { unit_kind: unit.kind, part: unit.part };
		const names = kind === 'unit-rename' ? named('name', unit.name) : {};
		return given({ unit: unit.key, ...shape, ...names });
	}
	if (field === 'post') {
		const post = structure.posts.find((candidate) => candidate.key === subject);
		if (!post) return undefined;
		if (kind === 'post-change') return given(postValues(post));
		const cost = post.annualCost === null ? '' : decimalText(post.annualCost / 100);
		return given({ post: post.key, ...(kind === 'post-split' && { cost }) });
	}
	const fn = structure.functions.find((candidate) => candidate.key === subject);
	if (!fn) return undefined;
	return given({ function: fn.key, ...(kind === 'function-reword' && named('text', fn.text)) });
}
