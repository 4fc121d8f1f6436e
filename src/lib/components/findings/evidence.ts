import type { MeasuredNeed } from '#lib/domain/overlap/finding-facts.ts';
import type { EvidenceKind } from '#lib/domain/overlap/finding.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { checkSentence } from '#lib/i18n/overview-names.ts';
import { workloadSummary } from '#lib/i18n/workload-names.ts';
import { m } from '#lib/paraglide/messages.js';

interface Evidence {
	readonly kind: EvidenceKind;
	readonly ref: string;
	readonly ref2: string | null;
	readonly data: unknown;
}

/** The page where a piece of evidence can be looked at. */
export function evidenceHref(slug: string, { kind, ref, ref2 }: Evidence): string {
	const root = `/m/${slug}`;
	switch (kind) {
		case 'function-pair':
			return `${root}/overlaps?tab=pairs&open=0&show=all&pair=${encodeURIComponent(`${ref}|${ref2 ?? ''}`)}`;
		case 'function':
			return `${root}/functions/${ref}`;
		case 'power':
			return `${root}/overlaps?tab=gaps`;
		case 'policy-area':
			return `${root}/functions?area=${ref}`;
		case 'unit':
			return `${root}/structure/units/${ref}`;
		case 'post':
			return `${root}/structure/posts/${ref}`;
		case 'workload':
			return `${root}/workload/${ref}`;
		case 'structure-check':
		case 'rule':
			return ref2 ? `${root}/structure/units/${ref2}` : `${root}/structure`;
		case 'employee-group':
			return `${root}/training`;
	}
}

/** What the evidence said when the finding was made, in one line. */
export function evidenceText({ ref, ref2, data }: Evidence): string {
	const given = isRecord(data) ? data : {};
	const text = (name: string) => (typeof given[name] === 'string' ? given[name] : null);
	const [a, b] = [text('textA'), text('textB')];
	if (a && b) {
		const score = typeof given['score'] === 'number' ? given['score'] : null;
		const pair = m.findings_evidence_pair({ a, b });
		if (score === null) return pair;
		return `${pair}: ${m.findings_evidence_score({ score: formatNumber(score, { digits: 2, fixed: true }) })}`;
	}
	const sentence = checkSentence(text('code') ?? '', text('unit') ?? ref);
	if (sentence) return sentence;
	if (isMeasured(given)) return `${text('unit') ?? ref}: ${workloadSummary(given)}`;
	const parts = [text('reference'), text('act'), text('text'), text('unit'), text('area'), text('summary')];
	return parts.filter((part) => part !== null).join(' · ') || [ref, ref2].filter(Boolean).join(' · ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MEASURED = ['need', 'low', 'high', 'occupied', 'coverage', 'year'] as const;

function isMeasured(
	given: Readonly<Record<string, unknown>>,
): given is Readonly<Record<string, unknown>> & MeasuredNeed {
	const { utilisation } = given;
	const isUtilisation = utilisation === null || typeof utilisation === 'number';
	return isUtilisation && MEASURED.every((name) => typeof given[name] === 'number');
}
