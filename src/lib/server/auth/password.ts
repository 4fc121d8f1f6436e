import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** argon2id with the parameters that OWASP names as the minimum: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;
const SALT_BYTES = 16;

export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 200;

/** The hash of a password as a PHC string, with its own random salt. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const tag = await derive(password, salt, { memory: MEMORY_KIB, passes: PASSES, parallelism: LANES });
	return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(tag)}`;
}

/** True when the password is the hashed one. A hash in another form is false, never a fault. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
	const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
	if (!match?.[4] || !match[5]) return false;
	const costs = { memory: Number(match[1]), passes: Number(match[2]), parallelism: Number(match[3]) };
	const expected = Buffer.from(match[5], 'base64');
	const actual = await derive(password, Buffer.from(match[4], 'base64'), costs);
	return actual.length === expected.length && timingSafeEqual(actual, expected);
}

interface Costs {
	readonly memory: number;
	readonly passes: number;
	readonly parallelism: number;
}

function derive(password: string, nonce: Buffer, costs: Costs): Promise<Buffer> {
	const options = { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: TAG_BYTES, ...costs };
	return new Promise((resolve, reject) => {
		argon2('argon2id', options, (error, tag) => {
			if (error) reject(error);
			else resolve(tag);
		});
	});
}

function base64(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}
