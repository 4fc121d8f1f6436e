import type { TransferEffect } from '#lib/domain/scenario/index.ts';
import { formatHeadcount, formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NumberRow } from './numbers-rows.ts';

/** The delegated amount on both sides with its parts, in leva. */
export function transferRows({ before, after }: TransferEffect): readonly NumberRow[] {
	const drivers = (read: (side: typeof before) => string) => ({ before: read(before), after: read(after) });
	const row = (part: 'byPopulation' | 'byMayors' | 'byOfficials' | 'total', label: string): NumberRow => ({
		label,
		before: before[part] / 100,
		after: after[part] / 100,
		isTotal: part === 'total',
	});
	return [
		row('total', m.common_total()),
		row(
			'byPopulation',
			m.scenario_impact_transfer_population(drivers((side) => formatNumber(side.drivers.population ?? 0))),
		),
		row(
			'byMayors',
			m.scenario_impact_transfer_mayors(drivers((side) => formatHeadcount(side.drivers.mayors))),
		),
		row(
			'byOfficials',
			m.scenario_impact_transfer_officials(drivers((side) => formatHeadcount(side.drivers.officials))),
		),
	];
}
