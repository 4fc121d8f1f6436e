import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL = 'PK\x03\x04';
const ENTRY = 'PK\x01\x02\x14\x00';
const END = 'PK\x05\x06';

/** A zip package from its parts, in their order and without moments, so that equal parts give equal bytes. */
export function packParts(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const [name, content] of Object.entries(parts)) {
		const bytes = Buffer.from(content);
		const packed = deflateRawSync(bytes);
		const label = Buffer.from(name);
		const head = headOf({ bytes, packed, label });
		const local = Buffer.concat([Buffer.from(LOCAL, 'latin1'), head, label, packed]);
		const place = Buffer.alloc(14);
		place.writeUInt32LE(offset, 10);
		entries.push(Buffer.concat([Buffer.from(ENTRY, 'latin1'), head, place, label]));
		locals.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, directory, Buffer.from(END, 'latin1'), end]);
}

interface Part {
	readonly bytes: Buffer;
	readonly packed: Buffer;
	readonly label: Buffer;
}

/** What stands before a part and again in the directory: method, checksum and sizes. */
function headOf({ bytes, packed, label }: Part): Buffer {
	const head = Buffer.alloc(26);
	head.writeUInt16LE(20, 0);
	head.writeUInt16LE(8, 4);
	head.writeUInt32LE(crc32(bytes), 10);
	head.writeUInt32LE(packed.length, 14);
	head.writeUInt32LE(bytes.length, 18);
	head.writeUInt16LE(label.length, 22);
	return head;
}
