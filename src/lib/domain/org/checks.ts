import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import type { IsoDate } from '../shared/index.ts';
import { functionChecks } from './checks-functions.ts';
import { CHECK_CODES, POST_STEP, type CheckRules, type StructureFinding } from './checks-types.ts';
import { unitChecks } from './checks-units.ts';
import { lookUp } from './lookup.ts';
import type { Structure } from './types.ts';

/**
 * Design checks of a structure: heads, spans of one, lonely sub-units, nesting (R05), post steps (R03), functions
 * without or with several accountable units, posts without a function, participation shares above 100 %.
 * Findings come in the order of the codes, then of the structure. Source: methodology §2.6–2.7; catalogue R03, R05, R38.
 */
export function checkStructure(structure: Structure, rules: CheckRules): readonly StructureFinding[] {
	const lookup = lookUp(structure);
	const found = [...unitChecks(lookup, rules), ...functionChecks(lookup)];
	return CHECK_CODES.flatMap((code) => found.filter((finding) => finding.code === code));
}

/** The parameters of the checks in force on a day. */
export function checkRules(parameters: ParameterSet, asOf: IsoDate, municipality: string | null): CheckRules {
	return { postStep: parameterNumber(parameters, { key: POST_STEP, asOf, municipality }) ?? null };
}
