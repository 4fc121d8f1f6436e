import { aWorkbook } from './awkward.ts';
import { sheetXml, workbookParts } from './packages.ts';

/** A small staffing table that is read without any problem. */
export function aGoodWorkbook(): Promise<Buffer> {
	return aWorkbook({
		rows: [
			['Звено', 'Длъжност', 'Бр.'],
			['Звено dir', 'главен експерт', 2],
			['Звено prop', 'касиер', '½'],
		],
		merges: ['A2:A3'],
	});
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

const SHEET = sheetXml(
	Array.from(
		{ length: 12 },
		(_, at) =>
			`<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>Звено dir</t></is></c>` +
			`<c r="B${at + 1}" t="str"><v>главен експерт</v></c><c r="C${at + 1}"><v>${at / 2}</v></c></row>`,
	).join(''),
);
const TOKENS = [
	'<row',
	'</row>',
	'<c ',
	'<v>',
	'&#x0;',
	'&lt;',
	'r="A1"',
	'r="XFD1048576"',
	't="s"',
	's="99999"',
	'1e999',
	'\u0000',
	']]>',
	'<!DOCTYPE a>',
	'<mergeCell ref="A1:XFD1048576"/>',
	'-1',
	'"',
];

/** Breaks a file in one of the ways in which files break, or are broken. */
export function damage(good: Buffer, random: (below: number) => number): Buffer {
	const bytes = Buffer.from(good);
	switch (random(5)) {
		case 0:
			return bytes.subarray(0, random(bytes.length));
		case 1: {
			for (let times = random(40) + 1; times > 0; times--) bytes[random(bytes.length)] = random(256);
			return bytes;
		}
		case 2: {
			const at = random(bytes.length);
			return Buffer.concat([
				bytes.subarray(0, at),
				Buffer.alloc(random(200), random(256)),
				bytes.subarray(at),
			]);
		}
		case 3: {
			const at = random(bytes.length);
			return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + random(300)))]);
		}
		default: {
			let xml = SHEET;
			for (let times = random(6) + 1; times > 0; times--) {
				const at = random(xml.length);
				xml = xml.slice(0, at) + (TOKENS[random(TOKENS.length)] ?? '') + xml.slice(at + random(20));
			}
			return workbookParts(xml);
		}
	}
}
