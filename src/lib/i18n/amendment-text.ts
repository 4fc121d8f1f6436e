import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { AmendmentBody, AmendmentCollision, FieldEdit } from '#lib/domain/review/index.ts';
import type { NameBook, OperationSummary } from '#lib/domain/scenario/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { parseIsoDate, type EurCents } from '#lib/domain/shared/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate, formatEuro, formatHeadcount } from './format.ts';
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
import { operationTitle } from './operation-text.ts';
import { nameOfOperationKind } from './scenario-names.ts';

/** What the sentence about an amendment is made from. */
export interface AmendmentWords {
	readonly body: AmendmentBody;
	/** Place of the point that it is about; null for a new one. */
	readonly point: number | null;
	readonly names: NameBook;
	/** The added operation with its effect, where it applies after the submitted ones. */
	readonly added: OperationSummary | null;
}

/** One sentence that says what an amendment wants. */
export function amendmentText(words: AmendmentWords, options: InLocale = {}): string {
	const { body } = words;
	const point = words.point ?? '';
	switch (body.kind) {
		case 'leave-out':
			return m.council_amend_leave_out({ point }, options);
		case 'reword':
			return m.council_amend_reword({ point, text: body.text }, options);
		case 'add': {
			const { added } = words;
			const title = added
				? operationTitle(added, options)
				: nameOfOperationKind(body.operation.kind, options);
			return m.council_amend_add({ title }, options);
		}
		case 'change':
			return m.council_amend_change(
				{ point, fields: body.edits.map((edit) => editText(edit, words.names, options)).join('; ') },
				options,
			);
	}
}

/** „бройки: 2 → 1“. */
export function editText(edit: FieldEdit, names: NameBook, options: InLocale = {}): string {
	const value = (raw: unknown) => valueText(edit.path, raw, names, options);
	return m.council_amend_field(
		{ field: editedFieldName(edit.path, options), before: value(edit.before), after: value(edit.after) },
		options,
	);
}

/** Why two amendments cannot both be accepted, told from the side of one of them. */
export function collisionText(
	collision: AmendmentCollision,
	own: number,
	places: Readonly<Record<string, number>>,
): string {
	const number = collision.numbers.find((candidate) => candidate !== own) ?? own;
	const point = places[collision.operationId] ?? '';
	return collision.code === 'review/same-field'
		? m.council_collision_field({ number, point, field: editedFieldName(collision.path) })
		: m.council_collision_left_out({ number, point });
}

type Name = (inputs: Record<string, never>, options?: InLocale) => string;

const FIELDS: Readonly<Record<string, Name>> = {
	name: m.council_field_name,
	title: m.council_field_name,
	parentKey: m.council_field_parent,
	unitKey: m.council_field_unit,
	fromUnitKey: m.council_field_from,
	toUnitKey: m.council_field_to,
	targetKey: m.council_field_target,
	sourceKeys: m.council_field_sources,
	takenOverBy: m.council_field_taken_over,
	headPostKey: m.council_field_head_post,
	text: m.council_field_text,
	legalReason: m.council_field_legal_reason,
	formerRole: m.council_field_former_role,
	formerOwners: m.council_field_former_owners,
	withActivities: m.council_field_activities,
	withWork: m.council_field_work,
	parts: m.council_field_parts,
	below: m.council_field_below,
	bases: m.council_field_bases,
	policyArea: m.council_field_area,
	effectiveOn: m.council_field_effective,
	motive: m.council_field_motive,
	kind: m.scenario_diff_kind,
	part: m.scenario_diff_part,
	approved: m.scenario_diff_approved,
	category: m.scenario_diff_category,
	relation: m.scenario_diff_relation,
	funding: m.scenario_diff_funding,
	annualCost: m.scenario_diff_cost,
	isHead: m.scenario_diff_head,
	occupation: m.scenario_diff_occupation,
};

function editedFieldName(path: string, options: InLocale = {}): string {
	const name = path.slice(path.lastIndexOf('.') + 1);
	const words = (FIELDS[name] ?? m.scenario_diff_other)({}, options);
	return words.slice(0, 1).toLocaleLowerCase('bg') + words.slice(1);
}

const CODES: Readonly<Record<string, (code: never, options?: InLocale) => string>> = {
	category: nameOfCategory,
	relation: nameOfRelation,
	funding: nameOfFunding,
	part: nameOfPart,
	formerRole: nameOfRole,
	occupation: printOccupationCode,
};

function valueText(path: string, raw: unknown, names: NameBook, options: InLocale): string {
	const field = path.slice(path.lastIndexOf('.') + 1);
	if (raw === null || raw === undefined) return emptyText(path, options);
	if (typeof raw === 'boolean') return raw ? m.common_yes({}, options) : m.common_no({}, options);
	if (typeof raw === 'number')
		return field === 'annualCost' ? formatEuro(raw as EurCents, options) : formatHeadcount(raw, options);
	if (Array.isArray(raw)) return listText(raw, names, options);
	if (typeof raw === 'object')
		return 'bg' in raw
			? quoted(localText(raw as LocalText, options), options)
			: m.scenario_diff_other({}, options);
	if (typeof raw !== 'string') return m.scenario_diff_other({}, options);
	return codeText(field, raw, names, options);
}

function emptyText(path: string, options: InLocale): string {
	if (path === 'effectiveOn') return m.council_value_with_decision({}, options);
	if (path.endsWith('occupation')) return m.scenario_diff_none({}, options);
	return path.startsWith('changes.') ? m.council_value_unchanged({}, options) : m.common_not_set({}, options);
}

function codeText(field: string, raw: string, names: NameBook, options: InLocale): string {
	const named = nameIn(names, raw, options);
	if (named) return named;
	const day = field === 'effectiveOn' ? parseIsoDate(raw) : undefined;
	if (day) return formatDate(day, options);
	if (field === 'kind') return nameOfUnitKind(raw as never, options) || raw;
	return CODES[field]?.(raw as never, options) ?? raw;
}

function listText(raw: readonly unknown[], names: NameBook, options: InLocale): string {
	const named = raw.map((item) => (typeof item === 'string' ? nameIn(names, item, options) : undefined));
	return named.every((name) => name !== undefined)
		? named.join(', ') || m.common_not_set({}, options)
		: m.council_value_list({ count: raw.length }, options);
}

function nameIn({ units, posts, functions }: NameBook, key: string, options: InLocale): string | undefined {
	const found = units[key] ?? posts[key] ?? functions[key];
	return found && quoted(localText(found, options), options);
}
