import type { FieldValue, NameBook, OperationSummary, RebaseReason } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOfFunctionKind, nameOfPart, nameOfRole, nameOfUnitKind } from './names.ts';
import { fieldName, fieldValue, functionText, operationTitle, postName, unitName } from './operation-text.ts';
import { nameOfOperationKind } from './scenario-names.ts';
import { refusalText } from './scenario-refusal.ts';

/** One difference of a conflict in three columns. */
export interface RebaseLine {
	readonly what: string;
	readonly oldBase: string;
	readonly newBase: string;
	readonly wanted: string;
}

interface Frame {
	readonly names: NameBook;
	readonly places: Readonly<Record<string, number>>;
}

interface Told {
	readonly operation: OperationSummary['operation'];
	readonly effect: OperationSummary | null;
	readonly reasons: readonly RebaseReason[];
}

/** What an operation does, in a sentence; its kind where it never applied. */
export function rebaseTitle({ operation, effect }: Pick<Told, 'operation' | 'effect'>): string {
	return effect ? operationTitle(effect) : nameOfOperationKind(operation.kind);
}

/** The reasons of a conflict as rows „стара база | нова база | вашата операция“. */
export function rebaseLines(entry: Told, frame: Frame): readonly RebaseLine[] {
	return entry.reasons.flatMap((reason): readonly RebaseLine[] => {
		if (reason.code === 'rebase/refused')
			return [
				{
					what: m.rebase_whole(),
					oldBase: entry.effect ? m.rebase_applied_before() : m.rebase_not_applied_before(),
					newBase: refusalText(reason.refusal, frame),
					wanted: rebaseTitle(entry),
				},
			];
		return thingLines(reason, frame.names);
	});
}

function thingLines(
	reason: Exclude<RebaseReason, { readonly code: 'rebase/refused' }>,
	names: NameBook,
): readonly RebaseLine[] {
	const thing = thingName(reason, names);
	switch (reason.code) {
		case 'rebase/field-changed':
			return [
				{
					what: m.rebase_names_field({ thing, field: nameOfField(reason.field) }),
					oldBase: valueText(reason, reason.field, reason.oldBase, names),
					newBase: valueText(reason, reason.field, reason.newBase, names),
					wanted: valueText(reason, reason.field, reason.wanted, names),
				},
			];
		case 'rebase/closes-changed':
		case 'rebase/makes-different': {
			const wanted = reason.code === 'rebase/closes-changed' ? m.rebase_closes() : m.rebase_makes();
			return reason.fields.map(({ field, before, after }) => ({
				what: m.rebase_names_field({ thing, field: nameOfField(field) }),
				oldBase: valueText(reason, field, before, names),
				newBase: valueText(reason, field, after, names),
				wanted,
			}));
		}
		case 'rebase/reaches-more':
			return [
				{
					what: thing,
					...{ oldBase: m.rebase_untouched(), newBase: m.rebase_is_there(), wanted: m.rebase_reaches() },
				},
			];
		case 'rebase/reaches-less':
			return [
				{
					what: thing,
					...{ oldBase: m.rebase_touched(), newBase: m.rebase_is_done(), wanted: m.rebase_reaches_not() },
				},
			];
	}
}

function thingName({ set, key }: { readonly set: string; readonly key: string }, names: NameBook): string {
	const book = { ...names, options: {} };
	switch (set) {
		case 'units':
			return unitName(book, key);
		case 'posts':
			return postName(book, key);
		case 'functions':
			return functionText(book, key);
		case 'participations': {
			const [fn = '', unit = ''] = key.split(' ');
			return m.rebase_thing_participation({ unit: unitName(book, unit), text: functionText(book, fn) });
		}
		case 'activities':
			return m.rebase_thing_activity();
		default:
			return m.rebase_thing_allowance();
	}
}

const FIELDS: Readonly<Record<string, () => string>> = {
	'text.bg': m.rebase_field_text,
	role: m.rebase_field_role,
	share: m.rebase_field_share,
	postKey: m.rebase_field_post,
	note: m.rebase_field_note,
};

function nameOfField(field: string): string {
	return FIELDS[field]?.() ?? fieldName(field);
}

function valueText(
	{ set }: { readonly set: string },
	field: string,
	value: FieldValue,
	names: NameBook,
): string {
	const book = { ...names, options: {} };
	if (value === null && (field.endsWith('.en') || field.endsWith('Key'))) return m.scenario_diff_none();
	if (typeof value !== 'string') return fieldValue(field, value);
	if (field === 'unitKey' || field === 'parentKey') return unitName(book, value);
	if (field === 'postKey') return postName(book, value);
	if (field === 'kind' && set === 'units')
		return nameOfUnitKind(value as Parameters<typeof nameOfUnitKind>[0]);
	if (field === 'kind') return nameOfFunctionKind(value as Parameters<typeof nameOfFunctionKind>[0]);
	if (field === 'part') return nameOfPart(value as Parameters<typeof nameOfPart>[0]);
	if (field === 'role') return nameOfRole(value as Parameters<typeof nameOfRole>[0]);
	return fieldValue(field, value);
}
