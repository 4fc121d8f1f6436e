import { startsWithBody, startsWithOrgan } from './marks.ts';
import { verbsOf } from './verbs.ts';

/** What says when, why or by what right something is done, before it is said who does it. */
const INTRODUCES =
	/^(?:при|след|преди|по|за|в|във|с|със|от|до|чрез|освен|наред|съгласно|съобразно|същевременно|едновременно|съвместно|ежегодно|изпълнявайки|на основание|на всеки|не по-късно)(?!\p{L})/iu;
const PREPOSITION =
	/(?:^|\s)(?:на|от|за|към|по|с|със|в|във|при|до|чрез|между|пред|и|или|като|със съдействието на)$/iu;
/** „когато той ползва отпуск“: the verb is that of a clause about something else. */
export const IS_CLAUSE = /(?<!\p{L})(?:когато|ако|дали|чи(?:й|я|е|и)то|ко(?:й|я|е|и)то)(?!\p{L})/iu;
const HAS_ARTICLE =
	/^\p{L}+(?:ът|ят|та|то|те)(?!\p{L})|^(?:дирекция|отдел|сектор|звено|служба|бюро|център|\p{Lu}{2,6})\s["„“«]/iu;
/** So long a subject may be, and so many signs may stand before it. */
const LONGEST_SUBJECT = 120;
const LONGEST_INTRODUCTION = 400;

/** „При изпълнение на функциите си отделът води …“ → „отделът води …“; any other sentence as it is. */
export function fromSubject(sentence: string): string {
	if (startsWithBody(sentence) || !INTRODUCES.test(sentence)) return sentence;
	const [first] = verbsOf(sentence);
	if (!first || first.from > LONGEST_INTRODUCTION) return sentence;
	const before = sentence.slice(0, first.from);
	const at = wordsFrom(before).find((index) => isSubjectAt(before, index));
	return at === undefined ? sentence : sentence.slice(at);
}

/** Where the longer words of a text begin, but for the first. */
function wordsFrom(text: string): readonly number[] {
	return [...text.matchAll(/(?<![\p{L}-])\p{L}{2,}/gu)].map(({ index }) => index).slice(1);
}

/** Whether a text goes on with somebody of whom the verb after it is said. */
function isSubjectAt(before: string, index: number): boolean {
	const subject = before.slice(index);
	if (subject.length > LONGEST_SUBJECT || IS_CLAUSE.test(subject)) return false;
	if (PREPOSITION.test(before.slice(0, index).trimEnd()) || !HAS_ARTICLE.test(subject)) return false;
	return startsWithBody(subject) && !startsWithOrgan(subject);
}

/** „За тази цел ЦАО:“, „Във връзка с изборите отделът:“ – who stands right before the colon; undefined where nobody does. */
export function subjectAtEnd(sentence: string, names: ReadonlyMap<string, string>): string | undefined {
	if (startsWithBody(sentence) || !INTRODUCES.test(sentence)) return undefined;
	const short = /\s(\p{Lu}[\p{Lu}-]{1,11})\s*:$/u.exec(sentence)?.[1];
	if (short !== undefined) return names.get(short);
	const before = sentence.slice(-LONGEST_INTRODUCTION).replace(/\s*:$/u, '');
	const at = wordsFrom(before).find((index) => isSubjectAt(before, index));
	return at === undefined || verbsOf(before.slice(at)).length > 0 ? undefined : before.slice(at);
}

/** „Кметът на общината:“, „При осъществяване на правомощията си общинският съвет:“ */
export function saysOrgan(sentence: string): boolean {
	if (startsWithOrgan(sentence)) return true;
	return (
		INTRODUCES.test(sentence) &&
		wordsFrom(sentence.slice(0, LONGEST_INTRODUCTION)).some(
			(index) =>
				startsWithOrgan(sentence.slice(index, index + LONGEST_SUBJECT)) &&
				!PREPOSITION.test(sentence.slice(0, index).trimEnd()) &&
				verbsOf(sentence.slice(0, index)).length === 0,
		)
	);
}
