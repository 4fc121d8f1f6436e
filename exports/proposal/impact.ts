import { citationText } from '#lib/i18n/citation-text.ts';
import type {
	PassingBreach,
	RuleComparison,
	RuleSeverity,
	RuleVerdictKind,
} from '#lib/domain/scenario/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { passingText } from '#lib/i18n/passing-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { address } from '../shared/address.ts';
import { formula, number, text, type Cell, type Format } from '../shared/cells.ts';
import { FIRST_ROW, roundSum, type Row, type TableSheet } from '../shared/sheet.ts';
import { type Options, type ProposalModel, subtitleOf } from './model.ts';

/** What changes: overall effects, people affected as numbers, posts of every unit that changes. */
export function impactSheet(model: ProposalModel): TableSheet {
	const options = { locale: model.colophon.locale };
	const lines = linesOf(model, options);
	return {
		name: m.exports_sheet_impact({}, options),
		about: m.exports_about_impact({}, options),
		title: m.exports_sheet_impact({}, options),
		subtitle: subtitleOf(model, m.exports_about_impact({}, options)),
		columns: [
			{ header: m.exports_col_indicator({}, options), width: 60 },
			{ header: m.exports_col_before({}, options), width: 18, align: 'right' },
			{ header: m.exports_col_after({}, options), width: 18, align: 'right' },
			{ header: m.exports_col_difference({}, options), width: 18, align: 'right' },
		],
		rows: lines.map((line, at) => rowOf(line, FIRST_ROW + at, options)),
		frozenColumns: 1,
		paper: 'A4',
		orientation: 'portrait',
		hasFilter: false,
	};
}

/** The rules of law on both sides, with the provision of each. */
export function ruleSheet(model: ProposalModel): TableSheet {
	const options = { locale: model.colophon.locale };
	return {
		name: m.exports_sheet_rules({}, options),
		about: m.exports_about_rules({}, options),
		title: m.exports_sheet_rules({}, options),
		subtitle: subtitleOf(model, m.exports_about_rules({}, options)),
		columns: [
			{ header: m.exports_col_number({}, options), width: 7, align: 'center' },
			{ header: m.exports_col_rule({}, options), width: 70 },
			{ header: m.exports_col_citation({}, options), width: 30 },
			{ header: m.exports_col_severity({}, options), width: 20 },
			{ header: m.exports_col_before({}, options), width: 15 },
			{ header: m.exports_col_after({}, options), width: 15 },
			{ header: m.exports_col_change({}, options), width: 18 },
		],
		rows: [
			...model.report.rules.map((rule) => ruleRow(rule, model, options)),
			...passingRows(model, options),
		],
		frozenColumns: 2,
		paper: 'A4',
	};
}

type Line =
	| { readonly kind: 'heading'; readonly label: string }
	| {
			readonly kind: 'number';
			readonly label: string;
			readonly before: number | null;
			readonly after: number | null;
			readonly format: Format;
			/** Counts that have one side only, such as people affected. */
			readonly isSingle?: boolean;
			/** Counted by an analysis of today's verdicts and calendar. */
			readonly isLive?: boolean;
	  };

function linesOf(model: ProposalModel, options: Options): readonly Line[] {
	const { impact, unitNames } = model.report;
	const { before, after } = impact.numbers;
	const single = (label: string, value: number, format: Format = 'decimal'): Line => ({
		kind: 'number',
		label,
		before: null,
		after: value,
		format,
		isSingle: true,
	});
	return [
		{ kind: 'heading', label: m.exports_impact_totals({}, options) },
		{
			kind: 'number',
			label: m.exports_decision_total({}, options),
			before: before.administration + before.outside,
			after: after.administration + after.outside,
			format: 'decimal',
		},
		{
			kind: 'number',
			label: m.exports_decision_cost({}, options),
			before: before.annualCost / 100,
			after: after.annualCost / 100,
			format: 'money',
		},
		...model.impactLines.map((line) => ({ kind: 'number' as const, isLive: true, ...line })),
		single(m.exports_impact_functions({}, options), impact.functionsTouched, 'whole'),
		{ kind: 'heading', label: m.exports_impact_people({}, options) },
		single(m.exports_impact_people_cut({}, options), impact.people.cut),
		single(m.exports_impact_people_moved({}, options), impact.people.moved),
		single(m.exports_impact_people_changed({}, options), impact.people.changed),
		...(impact.units.length === 0
			? []
			: [{ kind: 'heading' as const, label: m.exports_impact_units({}, options) }]),
		...impact.units.map((change): Line => {
			const name = unitNames.get(change.unitKey);
			const label = name === undefined ? change.unitKey : localText(name, options);
			return { kind: 'number', label, before: change.before, after: change.after, format: 'decimal' };
		}),
	];
}

