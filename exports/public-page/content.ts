import { ADMINISTRATION_PARTS, FUNDING_SOURCES, type LocalText } from '#lib/domain/org/index.ts';
import {
	withoutNames,
	type PaperDecision,
	type PaperFacts,
	type PublicContent,
	type PublicPoint,
	type PublicRow,
	type PublicUnit,
	type RedactedFacts,
	type RedactedUnit,
} from '#lib/domain/publication/index.ts';
import { localText, nameOfFunding, nameOfPart, nameOfUnitKind, type InLocale } from '#lib/i18n/names.ts';
import { pointTitle } from '#lib/i18n/point-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { capital } from '../council-papers/parts.ts';
import { roundSum } from '../shared/sheet.ts';
import { publicSentences } from './sentences.ts';

/** The contents of the page of a decision for a level. */
export function publicContent(
	facts: PaperFacts,
	redacted: RedactedFacts,
	decided: { readonly decision: PaperDecision; readonly snapshotId: string },
): PublicContent {
	const { report } = facts;
	const { decision, snapshotId } = decided;
	const points = pointsOf(facts, redacted);
	const content: Omit<PublicContent, 'sentences'> = {
		...{ format: 1, level: redacted.level, snapshotId },
		municipality: { slug: report.municipality.slug, name: report.municipality.name },
		...{ number: decision.number, decidedOn: decision.decidedOn, outcome: decision.outcome },
		title: redact(report.header.title, redacted, { locale: 'bg' }),
		legalGround: redact(report.header.legalGround, redacted, { locale: 'bg' }),
		...{ baseValidFrom: report.baseValidFrom, effectiveOn: report.header.effectiveOn },
		...{ parts: partRows(facts), funding: fundingRows(facts), phases: facts.phases },
		structure: {
			before: redacted.structure.before.map(unitLine),
			after: redacted.structure.after.map(unitLine),
		},
		...{ people: redacted.people, cost: redacted.cost, points },
		hidden: {
			units: redacted.hiddenUnits,
			reasons: redacted.points.filter(({ isReasonHidden }) => isReasonHidden).length,
			people: Object.values(redacted.people).filter((value) => value === null).length,
		},
	};
	return {
		...content,
		sentences: {
			bg: publicSentences(facts, content, { locale: 'bg' }),
			en: publicSentences(facts, content, { locale: 'en' }),
		},
	};
}

function both(text: (options: Required<InLocale>) => string): LocalText {
	return { bg: text({ locale: 'bg' }), en: text({ locale: 'en' }) };
}

function partRows({ numbers }: PaperFacts): readonly PublicRow[] {
	const { before, after } = numbers;
	return [
		...ADMINISTRATION_PARTS.filter(
			(part) => part !== 'outside' && before.byPart[part] + after.byPart[part] > 0,
		).map((part) => row((options) => nameOfPart(part, options), before.byPart[part], after.byPart[part])),
		row(
			(options) => m.papers_total_administration({}, options),
			before.administration,
			after.administration,
			true,
		),
		...(before.outside + after.outside > 0
			? [row((options) => m.papers_total_other({}, options), before.outside, after.outside, true)]
			: []),
	];
}

function fundingRows({ numbers }: PaperFacts): readonly PublicRow[] {
	const { before, after } = numbers;
	return [
		...FUNDING_SOURCES.map((funding) =>
			row((options) => nameOfFunding(funding, options), before.byFunding[funding], after.byFunding[funding]),
		),
		row(
			(options) => m.papers_total_all({}, options),
			roundSum(before.administration + before.outside),
			roundSum(after.administration + after.outside),
			true,
		),
	];
}

function row(
	label: (options: Required<InLocale>) => string,
	before: number,
	after: number,
	isTotal = false,
): PublicRow {
	return { label: both((options) => capital(label(options))), before, after, isTotal };
}

function unitLine(unit: RedactedUnit): PublicUnit {
	const { key, parentKey, depth, posts, part } = unit;
	return {
		key,
		parentKey,
		depth,
		posts,
		label: both((options) => capital(labelOf(unit, options))),
		isApart: part === 'territorial',
	};
}

function labelOf({ name, kind, units }: RedactedUnit, options: InLocale): string {
	if (name !== null) return localText(name, options);
	const kindName = nameOfUnitKind(kind, options);
	return m.publication_units_together({ kind: kindName, count: units, text: String(units) }, options);
}

function pointsOf({ report }: PaperFacts, redacted: RedactedFacts): readonly PublicPoint[] {
	return report.operations.map((operation, at) => ({
		number: operation.number,
		title: both((options) => redact(pointTitle(operation, options), redacted, options)),
		reason:
			redacted.points[at]?.isReasonHidden === true || operation.operation.motive.trim() === ''
				? null
				: redact(operation.operation.motive, redacted, { locale: 'bg' }),
	}));
}

/** One-person units are called by their kind, in every text. */
function redact(text: string, { replaced, told }: RedactedFacts, options: Required<InLocale>): string {
	const hidden = replaced.flatMap(({ name, kind }) => {
		const said = m.publication_unit_of_kind({ kind: nameOfUnitKind(kind, options) }, options);
		return namesIn(name).map((one) => ({ name: one, said }));
	});
	return withoutNames(text, hidden, told.flatMap(namesIn));
}

function namesIn({ bg, en }: LocalText): readonly string[] {
	return en === null ? [bg] : [bg, en];
}
