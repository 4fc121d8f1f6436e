import {
	annualVolume,
	err,
	minutes,
	ok,
	type ActivityKey,
	type FunctionKey,
	type PostKey,
	type Result,
	type UnitKey,
} from '#lib/domain/shared/index.ts';
import type { Activity, Structure } from '#lib/domain/org/index.ts';
import {
	checkFigures,
	type ActivityFigures,
	type CheckedFigures,
	type FiguresError,
} from '#lib/domain/workload/index.ts';
import { DENIED, type Ctx } from '../context.ts';
import { insertActivity } from '../queries/structure-insert.ts';
import { deleteActivity, updateActivity } from '../queries/workload.ts';
import { editWork, openForEdit, type EditRefusal, type UnitAddress } from './workload-write.ts';

/** What is changed of an activity besides its figures; what is left out stays. */
export interface ActivityNamed {
	readonly name?: string;
	readonly unitOfMeasure?: string;
	/** Another unit that works on the function; a post of the old unit goes with the old unit. */
	readonly unitKey?: UnitKey;
}

interface SavedActivity {
	readonly key: ActivityKey;
	readonly revision: number;
	readonly figures: ActivityFigures;
	readonly named?: ActivityNamed;
}

/** Changes volume, time norm and source of an activity, its name and its unit. Errors: `FiguresError`, `EditRefusal`. */
export function saveActivity(
	ctx: Ctx,
	address: UnitAddress,
	input: SavedActivity,
): Promise<Result<null, EditRefusal | FiguresError>> {
	return editWork(ctx, address, async ({ version, structure }, inside) => {
		const before = structure.activities.find(
			(item) => item.key === input.key && item.unitKey === address.unitKey,
		);
		if (!before) return err(DENIED);
		const { unitKey = before.unitKey } = input.named ?? {};
		if (unitKey !== before.unitKey) {
			const target = await openForEdit(inside, { ...address, unitKey });
			if (!target.ok) return target;
			if (!worksOn(structure, before.functionKey, unitKey)) return err(DENIED);
		}
		const figures = checkFigures(input.figures);
		if (!figures.ok) return figures;
		const after = measured(renamed(before, input.named ?? {}), figures.value);
		const at = { versionId: version.id, revision: input.revision };
		return ok({
			write: (tx) => updateActivity(tx, at, after),
			action: 'activity.measure',
			entity: 'activity',
			entityKey: input.key,
			before,
			after,
		});
	});
}

function renamed(
	activity: Activity,
	{ name, unitOfMeasure, unitKey = activity.unitKey }: ActivityNamed,
): Activity {
	return {
		...activity,
		name: { ...activity.name, bg: name ?? activity.name.bg },
		unitOfMeasure: { ...activity.unitOfMeasure, bg: unitOfMeasure ?? activity.unitOfMeasure.bg },
		unitKey,
		postKey: unitKey === activity.unitKey ? activity.postKey : null,
	};
}

function worksOn(structure: Structure, functionKey: FunctionKey, unitKey: UnitKey): boolean {
	return structure.participations.some(
		(part) => part.functionKey === functionKey && part.unitKey === unitKey,
	);
}

export interface NewActivity {
	readonly functionKey: FunctionKey;
	/** The post that does it, when it is known. */
	readonly postKey: PostKey | null;
	readonly name: string;
	/** What is counted: „удостоверение“. */
	readonly unitOfMeasure: string;
	readonly figures: ActivityFigures;
}

/** Adds countable work to a function that the unit works on. Errors: `FiguresError`, `EditRefusal`. */
export function addActivity(
	ctx: Ctx,
	address: UnitAddress,
	input: NewActivity,
): Promise<Result<null, EditRefusal | FiguresError>> {
	return editWork(ctx, address, async ({ version, structure }) => {
		const works = worksOn(structure, input.functionKey, address.unitKey);
		const isOwnPost = structure.posts.some(
			(post) => post.key === input.postKey && post.unitKey === address.unitKey,
		);
		if (!works || (input.postKey !== null && !isOwnPost)) return err(DENIED);
		const figures = checkFigures(input.figures);
		if (!figures.ok) return figures;
		const activity = activityOf(ctx.newId() as ActivityKey, address, input, figures.value);
		return ok({
			write: async (tx) => {
				await insertActivity(
					tx,
					version.id,
					{ activity, sort: structure.activities.length + 1 },
					ctx.newId(),
				);
				return true;
			},
			action: 'activity.add',
			entity: 'activity',
			entityKey: activity.key,
			before: null,
			after: activity,
		});
	});
}

/** Takes an activity of a unit away, with its figures. */
export function removeActivity(
	ctx: Ctx,
	address: UnitAddress,
	input: { readonly key: ActivityKey; readonly revision: number },
): Promise<Result<null, EditRefusal>> {
	return editWork(ctx, address, async ({ version, structure }) => {
		const before = structure.activities.find(
			(item) => item.key === input.key && item.unitKey === address.unitKey,
		);
		if (!before) return err({ code: 'workload/stale' });
		return ok({
			write: (tx) => deleteActivity(tx, { versionId: version.id, ...input }),
			action: 'activity.remove',
			entity: 'activity',
			entityKey: input.key,
			before,
			after: null,
		});
	});
}

function activityOf(
	key: ActivityKey,
	address: UnitAddress,
	input: NewActivity,
	figures: CheckedFigures,
): Activity {
	const { functionKey, postKey } = input;
	const name = { bg: input.name, en: null };
	const unitOfMeasure = { bg: input.unitOfMeasure, en: null };
	return measured({ key, functionKey, unitKey: address.unitKey, postKey, name, unitOfMeasure }, figures);
}

type Named = Pick<Activity, 'key' | 'functionKey' | 'unitKey' | 'postKey' | 'name' | 'unitOfMeasure'>;

/** The activity with its new figures; the trail keeps it whole, so that it can be taken back. */
function measured(named: Named, figures: CheckedFigures): Activity {
	const three = figures.minutes;
	const { key, functionKey, unitKey, postKey, name, unitOfMeasure } = named;
	return {
		...{ key, functionKey, unitKey, postKey, name, unitOfMeasure },
		annualVolume: figures.annualVolume === null ? null : annualVolume(figures.annualVolume),
		...(figures.months && { months: figures.months.map(annualVolume) }),
		minutes: three && {
			low: minutes(three.low),
			usual: minutes(three.usual),
			high: minutes(three.high),
		},
		method: figures.method,
		dataYear: figures.dataYear,
		source: figures.source,
	};
}
