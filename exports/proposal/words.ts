import { PROPOSAL_STATES } from '#lib/domain/review/index.ts';
import type { ProposalReport } from '#lib/domain/scenario/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfRule } from '#lib/i18n/rule-names.ts';
import { readingText } from '#lib/i18n/rule-text.ts';
import { nameOfProposalState } from '#lib/i18n/scenario-names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { ImpactLine, ProposalModel } from './model.ts';

interface Sides<Value> {
	readonly before: Value;
	readonly after: Value;
}

/** What the other analyses count before and after; null is „не е измерено“. */
export interface CountedEffects {
	readonly overlaps: Sides<{ readonly duplication: number; readonly overlap: number }> | null;
	/** Needed posts by unit. */
	readonly need: readonly ({ readonly unitKey: UnitKey } & Sides<number | null>)[];
}

/** The words and labels of the workbook for codes and counted effects. */
export function wordsOfProposal(
	report: ProposalReport,
	effects: CountedEffects,
	locale: Locale,
): Pick<ProposalModel, 'stateName' | 'impactLines' | 'ruleTexts'> {
	const state = PROPOSAL_STATES.find((code) => code === report.header.state);
	return {
		stateName: state === undefined ? null : nameOfProposalState(state, { locale }),
		impactLines: impactLines(report, effects, locale),
		ruleTexts: new Map(
			report.rules.map(({ after }) => [
				after.rule,
				`${nameOfRule(after.rule, { locale })}\n${readingText(after.reading, { locale })}`,
			]),
		),
	};
}

function impactLines(
	report: ProposalReport,
	{ overlaps, need }: CountedEffects,
	locale: Locale,
): readonly ImpactLine[] {
	const unitName = (key: UnitKey) => {
		const name = report.unitNames.get(key);
		return name === undefined ? key : localText(name, { locale });
	};
	const pairs = (kind: 'duplication' | 'overlap') => ({
		before: overlaps?.before[kind] ?? null,
		after: overlaps?.after[kind] ?? null,
		format: 'whole' as const,
	});
	return [
		{ label: m.exports_impact_duplications({}, { locale }), ...pairs('duplication') },
		{ label: m.exports_impact_overlaps({}, { locale }), ...pairs('overlap') },
		...need.map(({ unitKey, before, after }) => ({
			label: m.exports_impact_need({ unit: unitName(unitKey) }, { locale }),
			...{ before, after },
			format: 'decimal' as const,
		})),
	];
}
