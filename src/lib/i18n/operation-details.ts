import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { NewPost, OperationSummary } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatHeadcount, formatShare } from './format.ts';
import { localText, nameOfPart, nameOfRole, type InLocale } from './names.ts';
import { fieldChangeText, functionText, postName, unitName } from './operation-text.ts';

/** Short lines under the title of an operation: from where, what stays, what changes. */
export function operationDetails(effect: OperationSummary, options: InLocale = {}): readonly string[] {
	const { operation } = effect;
	const book = { ...effect.names, options };
	switch (operation.kind) {
		case 'unit-close': {
			const { takenOverBy } = operation.payload;
			return takenOverBy === null
				? []
				: [m.scenario_detail_taken_over({ unit: unitName(book, takenOverBy) }, options)];
		}
		case 'unit-move':
			return [...partDetails(effect, options), ...belowDetails(effect, options)];
		case 'unit-merge': {
			const { headPostKey } = operation.payload;
			return headPostKey === null
				? []
				: [m.scenario_detail_head({ title: postName(book, headPostKey) }, options)];
		}
		case 'unit-split':
			return operation.payload.parts.map(({ postKeys, functionKeys }) =>
				m.scenario_detail_split(
					{ posts: String(postKeys.length), functions: String(functionKeys.length) },
					options,
				),
			);
		case 'post-create':
			return codeDetails([operation.payload], options);
		case 'post-change':
		case 'post-split':
		case 'post-fund':
			return lineDetails(effect, options);
		case 'participation-set':
			return roleDetails(effect, options);
		case 'function-transfer':
			return transferDetails(effect, options);
		case 'function-merge':
			return mergeDetails(effect, options);
		case 'function-reword': {
			const { text } = operation.payload;
			return [m.scenario_detail_new_text({ text: localText(text, options) }, options)];
		}
		case 'function-split':
			return operation.payload.parts.map((part) =>
				m.scenario_detail_part(
					{ text: localText(part.text, options), unit: unitName(book, part.unitKey) },
					options,
				),
			);
		case 'function-drop': {
			const reason = operation.payload.legalReason.trim();
			return [
				reason === ''
					? m.scenario_detail_no_legal_reason({}, options)
					: m.scenario_detail_legal_reason({ reason }, options),
			];
		}
		default:
			return [];
	}
}

/** What changes on the lines of the staffing table that an operation touches. */
function lineDetails({ operation, diff, names }: OperationSummary, options: InLocale): readonly string[] {
	const book = { ...names, options };
	const [line] = diff.posts.changed;
	if (operation.kind === 'post-change')
		return (line?.fields ?? []).map((change) => fieldChangeText(change, options));
	if (operation.kind === 'post-fund')
		return diff.posts.changed.map(({ after, fields }) => {
			const change = fields.map((field) => fieldChangeText(field, options)).join('; ');
			const words = { title: postName(book, after.key), unit: unitName(book, after.unitKey) };
			return m.scenario_detail_post_in({ ...words, change }, options);
		});
	if (!line) return [];
	const count = (posts: number) => formatHeadcount(posts, options);
	const words = { approved: count(line.after.approved), occupied: count(line.after.occupied) };
	const funded = diff.posts.created
		.filter((part) => part.funding !== line.before.funding)
		.map((part) => {
			const field = { field: 'funding', before: line.before.funding, after: part.funding };
			const names = { title: postName(book, part.key), unit: unitName(book, part.unitKey) };
			return m.scenario_detail_post_in({ ...names, change: fieldChangeText(field, options) }, options);
		});
	const coded = codeDetails(diff.posts.created, options);
	return [...funded, ...coded, m.scenario_detail_post_rest(words, options)];
}

/** The codes under which new lines come into being; nothing of a line without one. */
function codeDetails(lines: readonly Pick<NewPost, 'occupation'>[], options: InLocale): readonly string[] {
	return lines.flatMap(({ occupation }) =>
		occupation === undefined
			? []
			: [m.scenario_detail_occupation({ code: printOccupationCode(occupation) }, options)],
	);
}

/** The part of the administration that was chosen for a moved unit, where its new place takes it over. */
function partDetails({ operation, diff }: OperationSummary, options: InLocale): readonly string[] {
	if (operation.kind !== 'unit-move') return [];
	const { unitKey, part } = operation.payload;
	const moved = diff.units.changed.find(({ after }) => after.key === unitKey);
	return part !== undefined && moved?.after.part === part && moved.before.part !== part
		? [m.scenario_detail_part_chosen({ part: nameOfPart(part, options) }, options)]
		: [];
}

/** What became of each unit right below one that moved without it. */
function belowDetails({ operation, diff, names }: OperationSummary, options: InLocale): readonly string[] {
	if (operation.kind !== 'unit-move') return [];
	const { unitKey } = operation.payload;
	return diff.units.changed
		.filter(({ after, isMoved }) => isMoved && after.key !== unitKey)
		.map(({ after }) => {
			const name = localText(after.name, options);
			return after.parentKey === null
				? m.scenario_detail_left_waiting({ name }, options)
				: m.scenario_detail_left_under(
						{ name, parent: unitName({ ...names, options }, after.parentKey) },
						options,
					);
		});
}

/** The role that stood there before, and the share of the work when it is known. */
function roleDetails({ operation, diff }: OperationSummary, options: InLocale): readonly string[] {
	if (operation.kind !== 'participation-set') return [];
	const before = diff.participations.changed[0]?.before.role;
	const role = before
		? m.scenario_detail_role_before({ role: nameOfRole(before, options) }, options)
		: m.scenario_detail_role_new({}, options);
	const { share } = operation.payload;
	if (share === null) return [role];
	return [role, m.scenario_detail_share({ share: formatShare(share, options) }, options)];
}

function transferDetails({ operation, names }: OperationSummary, options: InLocale): readonly string[] {
	if (operation.kind !== 'function-transfer') return [];
	const { fromUnitKey, formerRole } = operation.payload;
	const units =
		fromUnitKey === null
			? m.scenario_detail_former_none({}, options)
			: unitName({ ...names, options }, fromUnitKey);
	const former = m.scenario_detail_former({ units }, options);
	if (formerRole === null) return [former];
	return [former, m.scenario_detail_former_role({ role: nameOfRole(formerRole, options) }, options)];
}

/** Each function that goes into another one, with the units that answered for it until now. */
function mergeDetails({ operation, diff, names }: OperationSummary, options: InLocale): readonly string[] {
	if (operation.kind !== 'function-merge') return [];
	const { sourceKeys, targetKey, text } = operation.payload;
	const book = { ...names, options };
	const ownersOf = (key: string) =>
		diff.participations.closed
			.filter((part) => part.functionKey === key && part.role === 'accountable')
			.map((part) => unitName(book, part.unitKey));
	const merged = sourceKeys
		.filter((key) => key !== targetKey)
		.map((key) => {
			const units = ownersOf(key).join(', ') || m.scenario_detail_former_none({}, options);
			return m.scenario_detail_merged({ text: functionText(book, key), units }, options);
		});
	if (text === null) return merged;
	return [...merged, m.scenario_detail_new_text({ text: localText(text, options) }, options)];
}
