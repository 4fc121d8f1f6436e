import type { CheckCode, StructureFinding } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A flaw that the design checks found, as a sentence. */
export function checkText(finding: Pick<StructureFinding, 'code'>): string {
	return TEXTS[finding.code]();
}

const TEXTS: Readonly<Record<CheckCode, () => string>> = {
	'org/unit-without-head': m.structure_check_unit_without_head,
	'org/manager-with-one-report': m.structure_check_one_report,
	'org/unit-with-one-sub-unit': m.structure_check_one_sub_unit,
	'org/unit-without-function': m.structure_check_unit_without_function,
	'org/nesting': m.structure_check_nesting,
	'org/post-step': m.structure_check_post_step,
	'org/occupied-above-approved': m.structure_check_occupied,
	'org/post-without-function': m.structure_check_post_without_function,
	'org/function-without-accountable': m.structure_check_function_without_accountable,
	'org/function-with-several-accountable': m.structure_check_function_several_accountable,
	'org/function-without-basis': m.structure_check_function_without_basis,
	'org/shares-above-one': m.structure_check_shares,
};
