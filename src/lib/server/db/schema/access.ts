import type { Generated } from 'kysely';

/** Users, memberships, sessions. Row types as stored; they never leave `db` and `queries`. */
export interface UserTable {
	id: string;
	username: string;
	name: string;
	password_hash: string;
	is_administrator: Generated<0 | 1>;
	is_demo: Generated<0 | 1>;
	disabled_at: string | null;
	created_at: string;
}

export interface MembershipTable {
	user_id: string;
	municipality_id: string;
	role: 'consultant' | 'hr' | 'unit-head' | 'chair' | 'councillor' | 'viewer';
	unit_key: string | null;
}

export interface SessionTable {
	id: string;
	user_id: string;
	expires_at: string;
}

export interface LoginAttemptTable {
	key: string;
	failures: number;
	blocked_until: string | null;
	last_at: string | null;
}
