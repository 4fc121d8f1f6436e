import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '../shared/cover.ts';
import { documentFileName } from '../shared/file-name.ts';
import type { WordDocument } from '../shared/word.ts';
import { countsAnnex, otherAnnex, structureAnnex } from './annexes.ts';
import { decisionPaper, draftPaper, minutesPaper } from './decision.ts';
import { jobsPaper } from './jobs.ts';
import { rulesPaper, staffingPaper } from './mayor.ts';
import type { PaperKind, PaperModel } from './model.ts';
import { reportPaper } from './report.ts';

const MAKERS: Readonly<Record<PaperKind, (model: PaperModel) => WordDocument>> = {
	report: reportPaper,
	draft: draftPaper,
	'annex-structure': structureAnnex,
	'annex-counts': countsAnnex,
	'annex-other': otherAnnex,
	minutes: minutesPaper,
	decision: decisionPaper,
	rules: rulesPaper,
	staffing: staffingPaper,
	'job-descriptions': jobsPaper,
};

/** A paper of a proposal; all of them state the same facts. */
export function councilPaper(kind: PaperKind, model: PaperModel): WordDocument {
	return MAKERS[kind](model);
}

const NAMES = {
	report: m.papers_kind_report,
	draft: m.papers_kind_draft,
	'annex-structure': m.papers_kind_annex_structure,
	'annex-counts': m.papers_kind_annex_counts,
	'annex-other': m.papers_kind_annex_other,
	minutes: m.papers_kind_minutes,
	decision: m.papers_kind_decision,
	rules: m.papers_kind_rules,
	staffing: m.papers_kind_staffing,
	'job-descriptions': m.papers_kind_job_descriptions,
} as const satisfies Record<PaperKind, unknown>;

export function nameOfPaper(kind: PaperKind, locale: Locale): string {
	return NAMES[kind]({}, { locale });
}

/** „Проект за решение Община Елена предложение 14.docx“. */
export function paperFileName(kind: PaperKind, { colophon, submitted }: PaperModel): string {
	const { locale } = colophon;
	return documentFileName([
		nameOfPaper(kind, locale),
		localText(colophon.municipality.name, { locale }),
		m.papers_file_proposal({ number: String(submitted.report.header.number ?? '') }, { locale }),
	]);
}

/** „Длъжностни характеристики Община Елена операция 3.docx“: the drafts of one operation. */
export function draftFileName(kind: PaperKind, { colophon }: PaperModel, operation: number): string {
	const { locale } = colophon;
	return documentFileName([
		nameOfPaper(kind, locale),
		localText(colophon.municipality.name, { locale }),
		m.papers_file_operation({ number: String(operation) }, { locale }),
	]);
}

/** „Документи по предложение № 14 Община Елена.docx“: all papers together; the ending is the caller's. */
export function allPapersFileName({ colophon, submitted }: PaperModel): string {
	const { locale } = colophon;
	return documentFileName([
		m.papers_file_all({ number: String(submitted.report.header.number ?? '') }, { locale }),
		localText(colophon.municipality.name, { locale }),
	]);
}
