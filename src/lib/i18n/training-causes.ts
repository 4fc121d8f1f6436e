import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { assertNever } from '#lib/domain/shared/index.ts';
import type { NeedCause } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { referenceText } from './legal-text.ts';
import { localText } from './names.ts';

interface Options {
	readonly locale?: Locale;
}

/** A rule that changed, as its register knows it. */
export type KnownRule =
	| {
			readonly kind: 'provision';
			readonly act: { readonly name: LocalText };
			readonly reference: LegalReference;
	  }
	| { readonly kind: 'regulation'; readonly title: string }
	| { readonly kind: 'card'; readonly number: string; readonly service: string };

/** „ЗМСМА, чл. 21, ал. 1“, the title of organisational rules, „технологична карта ТК-12 „…““. */
export function nameOfRule(rule: KnownRule, options: Options = {}): string {
	switch (rule.kind) {
		case 'provision':
			return m.training_rule_provision(
				{ act: localText(rule.act.name, options), reference: referenceText(rule.reference, options) },
				options,
			);
		case 'regulation':
			return rule.title;
		case 'card':
			return m.training_rule_card({ number: rule.number, service: rule.service }, options);
		default:
			return assertNever(rule);
	}
}

/** The names behind the keys of a cause. */
export interface CauseNames {
	readonly unit: string;
	readonly functionText: string;
	readonly postTitle: string;
	/** What a changed rule is called. */
	readonly rule?: string;
}

/** A sentence that says why a need exists. */
export function textOfCause(cause: NeedCause, names: CauseNames, options?: Options): string {
	switch (cause.kind) {
		case 'gap':
			return m.training_cause_gap({}, options);
		case 'new-employee':
			return m.training_cause_new_employee({}, options);
		case 'appointed-head':
			return m.training_cause_appointed_head({}, options);
		case 'certificate':
			return m.training_cause_certificate({}, options);
		case 'rule-changed':
			return m.training_cause_rule_changed({ name: names.rule ?? cause.ref }, options);
		case 'wish':
			return m.training_cause_wish({}, options);
		case 'function-received':
			return m.training_cause_function_received({ name: names.functionText }, options);
		case 'new-unit':
			return m.training_cause_new_unit({ name: names.unit }, options);
		case 'post-changed':
			return m.training_cause_post_changed({ name: names.postTitle }, options);
		case 'new-head':
			return m.training_cause_new_head({ name: names.postTitle }, options);
		default:
			return assertNever(cause);
	}
}
