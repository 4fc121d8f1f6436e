import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { chartUnits, type ChartUnit } from '#lib/charts/org-chart.ts';
import OrgChart from '#lib/components/charts/OrgChart.svelte';
import type { OrgUnit } from '#lib/domain/org/index.ts';
import { asId, type UnitKey } from '#lib/domain/shared/index.ts';

const ORIGIN = { verification: 'verified', source: 'решение', asOf: '2024' } as const;

function orgUnit(key: string, parentKey: string | null, name: string, sort: number): OrgUnit {
	return {
		key: asId<UnitKey>(key),
		parentKey: parentKey === null ? null : asId<UnitKey>(parentKey),
		name: { bg: name, en: null },
		kind: parentKey === null ? 'mayor' : 'directorate',
		part: 'direct',
		sort,
		origin: ORIGIN,
		note: null,
	};
}

const UNITS: readonly ChartUnit[] = chartUnits(
	[
		orgUnit('works', 'mayor', 'Дирекция „Строителство“', 2),
		orgUnit('mayor', null, 'Кмет', 0),
		orgUnit('budget', 'mayor', 'Дирекция „Бюджет, финанси и счетоводство“', 1),
	],
	'bg',
);

function markup(units: readonly ChartUnit[]): string {
	const { body } = render(OrgChart, {
		props: { units, label: 'Структура', hrefOf: (key: string) => `/units/${key}` },
	});
	const svg = /<svg[\s\S]*<\/svg>/.exec(body)?.[0] ?? '';
	return svg
		.replace(/<!--[^>]*-->/g, '')
		.replace(/ class="svelte-\w+"| svelte-\w+/g, '')
		.replace(/></g, '>\n<');
}

describe('organisation chart drawn on the server', () => {
	test('equals the golden drawing', async () => {
		await expect(markup(UNITS)).toMatchFileSnapshot('./golden/org-chart.svg.txt');
	});

	test('is a tree of links with level and place, in the order of the act', () => {
		const svg = markup(UNITS);
		expect(svg).toContain('role="tree"');
		expect([...svg.matchAll(/data-key="(\w+)"/g)].map((match) => match[1])).toEqual([
			'mayor',
			'budget',
			'works',
		]);
		expect(svg).toMatch(
			/href="\/units\/works"[^>]*role="treeitem"[^>]*aria-level="2" aria-posinset="2" aria-setsize="2"/,
		);
	});

	test('a change has a sign and a word, and a closed unit is struck', () => {
		const svg = markup(UNITS.map((unit) => (unit.key === 'works' ? { ...unit, change: 'closed' } : unit)));
		expect(svg).toContain('✕ закрито');
		expect(svg).toMatch(/aria-label="Дирекция „Строителство“, закрито"/);
	});
});
