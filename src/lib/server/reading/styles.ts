import { readXml } from './xml.ts';
import type { Package } from './zip.ts';

/** What the format of a number says about its meaning; `zeros` is the least number of digits („00000“ → 5). */
export type NumberStyle =
	| { readonly kind: 'date' }
	| { readonly kind: 'zeros'; readonly digits: number }
	| { readonly kind: 'plain' };

const PLAIN: NumberStyle = { kind: 'plain' };

/** Meaning of each cell style by its number. */
export async function readStyles(zip: Package): Promise<readonly NumberStyle[]> {
	const stream = zip.open('xl/styles.xml');
	if (!stream) return [];
	const formats = new Map<number, string>();
	const styles: NumberStyle[] = [];
	let isInCellStyles = false;
	await readXml(stream, {
		open: (element, attribute) => {
			if (element === 'cellXfs') isInCellStyles = true;
			if (element === 'numFmt') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
			if (element !== 'xf' || !isInCellStyles || styles.length >= MOST_STYLES) return;
			styles.push(meaningOf(Number(attribute('numFmtId') ?? 0), formats));
		},
		close: (element) => {
			if (element === 'cellXfs') isInCellStyles = false;
		},
	});
	return styles;
}

const MOST_STYLES = 70_000;

function meaningOf(id: number, formats: ReadonlyMap<number, string>): NumberStyle {
	if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return { kind: 'date' };
	const code = (formats.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
	if (/[dy]/i.test(code) || (/m/i.test(code) && !/[h0#s]/i.test(code))) return { kind: 'date' };
	const zeros = /^0{2,}$/.exec(code)?.[0];
	return zeros === undefined ? PLAIN : { kind: 'zeros', digits: zeros.length };
}

const DAY_MS = 86_400_000;

/** The day of a serial number of a sheet, as Bulgarian tables write it, `DD.MM.YYYY`; undefined outside the years that a sheet can mean. */
export function serialDay(serial: number, isFrom1904: boolean): string | undefined {
	const days = Math.floor(serial) + (isFrom1904 ? 1462 : 0);
	if (!(days >= 1 && days < 110_000)) return undefined;
	// Day 60 of the 1900 calendar is a 29 February that never was.
	const start = Date.UTC(1899, 11, days < 60 ? 31 : 30);
	const [year, month, day] = new Date(start + days * DAY_MS).toISOString().slice(0, 10).split('-');
	return `${day}.${month}.${year}`;
}
