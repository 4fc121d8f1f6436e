import type { StructureOverlap } from './structure-overlaps.ts';

export const OVERLAP_VERDICTS = [
	'duplication',
	'control',
	'coordination',
	'territorial',
	'not-overlap',
] as const;
/** истинско дублиране, контрол, координация, териториално, не е припокриване */
export type OverlapVerdict = (typeof OVERLAP_VERDICTS)[number];

/** What a person decided about a pair, and about which wording. */
export interface StoredVerdict {
	readonly functionA: string;
	readonly functionB: string;
	readonly fingerprintA: string;
	readonly fingerprintB: string;
	readonly verdict: OverlapVerdict;
	readonly reason: string;
	readonly decidedBy: string;
	/** ISO time. */
	readonly decidedAt: string;
}

/** Reasons given before for each verdict, newest first, each once. */
export type RecentReasons = Readonly<Partial<Record<OverlapVerdict, readonly string[]>>>;

/** At most `limit` reasons for a verdict, so that a reviewer who meets the same case again need not write it again. */
export function listRecentReasons(judged: readonly JudgedOverlap[], limit: number): RecentReasons {
	const given = judged
		.flatMap(({ verdict }) => (verdict ? [verdict] : []))
		.sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
	const reasons = Map.groupBy(given, ({ verdict }) => verdict);
	return Object.fromEntries(
		[...reasons].map(([verdict, own]) => [
			verdict,
			[...new Set(own.map(({ reason }) => reason))].slice(0, limit),
		]),
	);
}

export interface JudgedOverlap {
	readonly overlap: StructureOverlap;
	/** The verdict on exactly these two texts; null while the pair is open. */
	readonly verdict: StoredVerdict | null;
	/** Verdicts on earlier wordings of the pair, newest first. */
	readonly history: readonly StoredVerdict[];
}

/**
 * Joins pairs and verdicts. A verdict belongs to the texts: the newest one with the fingerprints of today closes the
 * pair, one about other wording comes back as history and leaves the pair open.
 */
export function judgeOverlaps(
	overlaps: readonly StructureOverlap[],
	verdicts: readonly StoredVerdict[],
): readonly JudgedOverlap[] {
	const byPair = Map.groupBy(verdicts, ({ functionA, functionB }) => pairKey(functionA, functionB));
	return overlaps.map((overlap) => {
		const found = [...(byPair.get(pairKey(overlap.a.functionKey, overlap.b.functionKey)) ?? [])].sort(
			(x, y) => (y.decidedAt < x.decidedAt ? -1 : Number(y.decidedAt > x.decidedAt)),
		);
		const verdict = found.find((stored) => isAbout(stored, overlap)) ?? null;
		return { overlap, verdict, history: found.filter((stored) => stored !== verdict) };
	});
}

/** True while nobody has decided about these two texts. */
export function isOpen({ verdict }: JudgedOverlap): boolean {
	return verdict === null;
}

function isAbout(stored: StoredVerdict, { a, b }: StructureOverlap): boolean {
	const isSwapped = stored.functionA !== a.functionKey;
	const [first, second] = isSwapped ? [b, a] : [a, b];
	return stored.fingerprintA === first.fingerprint && stored.fingerprintB === second.fingerprint;
}

function pairKey(a: string, b: string): string {
	return a < b ? `${a} ${b}` : `${b} ${a}`;
}
