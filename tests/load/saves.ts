import type { Acknowledged } from './kept.ts';
import type { Person } from './people.ts';

/** One form as the page sends it, and what has to be in the database once it is acknowledged. */
export interface Save {
	/** Action and page, after the link. */
	readonly path: string;
	readonly fields: readonly (readonly [string, string])[];
	readonly keeps: Acknowledged;
}

const WHOLE = 10_000;

/** The seven forms of one person, from the first page to handing in. */
export function savesOf(person: Person): readonly Save[] {
	const { areas, firstArea } = person;
	const shares = [firstArea, WHOLE - firstArea];
	const all = areas.flatMap((area) => area.items);
	const base = [
		['measure', 'percent'],
		['base-hours', String(person.hours)],
	] as const;
	return [
		{
			path: 'start&step=start',
			fields: [
				['hours', String(person.hours)],
				['was.hours', '40'],
				['measure', 'percent'],
			],
			keeps: { hours: person.hours },
		},
		{
			path: 'choose&step=choose',
			fields: all.map((id) => ['item', id] as const),
			keeps: { chosen: all.length },
		},
		{
			path: 'groups&step=groups',
			fields: [...base, ...areas.flatMap((area, at) => typed(`share.${area.key}`, shares[at] ?? 0))],
			keeps: Object.fromEntries(areas.map((area, at) => [`group.${area.key}`, (shares[at] ?? 0) / WHOLE])),
		},
		...areas.map((area, at): Save => {
			const inside = [2500, 7500];
			return {
				path: `inside&step=inside&area=${area.key}`,
				fields: [...base, ...area.items.flatMap((id, item) => typed(`share.${id}`, inside[item] ?? 0))],
				keeps: Object.fromEntries(
					area.items.map((id, item) => [
						`item.${id}`,
						rounded(((shares[at] ?? 0) / WHOLE) * ((inside[item] ?? 0) / WHOLE)),
					]),
				),
			};
		}),
		{
			path: 'details&step=details',
			fields: [...base, ['obstacles', person.note], ['systems', '']],
			keeps: { note: person.note },
		},
		{ path: 'submit&step=review', fields: [], keeps: { state: 'submitted' } },
	];
}

/** Hundredths of a per cent as a person types them, in a field that was empty. */
function typed(name: string, hundredths: number): readonly (readonly [string, string])[] {
	return [
		[name, String(hundredths / 100)],
		[`was.${name}`, ''],
	];
}

function rounded(share: number): number {
	return Math.round(share * 1_000_000) / 1_000_000;
}
