import { isId, parseIsoDate } from '../shared/index.ts';

/** Where a stored or sent value is not what it should be: the path to it, „parts.0.key“. */
export class DecodeError extends Error {
	readonly path: string;

	constructor(path: string) {
		super(`malformed value at ${path === '' ? 'the top' : path}`);
		this.path = path;
	}
}

/** Reads a value of one shape from JSON, or throws a {@link DecodeError} that names the place. */
export type Decoder<T> = (value: unknown, path: string) => T;

export const text: Decoder<string> = (value, path) => {
	if (typeof value !== 'string') throw new DecodeError(path);
	return value;
};

export const flag: Decoder<boolean> = (value, path) => {
	if (typeof value !== 'boolean') throw new DecodeError(path);
	return value;
};

export const amount: Decoder<number> = (value, path) => {
	if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) throw new DecodeError(path);
	return value;
};

/** A share of a whole, from 0 to 1. */
export const part: Decoder<number> = (value, path) => {
	const share = amount(value, path);
	if (share > 1) throw new DecodeError(path);
	return share;
};

export const wholeCents: Decoder<number> = (value, path) => {
	if (!Number.isSafeInteger(value) || (value as number) < 0) throw new DecodeError(path);
	return value as number;
};

/** Eight digits; whether the classification has such a group is asked when somebody enters them. */
export const occupationCode: Decoder<string> = (value, path) => {
	if (typeof value !== 'string' || !/^\d{8}$/u.test(value)) throw new DecodeError(path);
	return value;
};

export const id: Decoder<string> = (value, path) => {
	if (typeof value !== 'string' || !isId(value)) throw new DecodeError(path);
	return value;
};

export const day: Decoder<string> = (value, path) => {
	if (typeof value !== 'string' || parseIsoDate(value) === undefined) throw new DecodeError(path);
	return value;
};

/** Reads a code of a closed set. `DecodeError` at the path of anything else. */
export function oneOf<const Member extends string>(members: readonly Member[]): Decoder<Member> {
	return (value, path) => {
		const member = members.find((candidate) => candidate === value);
		if (member === undefined) throw new DecodeError(path);
		return member;
	};
}

/** Reads a value that may be absent: null and undefined are null. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
	return (value, path) => (value === null || value === undefined ? null : decoder(value, path));
}

/** Reads every item of a list. `DecodeError` at the path of the first that does not fit, or of what is no list. */
export function listOf<T>(decoder: Decoder<T>): Decoder<readonly T[]> {
	return (value, path) => {
		if (!Array.isArray(value)) throw new DecodeError(path);
		return value.map((item: unknown, at) => decoder(item, join(path, String(at))));
	};
}

type Fields = Readonly<Record<string, Decoder<unknown>>>;
type Decoded<Shape extends Fields> = { readonly [Name in keyof Shape]: ReturnType<Shape[Name]> };

/** A record with exactly these fields; what else is there is left out. */
export function record<Shape extends Fields>(shape: Shape): Decoder<Decoded<Shape>> {
	return (value, path) => {
		const source = object(value, path);
		const fields = Object.entries(shape).map(([name, decoder]) => [
			name,
			decoder(source[name], join(path, name)),
		]);
		return Object.fromEntries(fields) as Decoded<Shape>;
	};
}

/** A record in which every field may be absent; an absent one stays absent. */
export function partial<Shape extends Fields>(shape: Shape): Decoder<Partial<Decoded<Shape>>> {
	return (value, path) => {
		const source = object(value, path);
		const fields = Object.entries(shape)
			.filter(([name]) => source[name] !== undefined)
			.map(([name, decoder]) => [name, decoder(source[name], join(path, name))]);
		return Object.fromEntries(fields) as Partial<Decoded<Shape>>;
	};
}

/** A record with the fields of two shapes. */
export function both<One extends object, Other extends object>(
	one: Decoder<One>,
	other: Decoder<Other>,
): Decoder<One & Other> {
	return (value, path) => ({ ...one(value, path), ...other(value, path) });
}

function object(value: unknown, path: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DecodeError(path);
	return value as Record<string, unknown>;
}

function join(path: string, name: string): string {
	return path === '' ? name : `${path}.${name}`;
}
