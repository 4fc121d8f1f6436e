import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import type { FunctionKey } from '#lib/domain/shared/index.ts';
import type {
	Competency,
	Employee,
	NeedState,
	TrainingNeed,
	TrainingPlan,
} from '#lib/domain/training/index.ts';
import type { Colophon } from '../shared/cover.ts';

/** Everything that the workbook of a training plan is made of. */
export interface TrainingPlanInput {
	readonly colophon: Colophon;
	readonly structure: Structure;
	readonly plan: TrainingPlan;
	readonly needs: readonly (TrainingNeed & { readonly state: NeedState })[];
	readonly competencies: readonly Competency[];
	readonly employees: readonly Employee[];
	/** Functions that a scenario words anew; the structure's own texts otherwise. */
	readonly functionTexts: ReadonlyMap<FunctionKey, LocalText>;
	/** Names of persons are for human resources only. */
	readonly showNames: boolean;
}
