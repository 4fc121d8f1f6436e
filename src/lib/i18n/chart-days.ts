import type { RunOnDay } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { formatDate } from './format.ts';

/** The days of a scenario in words, made on the server; each is told apart where the scenario does not stand on it. */
export function dayChoices(days: RunOnDay['days'], daysLabel = m.scenario_chart_days()) {
	return {
		daysLabel,
		days: days.map(({ on, refused }) => {
			const date = formatDate(on);
			const label = refused ? m.scenario_chart_day_refused({ date }) : m.scenario_chart_day({ date });
			return { on, label, refused };
		}),
	};
}
