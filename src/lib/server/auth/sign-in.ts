import { err, ok, type Result, type UserId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import { deleteLoginAttempts, findLoginAttempts, saveLoginAttempts } from '../queries/login-attempt.ts';
import { findCredentials } from '../queries/user.ts';
import { hashPassword, verifyPassword } from './password.ts';

export interface SignInInput {
	readonly username: string;
	readonly password: string;
	/** Address of the client, to slow down whoever tries many names. */
	readonly address: string;
}

export type SignInRefusal =
	| { readonly code: 'access/wrong-credentials' }
	| { readonly code: 'access/too-many-attempts'; readonly retryAt: string };

/** Failures that are free, for one name and for one address. */
const FREE_FAILURES = { name: 5, address: 30 } as const;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * The person behind a name and a password. After five wrong passwords for a name the next try has to wait,
 * twice as long each time; the answer never tells whether the name exists.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<Result<UserId, SignInRefusal>> {
	const keys = { name: `name:${input.username}`, address: `address:${input.address}` } as const;
	const retryAt = await blockedUntil(ctx, Object.values(keys));
	if (retryAt !== undefined) return err({ code: 'access/too-many-attempts', retryAt });
	const account = await findCredentials(ctx.db, input.username);
	const isRight = await verifyPassword(account?.passwordHash ?? (await decoyHash()), input.password);
	if (account && isRight) {
		await ctx.db.transaction().execute((tx) => deleteLoginAttempts(tx, keys.name));
		return ok(account.id);
	}
	await countFailure(ctx, keys.name, FREE_FAILURES.name);
	await countFailure(ctx, keys.address, FREE_FAILURES.address);
	return err({ code: 'access/wrong-credentials' });
}

async function blockedUntil(ctx: Ctx, keys: readonly string[]): Promise<string | undefined> {
	const found = await Promise.all(keys.map((key) => findLoginAttempts(ctx.db, key)));
	const until = found
		.map((attempts) => attempts?.blockedUntil ?? '')
		.sort()
		.at(-1);
	return until !== undefined && until > ctx.clock.now() ? until : undefined;
}

async function countFailure(ctx: Ctx, key: string, free: number): Promise<void> {
	await ctx.db.transaction().execute(async (tx) => {
		const failures = ((await findLoginAttempts(tx, key))?.failures ?? 0) + 1;
		const wait =
			failures < free ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - free), LONGEST_WAIT_SECONDS);
		const blockedUntil =
			wait === 0 ? null : new Date(Date.parse(ctx.clock.now()) + wait * 1000).toISOString();
		await saveLoginAttempts(tx, key, { failures, blockedUntil });
	});
}

let decoy: Promise<string> | undefined;

/** A hash to compare with when there is no such name, so that the answer takes as long. */
function decoyHash(): Promise<string> {
	decoy ??= hashPassword('no account has this password');
	return decoy;
}
