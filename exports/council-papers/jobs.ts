import { printOccupationCode } from '#lib/domain/legal/index.ts';
import type { JobChange, PaperFacts } from '#lib/domain/publication/index.ts';
import { localText, nameOfCategory, nameOfRelation } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { LocalText } from '#lib/domain/org/index.ts';
import type { WordBlock, WordDocument } from '../shared/word.ts';
import { motiveOf } from './mayor.ts';
import { factsInForce, type PaperModel } from './model.ts';
import { heading, note, paperOf, paragraph, posts, type Options } from './parts.ts';

const TO_FILL = '…………………………………………………';

/** Job descriptions, new and changed, one on a page; what the data do not hold is left to be filled in by hand. */
export function jobsPaper(model: PaperModel): WordDocument {
	const options = { locale: model.colophon.locale };
	const facts = factsInForce(model);
	const title = m.papers_kind_job_descriptions({}, options);
	return paperOf(model, {
		title,
		blocks: [
			heading(title, 1),
			note(m.papers_mayor_note({}, options)),
			...(facts.jobs.length === 0 ? [paragraph(m.papers_jobs_none({}, options))] : []),
			...facts.jobs.flatMap((job, at): readonly WordBlock[] => [
				...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
				...jobBlocks(job, facts, options),
			]),
		],
	});
}

function codeOf({ occupation }: JobChange['post'], options: Options): string {
	if (occupation === undefined) return `${m.papers_job_code({}, options)} ${TO_FILL}`;
	return m.papers_job_occupation({ code: printOccupationCode(occupation) }, options);
}

function jobBlocks(job: JobChange, facts: PaperFacts, options: Options): readonly WordBlock[] {
	const { post } = job;
	const section = (number: number, label: string) => heading(`${number}. ${label}`, 3);
	return [
		heading(
			(job.kind === 'new' ? m.papers_job_new : m.papers_job_changed)(
				{ title: localText(post.title, options) },
				options,
			),
		),
		paragraph(m.papers_job_motive({ motive: motiveOf(job, facts, options) || '–' }, options)),
		section(1, m.papers_job_post({}, options)),
		...changed(localText(post.title, options), job.was && localText(job.was.title, options), options),
		paragraph(
			`${nameOfCategory(post.category, options)}, ${nameOfRelation(post.relation, options)}. ${codeOf(post, options)}`,
		),
		section(2, m.papers_job_place({}, options)),
		...changed(pathOf(job.place, options), job.was && pathOf(job.wasPlace, options), options),
		section(3, m.papers_job_links({}, options)),
		paragraph(
			m.papers_job_superior(
				{ superior: job.superior === null ? TO_FILL : localText(job.superior, options) },
				options,
			),
		),
		...(job.subordinates === null
			? []
			: [paragraph(m.papers_job_subordinates({ count: posts(job.subordinates, options) }, options))]),
		section(4, m.papers_job_purpose({}, options)),
		paragraph(TO_FILL),
		section(5, m.papers_job_duties({}, options)),
		...dutyBlocks(job, options),
		...[
			m.papers_job_planning({}, options),
			m.papers_job_responsibility({}, options),
			m.papers_job_contacts({}, options),
			m.papers_job_requirements({}, options),
		].flatMap((label, at) => [section(6 + at, label), paragraph(TO_FILL)]),
		section(10, m.papers_job_acquainted({}, options)),
		paragraph(m.papers_job_signatures({}, options)),
	];
}

/** What stands now, and what stood before when it is something else. */
function changed(after: string, before: string | null, options: Options): readonly WordBlock[] {
	if (before === null || before === after) return [paragraph(after)];
	return [paragraph(after), note(m.papers_job_was({ before }, options))];
}

function dutyBlocks(job: JobChange, options: Options): readonly WordBlock[] {
	const list = (texts: readonly LocalText[]) =>
		texts.map((text, at) => paragraph(`${at + 1}. ${localText(text, options)};`, { level: 1 }));
	return [
		note((job.dutiesOf === 'post' ? m.papers_job_duties_post : m.papers_job_duties_unit)({}, options)),
		...(job.duties.length === 0 ? [paragraph(TO_FILL)] : list(job.duties)),
		...(job.kind === 'changed' && job.newDuties.length > 0
			? [paragraph(m.papers_job_duties_new({}, options), { isBold: true }), ...list(job.newDuties)]
			: []),
		...(job.lostDuties.length > 0
			? [paragraph(m.papers_job_duties_lost({}, options), { isBold: true }), ...list(job.lostDuties)]
			: []),
	];
}

function pathOf(place: readonly LocalText[], options: Options): string {
	return place.map((name) => localText(name, options)).join(' → ');
}
