import { pipeline } from 'node:stream';
import { Readable, Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { BOMB_FROM, BOMB_RATIO, MOST_PARTS, MOST_UNPACKED, UnreadableFile } from './limits.ts';

interface Part {
	readonly name: string;
	readonly method: number;
	readonly packed: Buffer;
}

/** The parts of a package (xlsx, docx) by name; what was unpacked is counted over all of them. */
export interface Package {
	readonly names: readonly string[];
	/** Unpacks a part piece by piece; undefined when there is none of that name. */
	open(name: string): Readable | undefined;
	/** Packed size of a part, for telling the progress. */
	size(name: string): number;
}

/**
 * Opens a zip package from its central directory, which must be whole: cut-off, split, encrypted and zip64 packages,
 * doubled names and too many parts are refused before anything is unpacked. Declared sizes are not trusted: every part
 * is unpacked under a limit of its own and one for all.
 */
export function openPackage(bytes: Buffer): Package {
	const parts = new Map(readDirectory(bytes).map((part) => [part.name, part]));
	let unpacked = 0;
	return {
		names: [...parts.keys()],
		size: (name) => parts.get(name)?.packed.length ?? 0,
		open: (name) => {
			const part = parts.get(name);
			return part && unpack(part, (more) => (unpacked += more));
		},
	};
}

function unpack(part: Part, count: (more: number) => number): Readable {
	const source = Readable.from([part.packed]);
	let own = 0;
	const guard = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			own += chunk.length;
			const isBomb = own > BOMB_FROM && own > part.packed.length * BOMB_RATIO;
			if (isBomb || count(chunk.length) > MOST_UNPACKED) done(new UnreadableFile('file/bomb'));
			else done(null, chunk);
		},
	});
	// A broken stream destroys the guard with its fault, and whoever reads the guard hears it.
	const ignore = () => undefined;
	return part.method === 0
		? pipeline(source, guard, ignore)
		: pipeline(source, createInflateRaw(), guard, ignore);
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function readDirectory(bytes: Buffer): readonly Part[] {
	const end = findEnd(bytes);
	const count = bytes.readUInt16LE(end + 10);
	let at = bytes.readUInt32LE(end + 16);
	if (count === 0xffff || at === 0xffffffff || at > end) throw damaged();
	if (count > MOST_PARTS) throw new UnreadableFile('file/bomb');
	const parts: Part[] = [];
	const seen = new Set<string>();
	for (let number = 0; number < count; number++) {
		if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged();
		const { part, next } = readEntry(bytes, at);
		if (seen.has(part.name)) throw damaged();
		seen.add(part.name);
		parts.push(part);
		at = next;
	}
	return parts;
}

function readEntry(bytes: Buffer, at: number): { readonly part: Part; readonly next: number } {
	const flags = bytes.readUInt16LE(at + 8);
	const method = bytes.readUInt16LE(at + 10);
	const size = bytes.readUInt32LE(at + 20);
	const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
	const local = bytes.readUInt32LE(at + 42);
	if ((flags & 1) !== 0) throw new UnreadableFile('file/encrypted');
	if ((method !== 0 && method !== 8) || size === 0xffffffff) throw damaged();
	if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL_SIGNATURE) throw damaged();
	const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
	if (start + size > bytes.length) throw damaged();
	const next = at + 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
	const label = bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)).replaceAll('\\', '/');
	return { part: { name: label, method, packed: bytes.subarray(start, start + size) }, next };
}

function findEnd(bytes: Buffer): number {
	const lowest = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
	for (let at = bytes.length - END_LENGTH; at >= lowest; at--)
		if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
	throw damaged();
}

function damaged(): UnreadableFile {
	return new UnreadableFile('file/damaged');
}
