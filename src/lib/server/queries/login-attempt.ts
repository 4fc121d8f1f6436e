import type { Reader, Tx } from '../db/index.ts';

export interface LoginAttempts {
	readonly failures: number;
	readonly blockedUntil: string | null;
	/** When it was last tried; `null` for what was counted before that was kept. */
	readonly lastAt: string | null;
}

export async function findLoginAttempts(db: Reader, key: string): Promise<LoginAttempts | undefined> {
	const row = await db.selectFrom('login_attempt').selectAll().where('key', '=', key).executeTakeFirst();
	return row && { failures: row.failures, blockedUntil: row.blocked_until, lastAt: row.last_at };
}

export async function saveLoginAttempts(tx: Tx, key: string, attempts: LoginAttempts): Promise<void> {
	const row = {
		failures: attempts.failures,
		blocked_until: attempts.blockedUntil,
		last_at: attempts.lastAt,
	};
	await tx
		.insertInto('login_attempt')
		.values({ key, ...row })
		.onConflict((conflict) => conflict.column('key').doUpdateSet(row))
		.execute();
}

export async function deleteLoginAttempts(tx: Tx, key: string): Promise<void> {
	await tx.deleteFrom('login_attempt').where('key', '=', key).execute();
}
