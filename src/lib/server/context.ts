import { randomBytes } from 'node:crypto';
import type { Action, Actor } from '#lib/domain/access/index.ts';
import { can } from '#lib/domain/access/index.ts';
import type { IsoDate, MunicipalityId, Result, UnitKey } from '#lib/domain/shared/index.ts';
import { err, isoDate, ok } from '#lib/domain/shared/index.ts';
import type { Db, Tx } from './db/index.ts';

/** What every service gets: the store, who asks, and the hidden inputs made visible. */
export interface Ctx {
	readonly db: Db;
	/** Undefined when nobody signed in. */
	readonly actor: Actor | undefined;
	readonly clock: Clock;
	readonly newId: () => string;
}

export interface Clock {
	/** Now, as an ISO time in UTC. */
	now(): string;
	/** The day in the municipality (Europe/Sofia). */
	today(): IsoDate;
}

/** The same context reading inside a transaction, so that what is written was computed from what is there. */
export function within(ctx: Ctx, tx: Tx): Ctx {
	return { ...ctx, db: tx };
}

/**
 * Work that reads, decides and writes in one transaction: what is decided rests on what is there, and of two people at
 * once the second one meets what the first one left. Nothing of `ctx` itself is asked inside, which would wait for ever.
 */
export function transact<T>(ctx: Ctx, work: (inside: Ctx, tx: Tx) => Promise<T>): Promise<T> {
	return ctx.db.transaction().execute((tx) => work(within(ctx, tx), tx));
}

/** A stranger cannot tell what is missing from what is not theirs. */
export type Denied = { readonly code: 'access/not-found' };
export const DENIED: Denied = { code: 'access/not-found' };

/** An actor who may see the municipality but not do this there is told so. */
export type Forbidden = { readonly code: 'access/forbidden' };

export type Refused = Denied | Forbidden;

/**
 * The actor, when the action is allowed on the municipality. Otherwise „not found“ for whoever may not even
 * read the municipality, and „forbidden“ for the others.
 */
export function authorise(
	ctx: Ctx,
	action: Action,
	subject: { readonly municipalityId: MunicipalityId; readonly unitKey?: UnitKey },
): Result<Actor, Refused> {
	if (!ctx.actor || !can(ctx.actor, 'municipality.read', subject)) return err(DENIED);
	return can(ctx.actor, action, subject) ? ok(ctx.actor) : err({ code: 'access/forbidden' });
}

/** The actor, when it may look after the installation; for everybody else there is no such page. */
export function authoriseInstallation(ctx: Ctx): Result<Actor, Denied> {
	return ctx.actor && can(ctx.actor, 'installation.manage', null) ? ok(ctx.actor) : err(DENIED);
}

export const systemClock: Clock = {
	now: () => new Date().toISOString(),
	today: () => dayOfMoment(new Date().toISOString()),
};

/** The day of a moment (ISO, UTC) in the municipality: „2026-06-30T21:30:00.000Z“ → „2026-07-01“. */
export function dayOfMoment(moment: string): IsoDate {
	return isoDate(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia' }).format(new Date(moment)));
}

/** The moment (ISO, UTC) at which a day begins in the municipality: „2026-07-01“ → „2026-06-30T21:00:00.000Z“. */
export function dayStart(day: IsoDate): string {
	const guess = Date.parse(`${day}T00:00:00Z`);
	// Clocks change at three or four in the morning, so the offset of the evening before still holds at midnight.
	const wall = new Intl.DateTimeFormat('sv-SE', {
		timeZone: 'Europe/Sofia',
		dateStyle: 'short',
		timeStyle: 'medium',
	}).format(guess - 4 * HOUR_MS);
	const offset = Date.parse(`${wall.replace(' ', 'T')}Z`) - (guess - 4 * HOUR_MS);
	return new Date(guess - offset).toISOString();
}

const HOUR_MS = 3_600_000;

/** 120 random bits in lower-case hexadecimal. */
export function randomId(): string {
	return randomBytes(15).toString('hex');
}
