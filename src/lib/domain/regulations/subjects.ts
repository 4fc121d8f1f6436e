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
	/^\p{L}+(?:ът|ят|та|то|те)(?!\p{L})|^(?:дирекция|отдел|сектор|звено|служба|бюро|център)\s["„“«]/iu;
/** So long a subject may be, and so many signs may stand before it. */
const LONGEST_SUBJECT = 120;
const LONGEST_INTRODUCTION = 400;

/** „При изпълнение на функциите си отделът води …“ → „отделът води …“; any other sentence as it is. */
export function fromSubject(sentence: string): string {
	if (startsWithBody(sentence) || !INTRODUCES.test(sentence)) return sentence;
	const [first] = verbsOf(sentence);
	if (!first || first.from > LONGEST_INTRODUCTION) return sentence;
	const before = sentence.slice(0, first.from);
	for (const { index } of before.matchAll(/(?<![\p{L}-])\p{L}{4,}/gu)) {
		if (index === 0 || before.length - index > LONGEST_SUBJECT) continue;
		const subject = before.slice(index);
		if (IS_CLAUSE.test(subject)) continue;
		if (PREPOSITION.test(before.slice(0, index).trimEnd()) || !HAS_ARTICLE.test(subject)) continue;
		if (startsWithBody(subject) && !startsWithOrgan(subject)) return sentence.slice(index);
	}
	return sentence;
}
