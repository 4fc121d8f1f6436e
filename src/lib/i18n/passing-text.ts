import type { PassingBreach } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './format.ts';
import type { InLocale } from './names.ts';
import { nameOfRule } from './rule-names.ts';
import { nameOfVerdict } from './scenario-names.ts';

/** „От 01.03.2027 г. до следващата стъпка: Финансов контрольор – изпълнено → неизпълнено“. */
export function passingText({ startsOn, rule }: PassingBreach, options: InLocale = {}): string {
	const { before, after } = rule;
	return m.rule_passing(
		{
			...{ date: formatDate(startsOn, options), rule: nameOfRule(after.rule, options) },
			before: nameOfVerdict(before.verdict, options),
			after: nameOfVerdict(after.verdict, options),
		},
		options,
	);
}

/** The same as lines with the page of the rules on that day; made on the server. */
export function passingLines(breaches: readonly PassingBreach[], rulesPage: string) {
	return breaches.map((breach) => ({
		text: passingText(breach),
		href: `${rulesPage}?on=${breach.startsOn}#${breach.rule.after.rule}`,
	}));
}
