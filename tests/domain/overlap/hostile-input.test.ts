import { describe, expect, it } from 'vitest';
import { findOverlaps, type OverlapStatement } from '#lib/domain/overlap/index.ts';

const of = (...texts: readonly string[]): readonly OverlapStatement[] =>
	texts.map((text, at) => ({ id: `s${at}`, unit: 'Звено', text }));
const labels = (statements: readonly OverlapStatement[]) =>
	findOverlaps(statements).pairs.map(({ a, b, label }) => [a, b, label]);

describe('odd input', () => {
	it('of nothing has no pairs', () => {
		expect(findOverlaps([]).pairs).toEqual([]);
	});

	it('of one statement has no pairs', () => {
		expect(findOverlaps(of('Издава разрешения за строеж')).pairs).toEqual([]);
	});

	it.each(['', ' ', '\u0000\u0007\u001b', '—', '…', '🙂🙂', '\u202e\u200b'])(
		'without a word (%j) is like nothing, not even itself',
		(text) => {
			expect(labels(of(text, text, 'Издава разрешения за строеж'))).toEqual([]);
		},
	);

	it.each(['строеж', 'и', '2024', 'ЗУТ', 'καλημέρα', '日本語', 'İstanbul', 'а̀'])(
		'of one word (%j) is the same as itself',
		(text) => {
			expect(labels(of(text, text))).toEqual([[0, 1, 'duplication']]);
		},
	);

	it('with control characters, emoji and soft hyphens between is the same statement', () => {
		const clean = 'Издава разрешения за строеж';
		expect(labels(of(clean, 'Издава\u0000 раз\u00adрешения\u0007 за 🏗️ строеж'))).toEqual([
			[0, 1, 'duplication'],
		]);
	});

	it('with Latin look-alikes is the same statement', () => {
		expect(labels(of('Води регистър на наемите', 'Boди peгистъp нa нaeмитe'))).toEqual([
			[0, 1, 'duplication'],
		]);
	});

	it('of ten thousand words is compared like any other', () => {
		const long = Array.from({ length: 10_000 }, (_, at) => `дума${at}`).join(' ');
		expect(labels(of(long, `${long} още`, 'Издава разрешения за строеж'))).toEqual([[0, 1, 'duplication']]);
	});

	it('with one id twice keeps both statements', () => {
		const twice = of('Издава разрешения за строеж', 'Издаване на разрешения за строеж').map((statement) => ({
			...statement,
			id: 'същият',
		}));
		expect(findOverlaps(twice).pairs).toHaveLength(1);
	});

	it('of a hundred thousand equal statements keeps ten of each and says so', () => {
		const many = Array.from({ length: 100_000 }, (_, at) => ({
			id: `s${String(at).padStart(6, '0')}`,
			unit: 'Звено',
			text: 'Издава разрешения за строеж',
		}));
		const { pairs, top } = findOverlaps(many);
		expect(top).toBe(10);
		expect(pairs.length).toBeLessThanOrEqual(100_000 * 10);
		expect(pairs.every(({ score }) => score === 1)).toBe(true);
	}, 60_000);
});