const SIGNED = { decimal: 'signedDecimal', money: 'signedMoney', whole: 'signedWhole' } as const;

function rowOf(line: Line, row: number, options: Options): Row {
	if (line.kind === 'heading') return { look: 'group', cells: [text(line.label), null, null, null] };
	const { before, after, format, isSingle } = line;
	const unknown: Cell = isSingle ? null : text(m.exports_impact_not_measured({}, options));
	const shown = (value: number | null): Cell => (value === null ? unknown : number(value, format));
	const signed = format in SIGNED ? SIGNED[format as keyof typeof SIGNED] : format;
	const isKnown = before !== null && after !== null;
	return {
		level: 1,
		...(line.isLive ? { isLive: true } : {}),
		cells: [
			text(line.label),
			shown(before),
			shown(after),
			isKnown ? formula(`${address(2, row)}-${address(1, row)}`, roundSum(after - before), signed) : null,
		],
	};
}

const VERDICTS = {
	passed: m.exports_verdict_passed,
	failed: m.exports_verdict_failed,
	'not-applicable': m.exports_verdict_not_applicable,
	'needs-lawyer': m.exports_verdict_needs_lawyer,
} as const satisfies Record<RuleVerdictKind, unknown>;

const SEVERITIES = {
	error: m.exports_severity_error,
	warning: m.exports_severity_warning,
	information: m.exports_severity_information,
} as const satisfies Record<RuleSeverity, unknown>;

function ruleRow({ before, after }: RuleComparison, model: ProposalModel, options: Options): Row {
	return {
		...{ id: after.rule, look: after.verdict === 'failed' ? 'warning' : 'plain' },
		cells: [
			text(after.rule),
			text(model.ruleTexts.get(after.rule) ?? citationText(after.citation, options)),
			text(citationText(after.citation, options)),
			text(SEVERITIES[after.severity]({}, options)),
			text(VERDICTS[before.verdict]({}, options)),
			text(VERDICTS[after.verdict]({}, options)),
			text(ruleChange(before.verdict, after.verdict, options)),
		],
	};
}

/** Rules that are broken only on a day before the last one stand below, each with its day. */
function passingRows({ report }: ProposalModel, options: Options): readonly Row[] {
	if (report.passing.length === 0) return [];
	const heading: Row = {
		look: 'group',
		cells: [null, text(m.rule_passing_title({}, options)), null, null, null, null, null],
	};
	return [heading, ...report.passing.map((breach) => passingRow(breach, options))];
}

function passingRow(breach: PassingBreach, options: Options): Row {
	const { before, after } = breach.rule;
	return {
		...{ id: `${after.rule} ${breach.startsOn}`, look: 'warning' },
		cells: [
			text(after.rule),
			text(passingText(breach, options)),
			text(citationText(after.citation, options)),
			text(SEVERITIES[after.severity]({}, options)),
			text(VERDICTS[before.verdict]({}, options)),
			text(VERDICTS[after.verdict]({}, options)),
			text(m.exports_rule_worse({}, options)),
		],
	};
}

function ruleChange(before: RuleVerdictKind, after: RuleVerdictKind, options: Options): string {
	if (before === after) return m.exports_rule_same({}, options);
	if (after === 'failed') return m.exports_rule_worse({}, options);
	return before === 'failed' ? m.exports_rule_better({}, options) : m.exports_rule_different({}, options);
}
