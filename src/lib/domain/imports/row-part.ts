import { foldText } from '../shared/index.ts';
import type { SheetKind } from './fields.ts';
import { codeOf, FUNDING_WORDS } from './nomenclature.ts';
import { readNumber } from './numbers.ts';

/**
 * Whether a row breaks the number of the row above down, which counts already: „в т.ч. ДДД 12“, „от тях 3 по ЗДСл“, a bare
 * „в т.ч.:“, and in a staffing table a figure beside nothing but a source of funding, since no post is called so.
 * @param texts cells of the row
 */
export function isPartOfAbove(texts: readonly string[], kind: SheetKind | null): boolean {
	const words = texts.filter((text) => text !== '' && readNumber(text) === undefined);
	const first = foldText(words[0] ?? '').replace(/^[-–—•\s]+/u, '');
	if (PART.test(first)) return true;
	const hasFigure = words.length < texts.filter((text) => text !== '').length;
	return kind === 'staffing' && words.length === 1 && hasFigure && codeOf(FUNDING_WORDS, first) !== undefined;
}

const PART = /^(в т\.? ?ч\.?|в т\.? число|в това число|от тях|от които|от него|включително)(?![\p{L}])/u;
