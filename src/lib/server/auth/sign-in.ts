import { err, ok, type Result, type UserId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deleteLoginAttempts,
	findLoginAttempts,
	saveLoginAttempts,
	type LoginAttempts,
} from '../queries/login-attempt.ts';
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

/** Failures that are free, for one name and for one address; many people may share an address. */
const FREE_FAILURES = { name: 5, address: 30 } as const;
const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;
/** Failures older than this are forgotten: a shared address must not stay blocked by a year of slips. */
const FORGOTTEN_AFTER_SECONDS = 60 * 60;

type Kind = keyof typeof FREE_FAILURES;

/**
 * The person behind a name and a password. After five wrong passwords for a name the next try has to wait,
 * twice as long each time; the answer never tells whether the name exists. A try is counted before its password
 * is looked at, so that guesses sent at once are counted like guesses sent in turn.
 */
export async function signIn(ctx: Ctx, input: SignInInput): Promise<Result<UserId, SignInRefusal>> {
	const keys = { name: `name:${input.username}`, address: `address:${input.address}` } as const;
	const retryAt = await enter(ctx, keys);
	if (retryAt !== null) return err({ code: 'access/too-many-attempts', retryAt });
	const account = await findCredentials(ctx.db, input.username);
	const isRight = await verifyPassword(account?.passwordHash ?? (await decoyHash()), input.password);
	if (!account || !isRight) return err({ code: 'access/wrong-credentials' });
	const isStillRight = await forgive(ctx, keys, { username: input.username, ...account });
	return isStillRight ? ok(account.id) : err({ code: 'access/wrong-credentials' });
}

/** Counts a try for the name and the address, or answers until when they have to wait. */
async function enter(ctx: Ctx, keys: Readonly<Record<Kind, string>>): Promise<string | null> {
	return ctx.db.transaction().execute(async (tx) => {
		const now = ctx.clock.now();
		const [name, address] = [await attemptsOf(tx, keys.name, now), await attemptsOf(tx, keys.address, now)];
		const until = [name.blockedUntil, address.blockedUntil].filter((at) => at !== null && at > now);
		if (until.length > 0) return until.sort().at(-1) ?? null;
		await saveLoginAttempts(tx, keys.name, counted(name.failures + 1, FREE_FAILURES.name, now));
		await saveLoginAttempts(tx, keys.address, counted(address.failures + 1, FREE_FAILURES.address, now));
		return null;
	});
}

/**
 * A right password: the name starts afresh, and the address takes this one try back. False when the password was changed
 * while it was looked at, which takes long: then whoever was signed in under it has been signed out.
 */
async function forgive(
	ctx: Ctx,
	keys: Readonly<Record<Kind, string>>,
	{ username, passwordHash }: { readonly username: string; readonly passwordHash: string },
): Promise<boolean> {
	return ctx.db.transaction().execute(async (tx) => {
		if ((await findCredentials(tx, username))?.passwordHash !== passwordHash) return false;
		await deleteLoginAttempts(tx, keys.name);
		const { failures, lastAt } = await attemptsOf(tx, keys.address, ctx.clock.now());
		if (failures <= 1) await deleteLoginAttempts(tx, keys.address);
		else await saveLoginAttempts(tx, keys.address, { failures: failures - 1, blockedUntil: null, lastAt });
		return true;
	});
}

async function attemptsOf(tx: Tx, key: string, now: string): Promise<LoginAttempts> {
	const found = await findLoginAttempts(tx, key);
	if (found?.lastAt && later(found.lastAt, FORGOTTEN_AFTER_SECONDS) > now) return found;
	return { failures: 0, blockedUntil: null, lastAt: null };
}

function counted(failures: number, free: number, now: string): LoginAttempts {
	const seconds = FIRST_WAIT_SECONDS * 2 ** (failures - free);
	const blockedUntil = failures < free ? null : later(now, Math.min(seconds, LONGEST_WAIT_SECONDS));
	return { failures, blockedUntil, lastAt: now };
}

function later(at: string, seconds: number): string {
	return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

let decoy: Promise<string> | undefined;

/** A hash to compare with when there is no such name, so that the answer takes as long. */
function decoyHash(): Promise<string> {
	decoy ??= hashPassword('no account has this password');
	return decoy;
}
