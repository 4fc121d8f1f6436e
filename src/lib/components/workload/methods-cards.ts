import type { NeedTotals } from '#lib/domain/workload/index.ts';
import { formatChange, formatFte } from '#lib/i18n/format.ts';
import { nameOfBalance } from '#lib/i18n/need-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { changeAddress } from './address.ts';
import type { MethodsBoardView, MethodsFilter, MethodsSort } from './methods-board.ts';
import { estimateText } from './methods-words.ts';

interface Card {
	readonly value: string;
	readonly label: string;
	readonly href: string;
	readonly note?: string;
}

export const SORT_NAMES: Readonly<Record<MethodsSort, () => string>> = {
	structure: m.workload_sort_structure,
	shortage: m.workload_sort_shortage,
	uncertainty: m.workload_sort_uncertainty,
	difference: m.workload_sort_difference,
};

const NAMES: Readonly<Record<MethodsFilter, () => string>> = {
	shortage: () => nameOfBalance('shortage'),
	balance: () => nameOfBalance('balance'),
	surplus: () => nameOfBalance('surplus'),
	unproven: m.workload_unproven,
	doubtful: m.workload_card_doubtful,
	'one-person': m.workload_card_one_person,
	'few-functions': m.workload_card_few_functions,
};

/** The cards above the marks; each shows only its units, and the chosen one shows all again. */
export function methodsCards(input: {
	readonly totals: NeedTotals;
	readonly board: Pick<MethodsBoardView, 'counts' | 'only'>;
	readonly url: URL;
}): readonly Card[] {
	const { totals, board, url } = input;
	const { need, compared } = totals;
	const first: Card = {
		value: `${totals.proven} / ${totals.units}`,
		label: m.workload_card_proven(),
		href: changeAddress(url, { only: null }),
		...(need && {
			note: m.workload_card_proven_note({
				need: estimateText(need),
				compared: formatFte(compared),
				difference: formatChange(compared - need.expected, (value) => formatFte(value)),
			}),
		}),
	};
	const cards = (Object.keys(NAMES) as MethodsFilter[]).map((name): Card => {
		const isChosen = board.only === name;
		return {
			value: String(board.counts[name]),
			label: NAMES[name](),
			href: changeAddress(url, { only: isChosen ? null : name }),
			...(isChosen && { note: m.workload_card_chosen() }),
		};
	});
	return [first, ...cards];
}
