import { printOccupationCode, type OccupationCode } from '#lib/domain/legal/index.ts';
import type { FieldChange, NameBook, OperationBody, OperationSummary } from '#lib/domain/scenario/index.ts';
import type { EurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatEuro, formatHeadcount } from './format.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
	type InLocale,
} from './names.ts';
import { quoted } from './quoted.ts';

type Book = NameBook & { readonly options: InLocale };

/** One sentence that says what an operation does, with the names as they stood at that step. */
export function operationTitle(effect: OperationSummary, options: InLocale = {}): string {
	const { operation } = effect;
	const book = { ...effect.names, options };
	if (operation.kind.startsWith('unit-')) return unitTitle(effect, book);
	if (operation.kind.startsWith('post-')) return postTitle(effect, book);
	return functionTitle(operation, book);
}

function unitTitle({ operation, diff }: OperationSummary, book: Book): string {
	const { options } = book;
	switch (operation.kind) {
		case 'unit-create': {
			const name = localText(operation.payload.name, options);
			const { parentKey } = operation.payload;
			if (parentKey === null) return m.scenario_title_unit_create_top({ name }, options);
			return m.scenario_title_unit_create({ name, parent: unitName(book, parentKey) }, options);
		}
		case 'unit-rename': {
			const { unitKey, kind, part, name: given } = operation.payload;
			const was = diff.units.changed.find(({ after }) => after.key === unitKey)?.before.name ?? given;
			const [before, name] = [localText(was, options), localText(given, options)];
			if (before !== name) return m.scenario_title_unit_rename({ before, name }, options);
			// Only the Bulgarian name is another one: in English it would become itself.
			if (was.bg !== given.bg)
				return m.scenario_title_unit_rename_bg({ name, before: was.bg, after: given.bg }, options);
			// What it has become: its place may not allow the part that was chosen.
			const becomes = diff.units.changed.find(({ after }) => after.key === unitKey)?.after.part ?? part;
			const words = { kind: nameOfUnitKind(kind, options), part: nameOfPart(becomes, options) };
			return m.scenario_title_unit_transform({ name: unitName(book, unitKey), ...words }, options);
		}
		case 'unit-move': {
			const name = unitName(book, operation.payload.unitKey);
			const { parentKey } = operation.payload;
			if (parentKey === null) return m.scenario_title_unit_move_top({ name }, options);
			return m.scenario_title_unit_move({ name, parent: unitName(book, parentKey) }, options);
		}
		case 'unit-merge': {
			const sources = operation.payload.sourceKeys.map((key) => unitName(book, key)).join(', ');
			const target = unitName(book, operation.payload.targetKey);
			return m.scenario_title_unit_merge({ sources, target }, options);
		}
		case 'unit-split': {
			const parts = operation.payload.parts.map((part) => localText(part.name, options)).join(', ');
			return m.scenario_title_unit_split({ name: unitName(book, operation.payload.unitKey), parts }, options);
		}
		case 'unit-close':
			return m.scenario_title_unit_close({ name: unitName(book, operation.payload.unitKey) }, options);
		default:
			return '';
	}
}

function postTitle({ operation, diff }: OperationSummary, book: Book): string {
	const { options } = book;
	const count = (posts: number) => formatHeadcount(posts, options);
	switch (operation.kind) {
		case 'post-create': {
			const { title, approved, unitKey } = operation.payload;
			const words = { title: quoted(localText(title, options), options), count: count(approved) };
			return m.scenario_title_post_create({ ...words, unit: unitName(book, unitKey) }, options);
		}
		case 'post-move': {
			const { postKey, unitKey, part } = operation.payload;
			const moved = part?.approved ?? diff.posts.changed[0]?.after.approved ?? 0;
			const words = { title: postName(book, postKey), count: count(moved) };
			return m.scenario_title_post_move({ ...words, unit: unitName(book, unitKey) }, options);
		}
		case 'post-change': {
			const unit = unitName(book, diff.posts.changed[0]?.before.unitKey ?? '');
			return m.scenario_title_post_change(
				{ title: postName(book, operation.payload.postKey), unit },
				options,
			);
		}
		case 'post-split': {
			const { postKey, parts } = operation.payload;
			const names = parts.map((part) =>
				m.scenario_detail_post_part(
					{ title: quoted(localText(part.title, options), options), count: count(part.approved) },
					options,
				),
			);
			const unit = unitName(book, diff.posts.created[0]?.unitKey ?? '');
			const words = { title: postName(book, postKey), unit, parts: names.join(', ') };
			return m.scenario_title_post_split(words, options);
		}
		case 'post-fund': {
			const { postKeys, funding } = operation.payload;
			const words = { count: String(postKeys.length), funding: nameOfFunding(funding, options) };
			return m.scenario_title_post_fund(words, options);
		}
		case 'post-close': {
			const closed = diff.posts.closed[0];
			const words = { title: postName(book, operation.payload.postKey), count: count(closed?.approved ?? 0) };
			return m.scenario_title_post_close({ ...words, unit: unitName(book, closed?.unitKey ?? '') }, options);
		}
		default:
			return '';
	}
}

