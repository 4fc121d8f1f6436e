import { Lucia, TimeSpan, type Cookie } from 'lucia';
import type { Actor } from '#lib/domain/access/index.ts';
import type { UserId } from '#lib/domain/shared/index.ts';
import type { Db } from '../db/index.ts';
import { findActor } from '../queries/user.ts';
import { sessionAdapter } from './adapter.ts';

export interface SessionState {
	readonly actor: Actor | undefined;
	/** To be set on the answer when the session was renewed or has ended. */
	readonly cookie: Cookie | undefined;
}

export interface Sessions {
	readonly cookieName: string;
	/** Who holds this session now. */
	read(sessionId: string | undefined): Promise<SessionState>;
	start(userId: UserId): Promise<Cookie>;
	end(sessionId: string): Promise<Cookie>;
	endAll(userId: UserId): Promise<void>;
}

const LIFETIME = new TimeSpan(12, 'h');

/** Sessions behind one interface, so that the library underneath can be changed in this folder alone. */
export function createSessions(db: Db, { isSecure }: { readonly isSecure: boolean }): Sessions {
	const lucia = new Lucia(sessionAdapter(db), {
		sessionExpiresIn: LIFETIME,
		sessionCookie: { name: 'ustroy_session', attributes: { secure: isSecure, sameSite: 'lax' } },
	});
	return {
		cookieName: lucia.sessionCookieName,
		read: (sessionId) => readSession(lucia, db, sessionId),
		start: async (userId) => lucia.createSessionCookie((await lucia.createSession(userId, {})).id),
		end: async (sessionId) => {
			await lucia.invalidateSession(sessionId);
			return lucia.createBlankSessionCookie();
		},
		endAll: (userId) => lucia.invalidateUserSessions(userId),
	};
}

async function readSession(lucia: Lucia, db: Db, sessionId: string | undefined): Promise<SessionState> {
	if (!sessionId) return { actor: undefined, cookie: undefined };
	const { session, user } = await lucia.validateSession(sessionId);
	if (!session) return { actor: undefined, cookie: lucia.createBlankSessionCookie() };
	const actor = await findActor(db, user.id as UserId);
	return { actor, cookie: session.fresh ? lucia.createSessionCookie(sessionId) : undefined };
}
