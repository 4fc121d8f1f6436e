import type { FindingFacts } from '#lib/domain/overlap/finding-facts.ts';
import { criterionOf, type FindingCriterion, type FindingKind } from '#lib/domain/overlap/finding.ts';
import { m } from '#lib/paraglide/messages.js';
import { capitalised, formatNumber } from './format.ts';
import { localText } from './names.ts';
import { workloadSummary } from './workload-names.ts';
import { nameOfLabel } from './overlap-label-names.ts';
import { checkSentence } from './overview-names.ts';

export interface DraftWords {
	readonly kind: FindingKind;
	readonly criterion: FindingCriterion;
	readonly title: string;
	readonly body: string;
	readonly severity: number;
}

const SEVERITY = 3;

/** The first wording of a finding from the facts of its evidence; a person reviews it before it is saved. */
export function draftWords(facts: FindingFacts): DraftWords {
	const { kind, title, body } = wordsOf(facts);
	return { kind, criterion: criterionOf(kind), title, body, severity: SEVERITY };
}

function wordsOf(facts: FindingFacts): Pick<DraftWords, 'kind' | 'title' | 'body'> {
	switch (facts.kind) {
		case 'manual':
			return { kind: 'other', title: '', body: '' };
		case 'pair':
			return pairWords(facts);
		case 'power': {
			const text = localText(facts.text);
			const basis = `${facts.reference} ${localText(facts.act)}`;
			const body = m.findings_draft_gap_body({ basis, text });
			return { kind: 'gap', title: m.findings_draft_gap_title({ text }), body };
		}
		case 'function':
			return functionWords(facts);
		case 'fragmentation':
		case 'area':
			return spreadWords(facts);
		case 'workload': {
			const unit = localText(facts.unit);
			const body = facts.measured ? workloadSummary(facts.measured) : '';
			if (facts.load === 'underload')
				return { kind: 'underload', title: m.findings_draft_underload_title({ unit }), body };
			const isOver = facts.load === 'overload';
			const title = isOver
				? m.findings_draft_overload_title({ unit })
				: m.findings_draft_workload_title({ unit });
			return { kind: 'overload', title, body };
		}
		case 'structure':
		case 'rule': {
			const unit = facts.unit ? localText(facts.unit) : facts.code;
			const sentence = checkSentence(facts.code, unit);
			if (sentence) return { kind: facts.kind, title: sentence, body: m.overview_found_body({ sentence }) };
			return { kind: facts.kind, title: m.findings_draft_structure_title({ unit }), body: '' };
		}
		case 'role-conflict': {
			const title = m.findings_draft_conflict_title({
				unit: localText(facts.unit),
				area: localText(facts.area),
			});
			return { kind: 'role-conflict', title, body: '' };
		}
	}
}

function pairWords(
	facts: Extract<FindingFacts, { kind: 'pair' }>,
): Pick<DraftWords, 'kind' | 'title' | 'body'> {
	const label = nameOfLabel(facts.label ?? 'related');
	const [unitA, unitB] = facts.units.map((unit) => (unit ? localText(unit) : m.overlap_no_unit()));
	const units = { unitA: unitA ?? '', unitB: unitB ?? '' };
	const [a, b] = facts.texts;
	const score =
		facts.score === null ? m.common_not_known() : formatNumber(facts.score, { digits: 2, fixed: true });
	return {
		kind: facts.label === 'duplication' ? 'duplication' : 'overlap',
		title: capitalised(m.findings_draft_pair_title({ label, text: a, ...units })),
		body: m.findings_draft_pair_body({ a, b, ...units, score, label }),
	};
}

const FUNCTION_TITLES: Readonly<Record<string, (inputs: { text: string }) => string>> = {
	'no-owner': m.findings_draft_function_title_no_owner,
	'several-owners': m.findings_draft_function_title_several_owners,
	'no-basis': m.findings_draft_function_title_no_basis,
	'no-power': m.findings_draft_function_title_no_power,
	'no-post': m.findings_draft_function_title_no_post,
};

function functionWords(facts: Extract<FindingFacts, { kind: 'function' }>) {
	const title = FUNCTION_TITLES[facts.gap ?? ''] ?? m.findings_draft_function_title;
	const kind: FindingKind =
		facts.gap === 'no-basis' ? 'no-basis' : facts.gap === null ? 'other' : 'structure';
	return { kind, title: title({ text: localText(facts.text) }), body: '' };
}

function spreadWords(facts: Extract<FindingFacts, { kind: 'fragmentation' | 'area' }>) {
	const text = localText(facts.text);
	const title =
		facts.kind === 'area'
			? m.findings_draft_area_title({ text })
			: m.findings_draft_fragmentation_title({ text });
	const three = (value: number) => formatNumber(value, { digits: 3, fixed: true });
	const isMeasured = facts.dispersion !== null && facts.effectiveUnits !== null;
	const body = isMeasured
		? m.findings_draft_fragmentation_body({
				dispersion: three(facts.dispersion),
				units: three(facts.effectiveUnits),
			})
		: '';
	return { kind: 'fragmentation' as const, title, body };
}
