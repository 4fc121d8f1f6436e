import { compareSeats, type ComparedSeats } from '#lib/domain/scenario/index.ts';
import { sideOf } from '#lib/components/scenario/side.ts';
import { localText, nameOfRole } from '#lib/i18n/names.ts';
import { loadScenario } from '../frame.ts';
import type { PageServerLoad } from './$types';

const MOST_ROWS = 200;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { open, summary, scenarioFrame } = await loadScenario(locals.ctx, params);
	const side = sideOf(url);
	const { before, after } = open.run;
	const standing = compareSeats(before, after).filter(({ change }) => change !== ABSENT[side]);
	const isAll = url.searchParams.get('all') === '1' || side !== 'diff';
	const wanted = isAll ? standing : standing.filter(({ change }) => change !== null);
	const units = new Map([...before.units, ...after.units].map(({ key, name }) => [key, localText(name)]));
	const from = pageOf(url) * MOST_ROWS;
	return {
		...{ summary, scenarioFrame, isAll },
		rows: wanted.slice(from, from + MOST_ROWS).map((row) => ({
			...{ key: row.functionKey, text: localText(row.text), change: row.change },
			seats: row.seats.map((seat) => ({
				unit: units.get(seat.unitKey) ?? seat.unitKey,
				before: seat.before && nameOfRole(seat.before),
				after: seat.after && nameOfRole(seat.after),
			})),
		})),
		unchanged: standing.filter(({ change }) => change === null).length,
		count: wanted.length,
		page: pageOf(url) + 1,
		size: MOST_ROWS,
	};
};

/** What does not stand on a side. */
const ABSENT: Readonly<Record<ReturnType<typeof sideOf>, ComparedSeats['change'] | 'none'>> = {
	before: 'new',
	after: 'closed',
	diff: 'none',
};

function pageOf(url: URL): number {
	const asked = Number(url.searchParams.get('page') ?? '1');
	return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked - 1 : 0;
}
