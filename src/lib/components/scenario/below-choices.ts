import { BELOW_CHOICES, type BelowChoice } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';

const NAMES: Readonly<Record<BelowChoice, () => string>> = {
	along: m.scenario_place_children_along,
	lifted: m.scenario_place_children_lifted,
	unplaced: m.scenario_place_children_unplaced,
};

/** What may become of the units right below one that moves; the first is meant when nobody chose. */
export function belowOptions() {
	return BELOW_CHOICES.map((value) => ({ value, label: NAMES[value]() }));
}
