import { day, optionalText, text } from '#lib/forms/index.ts';
import { z } from 'zod';

/** Name, description and day of effect of a scenario. */
export const scenarioShape = { name: text(200), description: optionalText(2000), effective: day() };
export const scenarioSchema = z.object(scenarioShape);

export function toScenarioInput({ name, description, effective }: z.infer<typeof scenarioSchema>) {
	return { name, description: description ?? '', effectiveOn: effective };
}
