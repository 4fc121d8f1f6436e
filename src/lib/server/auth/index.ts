import type { Cookie } from 'lucia';
import type { UserId } from '#lib/domain/shared/index.ts';
import { getApp } from '../app.ts';

export * from './password.ts';
export * from './sign-in.ts';

/** The cookie of a new session. */
export async function startSession(userId: UserId): Promise<Cookie> {
	return (await getApp()).sessions.start(userId);
}

/** Ends a session; the cookie to set in its place. */
export async function endSession(sessionId: string | undefined): Promise<Cookie | undefined> {
	return sessionId === undefined ? undefined : (await getApp()).sessions.end(sessionId);
}

/** Ends every session of a person, for example after a change of password. */
export async function endAllSessions(userId: UserId): Promise<void> {
	await (await getApp()).sessions.endAll(userId);
}
