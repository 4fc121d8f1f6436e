import { answer } from '#lib/forms/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfGroup, nameOfQuarter } from '#lib/i18n/training-names.ts';
import { m } from '#lib/paraglide/messages.js';
import { readSchedule } from '#lib/server/services/training-session-view.ts';
import { planYearIn } from '../plan-year.ts';
import type { PageServerLoad } from './$types';
import { wordsOf } from './words.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = answer(await readSchedule(locals.ctx, params.municipality, planYearIn(url)));
	const { progress } = page;
	return {
		year: page.year,
		years: page.years,
		hasPlan: page.hasPlan,
		mayEdit: page.mayEdit,
		isRemoved: url.searchParams.get('done') === 'removed',
		items: page.items.map((item) => ({
			id: item.id,
			title: localText(item.title),
			group: nameOfGroup(item),
			isOpen: item.state === 'planned',
			unscheduled: m.session_not_scheduled({ quarter: nameOfQuarter(item.quarter) }),
			sessions: item.sessions.map(wordsOf),
		})),
		stats: [
			{ value: formatNumber(progress.sessions - progress.heldSessions), label: m.session_stat_scheduled() },
			{ value: formatNumber(progress.heldSessions), label: m.session_stat_held() },
			{
				value: formatNumber(progress.enrolled),
				label: m.session_stat_enrolled(),
				note: m.session_stat_seats({ seats: formatNumber(progress.seats) }),
			},
			{ value: formatNumber(progress.attended), label: m.session_stat_attended() },
			{ value: formatNumber(progress.absent), label: m.session_stat_absent() },
		],
	};
};
