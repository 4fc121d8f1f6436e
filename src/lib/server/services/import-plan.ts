import {
	planImportSteps,
	type ImportContext,
	type ImportPlan,
	type ImportSheet,
	type SheetKind,
	type Steps,
} from '#lib/domain/imports/index.ts';
import type { Db } from '../db/index.ts';

/** What becomes of a plan that is being worked out; null when somebody stopped it or it took too long. */
interface PlanJob {
	readonly finished: Promise<ImportPlan | null>;
	/** Part of the rows that were taken, 0–1. */
	progress(): number;
	cancel(): void;
}

/** So long other requests wait behind one stretch of planning. */
const STRETCH_MS = 12;
/** A plan that needs longer is given up: then the table is not what it seems. */
const LONGEST_MS = 60_000;
/** Every row is read, classified, made a record and taken. */
const STEPS_A_ROW = 3;

const jobs = new WeakMap<Db, Map<string, PlanJob>>();

/** Begins to work out the plan of an import, or joins whoever did; other requests are answered in between. */
export function planJob(
	db: Db,
	id: string,
	input: {
		readonly mark: string;
		readonly sheets: readonly ImportSheet[];
		readonly context: ImportContext;
		readonly allowed: ReadonlySet<SheetKind>;
	},
): PlanJob {
	const running = jobsOf(db);
	const key = `${id}|${input.mark}`;
	const known = running.get(key);
	if (known) return known;
	const rows = input.sheets.reduce(
		(sum, { grid, choices }) => sum + (choices.kind ? grid.rows.length : 0),
		0,
	);
	const job = drive(planImportSteps(input.sheets, input.context, input.allowed), rows * STEPS_A_ROW);
	running.set(key, job);
	const leave = () => running.delete(key);
	job.finished.then(leave, leave);
	return job;
}

/** The plan of an import that is being worked out now. */
export function runningPlan(db: Db, id: string): PlanJob | undefined {
	return [...jobsOf(db)].find(([key]) => key.startsWith(`${id}|`))?.[1];
}

function drive(steps: Steps<ImportPlan>, expected: number): PlanJob {
	let done = 0;
	let isCancelled = false;
	const run = async (): Promise<ImportPlan | null> => {
		const began = performance.now();
		let stretch = began;
		while (!isCancelled) {
			const step = steps.next();
			if (step.done) return step.value;
			done++;
			const now = performance.now();
			if (now - stretch < STRETCH_MS) continue;
			if (now - began > LONGEST_MS) return null;
			await new Promise<void>((resolve) => setImmediate(resolve));
			stretch = performance.now();
		}
		return null;
	};
	return {
		finished: run(),
		progress: () => (expected === 0 ? 0 : Math.min(1, done / expected)),
		cancel: () => {
			isCancelled = true;
		},
	};
}

function jobsOf(db: Db): Map<string, PlanJob> {
	const known = jobs.get(db);
	if (known) return known;
	const made = new Map<string, PlanJob>();
	jobs.set(db, made);
	return made;
}
