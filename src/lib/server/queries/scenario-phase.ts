import type { IsoDate, ScenarioId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** What a phase is called and why it comes; null is the day of the whole decision. */
export interface PhaseWords {
	readonly startsOn: IsoDate | null;
	readonly title: string;
	readonly narrative: string;
}

export async function listPhaseWords(db: Reader, scenarioId: ScenarioId): Promise<readonly PhaseWords[]> {
	const rows = await db
		.selectFrom('scenario_phase')
		.select(['starts_on', 'title', 'narrative'])
		.where('scenario_id', '=', scenarioId)
		.orderBy('starts_on')
		.execute();
	return rows.map(({ starts_on: day, title, narrative }) => ({
		startsOn: day === '' ? null : (day as IsoDate),
		...{ title, narrative },
	}));
}

/** Puts words in the place of what stood for that day; without a title nothing stands there. */
export async function replacePhaseWords(
	tx: Tx,
	scenarioId: ScenarioId,
	{ startsOn, title, narrative }: PhaseWords,
	written: { readonly at: string; readonly by: string },
): Promise<void> {
	const day = startsOn ?? '';
	await tx
		.deleteFrom('scenario_phase')
		.where('scenario_id', '=', scenarioId)
		.where('starts_on', '=', day)
		.execute();
	if (title === '') return;
	await tx
		.insertInto('scenario_phase')
		.values({
			...{ scenario_id: scenarioId, starts_on: day, title, narrative },
			...{ updated_at: written.at, updated_by: written.by },
		})
		.execute();
}
