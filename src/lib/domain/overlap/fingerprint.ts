import { foldText } from '../shared/index.ts';

/**
 * Fingerprint of a statement as people read it: case, spaces and kinds of quotation marks do not matter. Two
 * 32-bit mixes joined to 16 hexadecimal figures; a verdict belongs to the fingerprints of its two texts.
 */
export function textFingerprint(text: string): string {
	const folded = foldText(text);
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let at = 0; at < folded.length; at++) {
		const code = folded.charCodeAt(at);
		high = Math.imul(high ^ code, 2_654_435_761);
		low = Math.imul(low ^ code, 1_597_334_677);
	}
	high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
	low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
	return hex(high) + hex(low);
}

function hex(value: number): string {
	return (value >>> 0).toString(16).padStart(8, '0');
}
