import { expect, it } from 'vitest';
import { peerText, type FunctionRow } from '#lib/components/workload/unit-methods.ts';
import { share } from '#lib/domain/shared/index.ts';
import { certain, compareWithPeers, mapEstimate } from '#lib/domain/workload/index.ts';

const size = (inhabitants: number) => ({ inhabitants, settlements: null, services: null });

function row(part: number): FunctionRow {
	const peers = compareWithPeers({
		...{ own: size(13_949), base: 'inhabitants', minimum: 1 },
		peers: [
			{
				...{ slug: 'elena', municipality: { bg: 'Община Елена', en: null }, functionKey: 'x' },
				...{ text: { bg: 'x', en: null }, fte: certain(0.3), basis: 'volume', years: [2024] },
				amounts: size(10_497),
			},
		],
	});
	if (peers.kind !== 'compared') throw new Error('one peer is enough');
	return {
		...{ key: 'f', text: { bg: 'f', en: null }, weight: 1, part: share(part), peers },
		...{ volume: null, survey: null, isDoubtful: false, posts: [] },
		comparison: mapEstimate(peers.fte, (value) => value * part),
	};
}

it('a comparison is written with every number that it is worked out from', () => {
	// 0,3 ÷ 10 497 × 13 949 = 0,39866
	expect(peerText(row(1)).replaceAll(/\s/gu, ' ')).toBe(
		'Община Елена: 0,3 бр. (обем × норма, 2024) ÷ 10 497 × 13 949 = 0,399',
	);
});

it('the part of a unit is written after what it is a part of', () => {
	// 0,39866 ÷ 3 = 0,13289
	expect(peerText(row(1 / 3)).replaceAll(/\s/gu, ' ')).toBe(
		'Община Елена: 0,3 бр. (обем × норма, 2024) ÷ 10 497 × 13 949 = 0,399. Дял на звеното: 0,399 × 33,3 % = 0,133.',
	);
});
