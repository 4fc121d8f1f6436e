import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { AdminFunction, LocalText, OrgUnit, Post } from '#lib/domain/org/index.ts';
import type { Changed, ReportOperation } from '#lib/domain/scenario/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { formatEuro, formatHeadcount } from '#lib/i18n/format.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfUnitKind,
} from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { nameOfMark, type Options, type ProposalModel } from './model.ts';

/** One thing that an operation touches: what it was and what it becomes. */
export interface TouchedRow {
	readonly operation: ReportOperation;
	/** True for the first row of an operation: it carries the effect on posts and cost. */
	readonly isFirst: boolean;
	readonly mark: 'new' | 'closed' | 'moved' | 'changed';
	readonly what: string;
	readonly object: string;
	readonly action: string;
	readonly was: string;
	readonly becomes: string;
}

type Touched = Omit<TouchedRow, 'operation' | 'isFirst'>;

/** Everything that every operation touches, in order; an operation that touches nothing keeps one row. */
export function operationRows(model: ProposalModel): readonly TouchedRow[] {
	const words = wordsOf(model);
	return model.report.operations.flatMap((operation) => {
		const touched = [
			...unitRows(operation, words),
			...postRows(operation, words),
			...functionRows(operation, words),
		];
		const none: Touched = {
			mark: 'changed',
			what: '',
			object: '',
			action: m.exports_action_other({}, words.options),
			was: '',
			becomes: '',
		};
		return (touched.length === 0 ? [none] : touched).map((row, at) => ({
			...row,
			operation,
			isFirst: at === 0,
		}));
	});
}

interface Words {
	readonly options: Options;
	readonly of: (value: LocalText) => string;
	readonly unit: (key: UnitKey | null) => string;
	readonly functionText: (key: string) => string;
}

function wordsOf({ report, colophon }: ProposalModel): Words {
	const options = { locale: colophon.locale };
	const of = (value: LocalText) => localText(value, options);
	return {
		options,
		of,
		unit: (key) => {
			if (key === null) return m.exports_top_level({}, options);
			const name = report.unitNames.get(key);
			return name === undefined ? key : of(name);
		},
		functionText: (key) => {
			const known = report.functionTexts.get(key);
			return known === undefined ? key : of(known);
		},
	};
}

function unitRows({ diff }: ReportOperation, words: Words): readonly Touched[] {
	const what = m.exports_object_unit({}, words.options);
	const row = (mark: Touched['mark'], unit: OrgUnit, rest: Partial<Touched>): Touched => ({
		mark,
		what,
		object: words.of(unit.name),
		action: nameOfMark(mark, words.options) ?? '',
		was: '',
		becomes: '',
		...rest,
	});
	return [
		...diff.units.created.map((unit) => row('new', unit, { becomes: describeUnit(unit, words) })),
		...diff.units.closed.map((unit) => row('closed', unit, { was: describeUnit(unit, words) })),
		...diff.units.changed.flatMap((change) => {
			const pairs = unitChanges(change, words);
			return pairs.length === 0
				? []
				: [row(change.isMoved ? 'moved' : 'changed', change.before, joined(pairs, change.isMoved, words))];
		}),
	];
}

function postRows({ diff }: ReportOperation, words: Words): readonly Touched[] {
	const what = m.exports_object_post({}, words.options);
	const row = (mark: Touched['mark'], post: Post, rest: Partial<Touched>): Touched => ({
		mark,
		what,
		object: words.of(post.title),
		action: nameOfMark(mark, words.options) ?? '',
		was: '',
		becomes: '',
		...rest,
	});
	return [
		...diff.posts.created.map((post) => row('new', post, { becomes: describePost(post, words) })),
		...diff.posts.closed.map((post) => row('closed', post, { was: describePost(post, words) })),
		...diff.posts.changed.flatMap((change) => {
			const pairs = postChanges(change, words);
			return pairs.length === 0
				? []
				: [row(change.isMoved ? 'moved' : 'changed', change.before, joined(pairs, change.isMoved, words))];
		}),
	];
}

