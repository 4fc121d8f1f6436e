import { parameterNumber, type ParameterSet } from '../legal/index.ts';
import { err, ok, type IsoDate, type MunicipalityId, type Result } from '../shared/index.ts';
import { RULE_PARAMETERS } from './rules/index.ts';
import type { ScenarioLimits } from './run.ts';

/** The limits of operations in force on a day. Error `scenario/no-parameter` names the one that is not set. */
export function scenarioLimits(
	parameters: ParameterSet,
	asOf: IsoDate,
	municipality: MunicipalityId,
): Result<ScenarioLimits, { readonly code: 'scenario/no-parameter'; readonly key: string }> {
	const key = RULE_PARAMETERS.postStep;
	const postStep = parameterNumber(parameters, { key, asOf, municipality });
	return postStep === undefined ? err({ code: 'scenario/no-parameter', key }) : ok({ postStep });
}
