import { describe, expect, it } from 'vitest';
import {
	clusterOverlaps,
	computeDispersion,
	findOverlaps,
	findRoleConflicts,
	findStructureOverlaps,
	judgeOverlaps,
	textFingerprint,
	type StoredVerdict,
} from '#lib/domain/overlap/index.ts';
import { demoStructure } from '#tests/support/fixtures.ts';

const elena = demoStructure('elena');

describe('dispersion', () => {
	it('of 1,2 / 0,4 / 0,3 / 0,1 is 0,575 with 2,353 effective units (T11)', () => {
		const found = computeDispersion([1.2, 0.4, 0.3, 0.1]);
		expect(found?.concentration).toBeCloseTo(0.425, 10);
		expect(found?.dispersion).toBeCloseTo(0.575, 10);
		expect(found?.effectiveUnits).toBeCloseTo(2.353, 3);
	});

	it('of one unit is 0', () => {
		expect(computeDispersion([0.7])).toEqual({ concentration: 1, dispersion: 0, effectiveUnits: 1 });
	});

	it('of nothing measured is not a number but undefined', () => {
		expect(computeDispersion([])).toBeUndefined();
		expect(computeDispersion([0, 0])).toBeUndefined();
	});
});

describe('a text that names the whole municipality', () => {
	const labelOf = (...texts: readonly string[]) =>
		findOverlaps(texts.map((text, at) => ({ id: `s${at}`, unit: '', text }))).pairs.map(({ label }) => label);

	it('bounds nothing beside one that names no place', () => {
		expect(labelOf('Издава разрешения за строеж в община Попово', 'Издава разрешения за строеж')).toEqual([
			'duplication',
		]);
	});

	it('is other work than the same for one village, or in another municipality', () => {
		const text = 'Издава разрешения за строеж в';
		expect(labelOf(`${text} община Попово`, `${text} с. Светлен`)).toEqual(['related']);
		expect(labelOf(`${text} община Попово`, `${text} община Елена`)).toEqual(['related']);
	});
});

describe('a verdict', () => {
	const analysis = findStructureOverlaps([elena]);
	const pair = analysis.pairs[0]!;
	const verdict: StoredVerdict = {
		functionA: pair.b.functionKey,
		functionB: pair.a.functionKey,
		fingerprintA: pair.b.fingerprint,
		fingerprintB: pair.a.fingerprint,
		verdict: 'control',
		reason: 'едното звено проверява другото',
		decidedBy: 'u1',
		decidedAt: '2026-02-01T10:00:00.000Z',
	};

	it('closes the pair whose two texts it was given for, whichever stands first', () => {
		expect(judgeOverlaps([pair], [verdict])[0]?.verdict).toEqual(verdict);
	});

	it('comes back as history when a text has changed, and the pair is open again', () => {
		const changed = { ...pair, a: { ...pair.a, fingerprint: textFingerprint('нов текст') } };
		const [judged] = judgeOverlaps([changed], [verdict]);
		expect(judged?.verdict).toBeNull();
		expect(judged?.history).toEqual([verdict]);
	});

	it('is the newest one where there are several', () => {
		const later = { ...verdict, verdict: 'duplication' as const, decidedAt: '2026-03-01T10:00:00.000Z' };
		const [judged] = judgeOverlaps([pair], [verdict, later]);
		expect(judged?.verdict).toEqual(later);
		expect(judged?.history).toEqual([verdict]);
	});

	it('does not care for case, spaces and kinds of quotation marks', () => {
		expect(textFingerprint('Води  регистър „А“')).toBe(textFingerprint('води регистър "А"'));
		expect(textFingerprint('Води регистър')).not.toBe(textFingerprint('Водя регистър'));
	});
});

describe('the analysis of a structure', () => {
	const analysis = findStructureOverlaps([elena, demoStructure('lyaskovets')]);

	it('names the general clauses once and never pairs them', () => {
		const keys = new Set(analysis.generalClauses.map(({ functionKey }) => functionKey));
		expect(keys.size).toBeGreaterThan(5);
		expect(analysis.pairs.filter(({ a, b }) => keys.has(a.functionKey) && keys.has(b.functionKey))).toEqual(
			[],
		);
	});

	it('keeps pairs of two municipalities apart as twins', () => {
		expect(analysis.twins.length).toBeGreaterThan(20);
		expect(analysis.pairs.every(({ a, b }) => a.municipalityId === b.municipalityId)).toBe(true);
	});

	it('does not change the pairs of one municipality by much when another one is added', () => {
		const alone = new Set(
			findStructureOverlaps([elena])
				.pairs.filter(({ label }) => label === 'duplication')
				.map(({ key }) => key),
		);
		const together = analysis.pairs.filter(
			({ label, a }) => label === 'duplication' && a.municipalityId === elena.municipality.id,
		);
		expect(new Set(together.map(({ key }) => key))).toEqual(alone);
	});

	it('calls work for one village beside work for all a territorial split, never an overlap', () => {
		const split = analysis.pairs.filter(({ reasons }) => reasons.includes('territorial-split'));
		expect(split.every(({ label }) => label === 'related')).toBe(true);
	});

	it('joins pairs into clusters, the largest first', () => {
		const clusters = clusterOverlaps(analysis.pairs.filter(({ label }) => label === 'duplication'));
		const sizes = clusters.map(({ functions }) => functions.length);
		expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
	});

	it('warns of a unit that does and controls in one area', () => {
		for (const { doing, controlling } of findRoleConflicts(elena)) {
			expect(doing.length).toBeGreaterThan(0);
			expect(controlling.length).toBeGreaterThan(0);
		}
	});
});

describe('a slip of the pen', () => {
	it('in a rare word does not hide a duplication', () => {
		const texts = [
			'Издава разрешения за таксиметров превоз',
			'Издава разрешения за таксиметров превоз на пътници',
			'Контролира таксиметровите водачи по таксиметров превоз',
			'Издава разрешения за таскиметров превоз',
		];
		const { corpus, pairs } = findOverlaps(texts.map((text, at) => ({ id: `${at}`, unit: `${at}`, text })));
		expect([...corpus.slips]).toEqual([['таскиметров', 'таксиметров']]);
		expect(pairs.find(({ a, b }) => a === 0 && b === 3)?.label).toBe('duplication');
	});
});
