import type { CardDraft } from '#lib/domain/adminservice/index.ts';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { choice, day, id, revision, text } from '#lib/forms/index.ts';
import { textOfCardProblem, type CardProblem } from '#lib/i18n/card-names.ts';
import { z } from 'zod';

export const cardForm = z
	.object({ number: text(40), service: text(300), unitKey: id(), inForceFrom: day() })
	.transform((given): CardDraft => ({ ...given, unitKey: given.unitKey as UnitKey }));

export const revisionForm = z.object({ revision: revision() });

export const subjectForm = z.object({ kind: choice(['function', 'post']), subject: id() });

export const changeForm = z.object({ changedOn: day(), what: text(500) });

export const takeForm = z.object({ change: id() });

/** The fields of the form, as a person would type them. */
export function valuesOf(card: CardDraft): Readonly<Record<string, string>> {
	const { number, service, unitKey, inForceFrom } = card;
	return { number, service, unitKey, inForceFrom };
}

/** What a page needs of a refusal: its words, and the trainings that stand in the way. */
export function told(problem: CardProblem) {
	return {
		text: textOfCardProblem(problem),
		lines: problem.code === 'card/needs-planned' ? problem.lines : [],
	};
}
