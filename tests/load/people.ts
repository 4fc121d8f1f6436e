import { isoDate } from '#lib/domain/shared/index.ts';
import { makeLinkToken } from '#lib/server/auth/link-token.ts';
import type { Installation } from '#tests/support/installation.ts';
import { anOpenSurvey, aSurveyPlan } from '#tests/support/survey-world.ts';

/** A respondent with a link, and what there is to choose from. */
export interface Seat {
	readonly respondentId: string;
	readonly token: string;
	/** Two items of each of two policy areas. */
	readonly areas: readonly { readonly key: string; readonly items: readonly string[] }[];
}

/** A seat with values of its own, so that a mixed-up or lost one is seen. */
export interface Person extends Seat {
	readonly hours: number;
	/** Hundredths of a per cent that the first area has. */
	readonly firstArea: number;
	readonly note: string;
}

const UNIT = 'el-ut';

/** An open survey of one unit with as many seats as wished, each with a link that works. */
export async function prepareSeats(at: Installation, count: number): Promise<readonly Seat[]> {
	const organiser = await at.as('konsultant');
	const plan = aSurveyPlan({ closesOn: isoDate('2099-12-31') });
	const { links, at: survey } = await anOpenSurvey(organiser, { units: [UNIT], plan });
	const post = links[0]?.respondent.postKey;
	const areas = areasOf(at, survey.id);
	const insert = at.database.raw.prepare(
		`insert into survey_respondent (id, campaign_id, unit_key, post_key, seat, occupancy, weekly_hours, token_hash)
		 values (?, ?, ?, ?, ?, 1, 40, ?)`,
	);
	return Array.from({ length: count }, (_, index) => {
		const { token, hash } = makeLinkToken();
		const respondentId = `load-${index}`;
		insert.run(respondentId, survey.id, UNIT, post, 1000 + index, hash);
		return { respondentId, token, areas };
	});
}

/** Everybody says something else. */
export function peopleOf(seats: readonly Seat[]): readonly Person[] {
	return seats.map((seat, index) => ({
		...seat,
		hours: 20 + (index % 41),
		firstArea: 1 + ((index * 7919) % 9998),
		note: `Бележка на ${index}`,
	}));
}

function areasOf(at: Installation, campaignId: string): Seat['areas'] {
	const rows = at.database.raw
		.prepare(
			'select id, group_key as area from survey_item where campaign_id = ? and unit_key = ? order by sort, id',
		)
		.all(campaignId, UNIT) as readonly { readonly id: string; readonly area: string }[];
	const byArea = Map.groupBy(rows, (row) => row.area);
	return [...byArea]
		.filter(([, items]) => items.length > 1)
		.slice(0, 2)
		.map(([key, items]) => ({ key, items: items.slice(0, 2).map(({ id }) => id) }));
}
