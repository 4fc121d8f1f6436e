import { zipSync, type Zippable } from 'fflate';

/** The first moment that a zip package can hold: parts say nothing of when they were written. */
const NO_MOMENT = '1980-01-01T00:00:00';

/** A zip package from its parts, in their order and without moments, so that equal parts give equal bytes. */
export function packParts(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
	const entries = Object.entries(parts).map(([name, content]) => [
		name,
		new Uint8Array(Buffer.from(content)),
	]);
	return Buffer.from(zipSync(Object.fromEntries(entries) as Zippable, { mtime: NO_MOMENT }));
}
