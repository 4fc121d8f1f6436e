/**
 * Work that can be put down after every row and taken up again, so that whoever drives it may let others in between,
 * show how far it came, or stop. Every `yield` is one row done.
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Takes rows one after the other, a step each. */
export function* eachRow<Row, Taken>(rows: readonly Row[], take: (row: Row) => Taken): Steps<Taken[]> {
	const taken: Taken[] = [];
	for (const row of rows) {
		taken.push(take(row));
		yield;
	}
	return taken;
}

/** Does all steps at once. */
export function allSteps<Result>(steps: Steps<Result>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
