import { MARK, packFunctionPlace } from '#lib/domain/workload/index.ts';
import type { MatrixSource } from '#lib/components/functions/matrix-data.ts';

export interface MatrixSize {
	readonly functions: number;
	readonly units: number;
	readonly links: number;
}

/** Functions in ten areas; links spread evenly by a fixed step, so that every run draws the same. */
export function sourceOf({ functions, units, links }: MatrixSize): MatrixSource {
	const verbs = ['Организира', 'Контролира', 'Съставя', 'Издава', 'Води регистър за'];
	const total = functions * units;
	const step = Math.max(1, Math.floor(total / links));
	const cells = Array.from({ length: links }, (_, at) => (at * step + ((at * 7) % step)) % total);
	const marks = [MARK.accountable, MARK.participates, MARK.consulted, MARK.informed];
	return {
		areas: Array.from({ length: 10 }, (_, at) => ({
			key: `a${at}`,
			name: { bg: `Област ${at + 1}`, en: null },
		})),
		functions: Array.from({ length: functions }, (_, at) => ({
			key: `f${at}`,
			text: {
				bg: `${verbs[at % verbs.length] ?? ''} общинската дейност ${at} по програмата за годината`,
				en: null,
			},
			area: `a${Math.floor((at * 10) / functions)}`,
			revision: 1,
		})),
		units: Array.from({ length: units }, (_, at) => ({
			key: `u${at}`,
			name: { bg: `Отдел „Дейност ${at}“`, en: null },
			parentKey: at === 0 ? null : `u${Math.floor((at - 1) / 8)}`,
			price: 2_400_000,
		})),
		posts: [],
		links: {
			ends: Array.from(
				{ length: functions },
				(_, fn) => cells.filter((cell) => cell < (fn + 1) * units).length,
			),
			places: cells.map((cell) => cell % units),
			cells: cells.map((cell) =>
				packFunctionPlace({
					marks: (marks[cell % 4] ?? 1) | (cell % 3 === 0 ? MARK.practised : 0),
					fte: cell % 3 === 0 ? ((cell % 17) * 50) / 1000 : null,
				}),
			),
		},
		activities: [],
		isEditable: false,
	};
}
