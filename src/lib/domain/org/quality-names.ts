import { foldText, type FunctionKey } from '../shared/index.ts';
import { accountableUnits, type StructureLookup } from './lookup.ts';
import type { QualityProblem, QualitySubject } from './quality-types.ts';

/** Names that are the same thing twice, and names with Latin letters that only look Cyrillic. */
export function nameProblems(lookup: StructureLookup): readonly QualityProblem[] {
	const { units, posts, functions } = lookup.structure;
	const named: readonly Named[] = [
		...units.map(({ key, name }) => ({ subject: { kind: 'unit', key }, text: name.bg }) as const),
		...posts.map(({ key, title }) => ({ subject: { kind: 'post', key }, text: title.bg }) as const),
		...functions.map(({ key, text }) => ({ subject: { kind: 'function', key }, text: text.bg }) as const),
	];
	return [
		...twins(
			'same-name-units',
			named.filter(({ subject }) => subject.kind === 'unit'),
			() => '',
		),
		...twins(
			'same-text-functions',
			named.filter(({ subject }) => subject.kind === 'function'),
			({ subject }) => accountableUnits(lookup, subject.key as FunctionKey).join(' '),
		),
		...named.flatMap(mixedLetters),
	];
}

interface Named {
	readonly subject: QualitySubject;
	readonly text: string;
}

/** The second and every further one of the same folded text; the first is named as its twin. */
function twins(
	code: 'same-name-units' | 'same-text-functions',
	named: readonly Named[],
	placeOf: (one: Named) => string,
): readonly QualityProblem[] {
	const groups = Map.groupBy(named, (one) => `${placeOf(one)}|${foldText(one.text)}`);
	return named.flatMap((one) => {
		const [first] = groups.get(`${placeOf(one)}|${foldText(one.text)}`) ?? [];
		return first === undefined || first === one
			? []
			: [{ code, subject: one.subject, terms: { twin: first.subject.key } }];
	});
}

const WORD = /[\p{L}\p{M}]+/gu;

/** Words in which Latin and Cyrillic letters stand together: „Eлена“ is not found by a search for „Елена“. */
function mixedLetters({ subject, text }: Named): readonly QualityProblem[] {
	const words = (text.match(WORD) ?? []).filter(
		(word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
	);
	return words.length === 0 ? [] : [{ code: 'mixed-letters', subject, terms: { words } }];
}
