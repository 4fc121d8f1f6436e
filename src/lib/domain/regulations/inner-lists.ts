import { isWork } from './actions.ts';
import type { RegulationNode } from './nodes.ts';
import type { Reading } from './reading.ts';
import { startsWithVerb } from './verbs.ts';
import { bodyOf } from './wording.ts';

/** „организира конкурсите, като:“: the letters below say only how. */
export const MANNER = /\s*,?\s*като\s*:$/iu;

/** „7. Участва в търгове. 7.1. Подготвя документите.“: below a finished sentence the points go on beside it. */
export function isFinished(body: string, inner: readonly RegulationNode[]): boolean {
	return body.endsWith('.') && inner.length > 0 && inner.every(({ number }) => number.includes('.'));
}

/** „подпомага работата на: а) комисията; б) съвета“: the points below only go on with what the sentence above does. */
export function isGoneOn({ text }: Reading, body: string, inner: readonly RegulationNode[]): boolean {
	const texts = inner.map((one) => bodyOf(text, one));
	if (texts.length > 1 && SAYS_DUTIES.test(body) && texts.filter(isWork).length * 2 > texts.length)
		return false;
	if (texts.every((one) => /^(?:за|на|по|от|при|до|към|чрез|с|със) /iu.test(one))) return true;
	return startsWithVerb(body) && !texts.some(startsWithVerb);
}

/** „изпълнява следните задължения по: 3.1. събирането на отпадъците“: every point is a duty of its own. */
const SAYS_DUTIES =
	/(?:следните\s(?:\p{L}+\s){0,2}(?:функции|дейности|задачи|задължения)(?!\p{L})[^:]{0,200}|,\sко(?:ето|ито)\sвключват?\s*):$/iu;

/** „Бюджет и финанси“ without a colon, and below it what is done there. */
export function isAreaOfWork({ text }: Reading, body: string, inner: readonly RegulationNode[]): boolean {
	if (body.length > 120 || isWork(body)) return false;
	const texts = inner.map((one) => bodyOf(text, one));
	return texts.length > 1 && texts.every(startsWithVerb);
}
