import { expect, it } from 'vitest';
import { placingTargets, rulesWorsenedBy, type Placeable } from '#lib/domain/scenario/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { LIMITS, runOf } from '#tests/support/operations.ts';
import { demo, demoStructure } from '#tests/support/fixtures.ts';

const FRAME = { parameters: demo.parameters, powers: demo.powers, asOf: isoDate('2026-11-21') };

function worsened(kind: string) {
	const run = runOf(demoStructure('elena'));
	const unit = run.after.units.find((one) => one.kind === kind)!;
	const what: Placeable = { kind: 'unit', key: unit.key };
	const places = placingTargets(run, what, LIMITS)
		.filter(({ refusal }) => refusal === null)
		.map(({ unitKey }) => unitKey);
	return { run, places, found: rulesWorsenedBy(run, what, places, { limits: LIMITS, frame: FRAME }) };
}

it('the internal audit unit breaks R13 wherever it is put but under the mayor (ЗВОПС, чл. 12)', () => {
	const { run, places, found } = worsened('audit-unit');
	const directorates = run.after.units.filter(({ kind }) => kind === 'directorate').map(({ key }) => key);
	expect(directorates.length).toBeGreaterThan(0);
	for (const key of directorates) {
		expect(places).toContain(key);
		expect(found.get(key)?.map(({ rule }) => rule)).toContain('R13');
	}
});

it('a place that makes no rule worse is not in the answer', () => {
	const { places, found } = worsened('department');
	expect(places.length).toBeGreaterThan(found.size);
	for (const rules of found.values()) expect(rules.length).toBeGreaterThan(0);
});
