import type { Ctx } from '#lib/server/context.ts';

/**
 * The same person, a moment too late: `others` happens just before the first transaction of whatever is asked with it
 * begins, or before a later one (`before`, from 1). What was read before that transaction is out of date by then, so a
 * service may only decide inside it.
 */
export function lateBy(ctx: Ctx, others: () => Promise<unknown>, before = 1): Ctx {
	let begunSoFar = 0;
	const transaction: Ctx['db']['transaction'] = () => {
		const begun = ctx.db.transaction();
		const execute: typeof begun.execute = async (work) => {
			begunSoFar += 1;
			if (begunSoFar === before) await others();
			return begun.execute(work);
		};
		return new Proxy(begun, { get: (target, name) => (name === 'execute' ? execute : bound(target, name)) });
	};
	const db = new Proxy(ctx.db, {
		get: (target, name) => (name === 'transaction' ? transaction : bound(target, name)),
	});
	return { ...ctx, db };
}

/** Methods of the library know their private fields only on the thing itself. */
function bound(target: object, name: string | symbol): unknown {
	const value: unknown = Reflect.get(target, name, target);
	return typeof value === 'function' ? value.bind(target) : value;
}
