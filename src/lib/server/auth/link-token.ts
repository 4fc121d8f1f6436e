import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A personal link that cannot be guessed: what the person gets, and what is stored. */
export interface LinkToken {
	/** Shown once, kept nowhere. */
	readonly token: string;
	readonly hash: string;
}

/** A new token of 256 random bits. */
export function makeLinkToken(): LinkToken {
	const token = randomBytes(TOKEN_BYTES).toString('base64url');
	return { token, hash: digest(token) };
}

/** The stored form of a token; undefined for a text that no link of ours has. */
export function hashOfLinkToken(token: string): string | undefined {
	return SHAPE.test(token) ? digest(token) : undefined;
}

function digest(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
