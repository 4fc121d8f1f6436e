import type { OperationKind } from '#lib/domain/scenario/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { SUBJECT_OF, type Choices } from './operation-choices.ts';

/** What an operation is about, in words: the name of the unit, the title of the post, the text of the function. */
export function subjectName(
	choices: Choices,
	kind: OperationKind,
	values: Readonly<Record<string, string>>,
): string | undefined {
	const field = SUBJECT_OF[kind];
	if (!field) return undefined;
	const key = values[field];
	const unitName = (unitKey: string) => {
		const unit = choices.units.find((candidate) => candidate.key === unitKey);
		return unit ? localText(unit.name) : '';
	};
	if (field === 'unit') return unitName(key ?? '');
	if (field === 'post') {
		const post = choices.posts.find((candidate) => candidate.key === key);
		return post && `${localText(post.title)} – ${unitName(post.unitKey)}`;
	}
	const fn = choices.functions.find((candidate) => candidate.key === key);
	return fn && localText(fn.text);
}
