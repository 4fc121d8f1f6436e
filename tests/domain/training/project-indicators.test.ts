import { expect, it } from 'vitest';
import { isoDate, type EmployeeId } from '#lib/domain/shared/index.ts';
import { computeProjectIndicators } from '#lib/domain/training/index.ts';

const day = (text: string) => isoDate(text);

it('counts people once and seats each time: 70 in two trainings are 70 people and 70 + 70 seats', () => {
	const employees = Array.from({ length: 70 }, (_, at) => ({
		id: `e${at}` as EmployeeId,
		sex: at < 45 ? ('female' as const) : ('male' as const),
	}));
	const attended = ['rules', 'system'].flatMap((sessionId, at) =>
		employees.map(({ id }) => ({ employeeId: id, sessionId, on: day(`2027-0${at + 3}-10`) })),
	);
	const facts = {
		...{ attended, employees },
		analyses: [day('2027-01-01'), day('2027-12-31'), day('2028-01-01')],
		recommendations: [day('2026-12-31')],
		acts: [day('2027-06-01')],
	};
	const year = { startsOn: day('2027-01-01'), endsOn: day('2027-12-31') };
	expect(computeProjectIndicators(year, facts)).toEqual({
		...{ people: 70, seats: 140, women: 45, men: 25, trainings: 2 },
		...{ analyses: 2, recommendations: 0, acts: 1 },
	});
	const march = { startsOn: day('2027-03-01'), endsOn: day('2027-03-31') };
	expect(computeProjectIndicators(march, facts)).toMatchObject({ people: 70, seats: 70, trainings: 1 });
});
