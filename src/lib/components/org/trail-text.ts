import type { LocalText } from '#lib/domain/org/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** What an entry of the trail says of itself. */
export interface TrailWords {
	readonly action: string;
	readonly entity: string;
	readonly entityKey: string;
	readonly before: unknown;
	readonly after: unknown;
	/** The step that this one took back or put back; absent or null for a change of its own. */
	readonly reverses?: number | null;
}

type Names = Readonly<Record<string, LocalText>>;

const KINDS: Readonly<Record<string, () => string>> = {
	unit: m.history_entity_unit,
	post: m.history_entity_post,
	function: m.history_entity_function,
	participation: m.history_entity_participation,
	activity: m.history_entity_activity,
	'workload-allowance': m.history_entity_allowance,
	version: m.history_entity_version,
	import: m.history_entity_import,
	'import-map': m.history_entity_import_map,
	regulation: m.history_entity_regulation,
	'legal-act': m.history_entity_legal_act,
	provision: m.history_entity_provision,
	'basis-mark': m.history_entity_basis_mark,
	overlap: m.history_entity_overlap,
	requirement: m.history_entity_requirement,
	employee: m.history_entity_employee,
	competency: m.history_entity_competency,
	course: m.history_entity_course,
	'training-plan': m.history_entity_training_plan,
	'training-session': m.history_entity_session,
	municipality: m.history_entity_municipality,
	settlement: m.history_entity_settlement,
	councillor: m.history_entity_councillor,
	parameter: m.history_entity_parameter,
	user: m.history_entity_user,
};

/** „звено“, „длъжност“ … */
export function kindOfEntry(entity: string): string {
	return KINDS[entity]?.() ?? entity;
}

/** „създаване“, „промяна“, „изтриване“, or what else was done. */
export function verbOfEntry({ action, before, after }: TrailWords): string {
	const special: Readonly<Record<string, () => string>> = {
		'import.bring': m.history_verb_import_bring,
		'import.apply': m.history_verb_import_apply,
		'import.undo': m.history_verb_import_undo,
		'import.discard': m.history_verb_import_discard,
		'regulation.bring': m.history_verb_text_bring,
		'regulation.apply': m.history_verb_text_apply,
		'regulation.undo': m.history_verb_text_undo,
		'regulation.discard': m.history_verb_text_discard,
		'regulation.decide': m.history_verb_text_decide,
		'overlap.judge': m.history_verb_judge,
		'overlap.judge-similar': m.history_verb_judge,
		'employee.assess': m.history_verb_assess,
		'employee.certify': m.history_verb_certify,
		'employee.exempt': m.history_verb_exempt,
		'employee.wish': m.history_verb_wish,
		'employee.remove-certificate': m.history_verb_remove_certificate,
		'employee.remove-exemption': m.history_verb_remove_exemption,
		'employee.remove-wish': m.history_verb_remove_wish,
		'employee.erase': m.history_verb_erase,
		'training-plan.add': m.history_verb_line_add,
		'training-plan.add-suggested': m.history_verb_line_add,
		'training-plan.edit': m.history_verb_line_edit,
		'training-plan.remove': m.history_verb_line_remove,
		'training-plan.move': m.history_verb_plan_move,
		'training-plan.not-held': m.history_verb_not_held,
		'training-plan.bring': m.history_verb_plan_bring,
		'training-plan.export': m.history_verb_export,
		'training-session.attendance': m.history_verb_attendance,
		'training-session.enrol': m.history_verb_enrol,
		'training-session.withdraw': m.history_verb_withdraw,
		'people.look': m.history_verb_look,
		'import.expire': m.history_verb_import_expire,
		'basis.settle': m.history_verb_settle,
		'user.change-roles': m.history_verb_roles,
		'councillor.end': m.history_verb_mandate_end,
	};
	const said = special[action]?.();
	if (said !== undefined) return said;
	if (before === null) return m.structure_history_create();
	return after === null ? m.structure_history_delete() : m.structure_history_change();
}

/** The same in a list of what happened: a step back, or forth again, is told from a change. */
export function deedOfEntry(entry: TrailWords): string {
	const verb = verbOfEntry(entry);
	return entry.reverses == null ? verb : m.history_verb_reversed({ verb });
}

/** The name of the thing as it stood then; of a participation the function and the unit; otherwise its key. */
export function thingOfEntry(entry: TrailWords, names: Names): string {
	const state = entry.after ?? entry.before;
	const nameOf = (key: unknown) => {
		const name = typeof key === 'string' ? names[key] : undefined;
		return name && localText(name);
	};
	if (entry.entity === 'participation') {
		const parts = [entry.entityKey, fieldOf(state, 'unitKey'), fieldOf(state, 'postKey')].map(nameOf);
		return parts.filter(Boolean).join(' · ') || m.history_thing_gone();
	}
	if (entry.entity === 'training-plan') return planText(entry.entityKey, fieldOf(state, 'title'));
	for (const field of ['name', 'title', 'text', 'label']) {
		const text = fieldOf(state, field);
		if (isLocalText(text)) return localText(text);
		if (typeof text === 'string') return text;
	}
	const file = fieldOf(state, 'file');
	if (typeof file === 'string') return file;
	if (entry.entity === 'overlap' || entry.entity === 'requirement') {
		const parts = [...entry.entityKey.split('|'), fieldOf(state, 'competencyKey')].map(nameOf);
		const named = [...new Set(parts.filter(Boolean))].join(' ↔ ');
		if (named !== '') return named;
	}
	return nameOf(entry.entityKey) ?? (/[а-я]/iu.test(entry.entityKey) ? entry.entityKey : '');
}

/** „2027 г.“, with the training when a line of the plan changed. */
function planText(year: string, title: unknown): string {
	const plan = m.history_thing_plan({ year });
	return isLocalText(title) ? `${plan} · ${localText(title)}` : plan;
}

function fieldOf(state: unknown, field: string): unknown {
	return typeof state === 'object' && state !== null ? Reflect.get(state, field) : undefined;
}

function isLocalText(value: unknown): value is LocalText {
	return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'bg') === 'string';
}