function functionTitle(operation: OperationBody, book: Book): string {
	const { options } = book;
	switch (operation.kind) {
		case 'function-create': {
			const { text, unitKey } = operation.payload;
			const words = { unit: unitName(book, unitKey), text: localText(text, options) };
			return m.scenario_title_function_create(words, options);
		}
		case 'function-transfer': {
			const { functionKey, toUnitKey } = operation.payload;
			const words = { unit: unitName(book, toUnitKey), text: functionText(book, functionKey) };
			return m.scenario_title_function_transfer(words, options);
		}
		case 'function-merge': {
			const { sourceKeys, targetKey } = operation.payload;
			const words = { count: String(sourceKeys.length + 1), text: functionText(book, targetKey) };
			return m.scenario_title_function_merge(words, options);
		}
		case 'function-split': {
			const { functionKey, parts } = operation.payload;
			const words = { count: String(parts.length), text: functionText(book, functionKey) };
			return m.scenario_title_function_split(words, options);
		}
		case 'function-reword':
			return m.scenario_title_function_reword(
				{ text: functionText(book, operation.payload.functionKey) },
				options,
			);
		case 'function-drop':
			return m.scenario_title_function_drop(
				{ text: functionText(book, operation.payload.functionKey) },
				options,
			);
		case 'participation-set':
		case 'participation-clear':
			return participationTitle(operation, book);
		default:
			return '';
	}
}

function participationTitle(
	{ kind, payload }: Extract<OperationBody, { readonly kind: `participation-${string}` }>,
	book: Book,
): string {
	const { options } = book;
	const unit = unitName(book, payload.unitKey);
	const seat =
		payload.postKey === null
			? unit
			: m.scenario_seat_post({ unit, title: postName(book, payload.postKey) }, options);
	const words = { seat, text: functionText(book, payload.functionKey) };
	return kind === 'participation-clear'
		? m.scenario_title_participation_clear(words, options)
		: m.scenario_title_participation_set({ ...words, role: nameOfRole(payload.role, options) }, options);
}

/** What changes on a line of the staffing table, „Бройки: 2 → 1“. */
export function fieldChangeText(change: FieldChange, options: InLocale = {}): string {
	const value = (raw: FieldChange['before']) =>
		raw === null && (change.field.endsWith('.en') || change.field === 'occupation')
			? m.scenario_diff_none({}, options)
			: fieldValue(change.field, raw, options);
	return m.scenario_detail_change(
		{ field: fieldName(change.field, options), before: value(change.before), after: value(change.after) },
		options,
	);
}

const FIELDS: Readonly<Record<string, (inputs?: Record<string, never>, options?: InLocale) => string>> = {
	'title.bg': m.scenario_diff_title,
	'title.en': m.scenario_diff_title_en,
	'name.en': m.scenario_diff_title_en,
	approved: m.scenario_diff_approved,
	occupied: m.scenario_diff_occupied,
	category: m.scenario_diff_category,
	relation: m.scenario_diff_relation,
	funding: m.scenario_diff_funding,
	annualCost: m.scenario_diff_cost,
	isHead: m.scenario_diff_head,
	occupation: m.scenario_diff_occupation,
	unitKey: m.scenario_diff_unit,
	'name.bg': m.scenario_diff_name,
	kind: m.scenario_diff_kind,
	part: m.scenario_diff_part,
	parentKey: m.scenario_diff_parent,
};

export function fieldName(field: string, options: InLocale = {}): string {
	return (FIELDS[field] ?? m.scenario_diff_other)({}, options);
}

export function fieldValue(field: string, raw: FieldChange['before'], options: InLocale = {}): string {
	if (raw === null) return m.common_not_known({}, options);
	if (typeof raw === 'boolean') return raw ? m.common_yes({}, options) : m.common_no({}, options);
	if (field === 'annualCost') return formatEuro(raw as EurCents, options);
	if (typeof raw === 'number') return formatHeadcount(raw, options);
	if (field === 'occupation') return printOccupationCode(raw as OccupationCode);
	if (field === 'category') return nameOfCategory(raw as Parameters<typeof nameOfCategory>[0], options);
	if (field === 'relation') return nameOfRelation(raw as Parameters<typeof nameOfRelation>[0], options);
	if (field === 'funding') return nameOfFunding(raw as Parameters<typeof nameOfFunding>[0], options);
	return raw;
}

export function unitName(book: Book, key: string): string {
	const name = book.units[key];
	return name ? localText(name, book.options) : key;
}

export function postName(book: Book, key: string): string {
	const title = book.posts[key];
	return title ? quoted(localText(title, book.options), book.options) : key;
}

export function functionText(book: Book, key: string): string {
	const text = book.functions[key];
	return text ? localText(text, book.options) : key;
}
