import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Db } from '../db/index.ts';

/**
 * Lucia's store on Kysely. Session ids are hashed at rest: whoever reads the database
 * cannot take over a session.
 */
export function sessionAdapter(db: Db): Adapter {
	return {
		getSessionAndUser: async (sessionId) => {
			const row = await db
				.selectFrom('session')
				.innerJoin('user', 'user.id', 'session.user_id')
				.select(['session.user_id', 'session.expires_at'])
				.where('session.id', '=', hashed(sessionId))
				.where('user.disabled_at', 'is', null)
				.executeTakeFirst();
			if (!row) return [null, null];
			const user: DatabaseUser = { id: row.user_id, attributes: {} };
			return [toSession(sessionId, row), user];
		},
		getUserSessions: async (userId) => {
			const rows = await db.selectFrom('session').selectAll().where('user_id', '=', userId).execute();
			return rows.map((row) => toSession(row.id, row));
		},
		setSession: async (session) => {
			const row = {
				id: hashed(session.id),
				user_id: session.userId,
				expires_at: session.expiresAt.toISOString(),
			};
			await write(db, (tx) => tx.insertInto('session').values(row).execute());
		},
		updateSessionExpiration: (sessionId, expiresAt) =>
			write(db, (tx) =>
				tx
					.updateTable('session')
					.set({ expires_at: expiresAt.toISOString() })
					.where('id', '=', hashed(sessionId))
					.execute(),
			),
		deleteSession: (sessionId) =>
			write(db, (tx) => tx.deleteFrom('session').where('id', '=', hashed(sessionId)).execute()),
		deleteUserSessions: (userId) =>
			write(db, (tx) => tx.deleteFrom('session').where('user_id', '=', userId).execute()),
		deleteExpiredSessions: () =>
			write(db, (tx) =>
				tx.deleteFrom('session').where('expires_at', '<=', new Date().toISOString()).execute(),
			),
	};
}

async function write(db: Db, change: Parameters<ReturnType<Db['transaction']>['execute']>[0]): Promise<void> {
	await db.transaction().execute(change);
}

function toSession(id: string, row: { user_id: string; expires_at: string }): DatabaseSession {
	return { id, userId: row.user_id, expiresAt: new Date(row.expires_at), attributes: {} };
}

function hashed(sessionId: string): string {
	return createHash('sha256').update(sessionId).digest('hex');
}
