import {
	COMPETENCY_GROUPS,
	COMPETENCY_LEVELS,
	type CompetencyDraft,
	type CompetencyLevel,
} from '#lib/domain/training/index.ts';
import {
	checkbox,
	choice,
	id,
	NO_PROBLEMS,
	optionalText,
	revision,
	text,
	wholeNumber,
	type FormProblems,
} from '#lib/forms/index.ts';
import { z } from 'zod';

export const REQUIREMENT_KINDS = ['function', 'post', 'job-title'] as const;

const level = () =>
	z
		.enum(COMPETENCY_LEVELS.map(String) as ['1', '2', '3', '4', '5'])
		.transform((value) => Number(value) as CompetencyLevel);

const weights = z.enum(['1', '2', '3']).transform((value) => Number(value) as CompetencyDraft['weight']);

/** The words of a competency; `level1` … `level5` describe its levels. */
export const wordsForm = z
	.object({
		group: choice(COMPETENCY_GROUPS),
		name: text(120),
		nameEn: text(120),
		description: text(600),
		descriptionEn: optionalText(600),
		weight: weights,
		level1: optionalText(400),
		level2: optionalText(400),
		level3: optionalText(400),
		level4: optionalText(400),
		level5: optionalText(400),
		levelEn1: optionalText(400),
		levelEn2: optionalText(400),
		levelEn3: optionalText(400),
		levelEn4: optionalText(400),
		levelEn5: optionalText(400),
	})
	.superRefine((given, check) => {
		for (const one of COMPETENCY_LEVELS)
			if (given[`levelEn${one}`] !== null && given[`level${one}`] === null)
				check.addIssue({ code: 'custom', path: [`level${one}`], message: 'code:required' });
	})
	.transform((given): Omit<CompetencyDraft, 'isRetired'> => ({
		group: given.group,
		name: { bg: given.name, en: given.nameEn },
		description: { bg: given.description, en: given.descriptionEn },
		weight: given.weight,
		levels: COMPETENCY_LEVELS.flatMap((one) => {
			const words = given[`level${one}`];
			return words === null ? [] : [{ level: one, text: { bg: words, en: given[`levelEn${one}`] } }];
		}),
	}));

/** The number of the version that the person saw; 0 is as supplied. */
export const seenForm = z.object({ number: wholeNumber({ min: 0, max: 1_000_000 }) });

export const retireForm = seenForm.extend({ isRetired: checkbox() });

export const askForm = z.object({
	kind: choice(REQUIREMENT_KINDS),
	subject: text(300),
	level: level(),
	source: text(200),
});

export const changeForm = z.object({ id: id(), revision: revision(), level: level(), source: text(200) });

export const dropForm = z.object({ id: id(), revision: revision() });

/** What a page shows of a refusal: at the name when it is taken, over the form otherwise. */
export function refusedWords(code: string): FormProblems & { readonly refusal: string | null } {
	return code === 'dictionary/name-taken'
		? { ...NO_PROBLEMS, issues: { name: { code: 'name-taken' } }, refusal: null }
		: { ...NO_PROBLEMS, refusal: code };
}