function functionRows({ diff }: ReportOperation, words: Words): readonly Touched[] {
	const what = m.exports_object_function({}, words.options);
	const { options } = words;
	const units = (keys: readonly UnitKey[]) => keys.map(words.unit).join('; ');
	const row = (mark: Touched['mark'], fn: Pick<AdminFunction, 'text'>, rest: Partial<Touched>): Touched => ({
		mark,
		what,
		object: words.of(fn.text),
		action: nameOfMark(mark, options) ?? '',
		was: '',
		becomes: '',
		...rest,
	});
	return [
		...diff.functions.created.map((fn) => row('new', fn, { becomes: words.of(fn.text) })),
		...diff.functions.closed.map((fn) =>
			row('closed', fn, { action: m.exports_action_dropped({}, options), was: words.of(fn.text) }),
		),
		...diff.functions.changed
			.filter(({ before, after }) => before.text.bg !== after.text.bg)
			.map(({ before, after }) =>
				row('changed', before, {
					action: m.exports_action_reworded({}, options),
					was: words.of(before.text),
					becomes: words.of(after.text),
				}),
			),
		...diff.functionMovements.map(({ functionKey, from, to }) => ({
			...row('moved', { text: { bg: '', en: null } }, {}),
			object: words.functionText(functionKey),
			action: m.exports_action_transferred({}, options),
			was: units(from),
			becomes: units(to),
		})),
	];
}

type Pair = readonly [was: string, becomes: string];

function joined(pairs: readonly Pair[], isMoved: boolean, words: Words): Partial<Touched> {
	return {
		was: pairs.map(([was]) => was).join('; '),
		becomes: pairs.map(([, becomes]) => becomes).join('; '),
		...(isMoved && pairs.length > 1 ? { action: m.exports_mark_transformed({}, words.options) } : {}),
	};
}

function unitChanges({ before, after }: Changed<OrgUnit>, words: Words): readonly Pair[] {
	const { options } = words;
	const under = (unit: OrgUnit) =>
		unit.parentKey === null
			? words.unit(null)
			: m.exports_under({ name: words.unit(unit.parentKey) }, options);
	return differing([
		[words.of(before.name), words.of(after.name)],
		[nameOfUnitKind(before.kind, options), nameOfUnitKind(after.kind, options)],
		[nameOfPart(before.part, options), nameOfPart(after.part, options)],
		before.parentKey === after.parentKey ? ['', ''] : [under(before), under(after)],
	]);
}

function postChanges({ before, after }: Changed<Post>, words: Words): readonly Pair[] {
	const { options } = words;
	const code = (post: Post) => codeOf(post, options) ?? m.exports_occupation_none({}, options);
	const head = (post: Post) => (post.isHead ? m.exports_head_of_unit({}, options) : '–');
	const cost = (post: Post) =>
		post.annualCost === null ? m.exports_cost_unknown({}, options) : formatEuro(post.annualCost, options);
	return differing([
		[words.of(before.title), words.of(after.title)],
		[code(before), code(after)],
		before.unitKey === after.unitKey ? ['', ''] : [words.unit(before.unitKey), words.unit(after.unitKey)],
		[countOf(before, options), countOf(after, options)],
		[nameOfCategory(before.category, options), nameOfCategory(after.category, options)],
		[nameOfRelation(before.relation, options), nameOfRelation(after.relation, options)],
		[nameOfFunding(before.funding, options), nameOfFunding(after.funding, options)],
		[head(before), head(after)],
		[cost(before), cost(after)],
	]);
}

function differing(pairs: readonly Pair[]): readonly Pair[] {
	return pairs.filter(([was, becomes]) => was !== becomes);
}

function describeUnit(unit: OrgUnit, words: Words): string {
	const place =
		unit.parentKey === null
			? words.unit(null)
			: m.exports_under({ name: words.unit(unit.parentKey) }, words.options);
	return [nameOfUnitKind(unit.kind, words.options), nameOfPart(unit.part, words.options), place].join(', ');
}

function describePost(post: Post, words: Words): string {
	const { options } = words;
	const code = codeOf(post, options);
	return [
		words.unit(post.unitKey),
		countOf(post, options),
		nameOfCategory(post.category, options),
		nameOfFunding(post.funding, options),
		...(code === null ? [] : [code]),
	].join(', ');
}

function codeOf({ occupation }: Post, options: Options): string | null {
	if (occupation === undefined) return null;
	return m.exports_occupation({ code: printOccupationCode(occupation) }, options);
}

function countOf(post: Post, options: Options): string {
	return m.exports_posts_count({ count: formatHeadcount(post.approved, options) }, options);
}
