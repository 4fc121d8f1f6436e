import type { PostCategory } from '#lib/domain/org/index.ts';
import type { EmployeeId, IsoDate } from '#lib/domain/shared/index.ts';
import {
	hiddenParts,
	isSmallGroup,
	type PeopleAndSeats,
	type PlanItem,
	type TrainingIndicators,
} from '#lib/domain/training/index.ts';
import type { TrainingPlanInput } from './input.ts';
import type { Names } from './names.ts';

/** A person (or a unit) with what it holds in every training of the plan, in the order of the plan. */
export interface ParticipantRow {
	readonly name: string;
	readonly post: string;
	readonly unit: string;
	/** By person: 1 where the person takes part. By unit: how many; null where nobody does. */
	readonly places: readonly (number | null)[];
	/** By person: the last day of the session in which the person has a place; null where none has a day yet. */
	readonly days: readonly (IsoDate | null)[];
	/** Numbers of trainings whose count of this unit would speak of too few people. */
	readonly hiddenPlaces: ReadonlySet<number>;
}

/** How many are planned, and how many took part so far. */
export interface IndicatorRow extends PeopleAndSeats {
	/** Null when it speaks of too few people for this reader. */
	readonly attended: PeopleAndSeats | null;
	readonly group: 'sex' | 'category' | 'unit';
	readonly code: string;
	readonly label: string | null;
	readonly isPeopleHidden: boolean;
	readonly isSeatsHidden: boolean;
}

export function personRows(input: TrainingPlanInput, names: Names): readonly ParticipantRow[] {
	const counted = input.plan.items;
	const days = new Map(
		input.sessions.flatMap(({ itemId, endsOn, seated }) =>
			seated.map((id) => [`${itemId} ${id}`, endsOn] as const),
		),
	);
	const people = input.employees.filter((person) => counted.some((item) => takesPart(item, person.id)));
	return people
		.map((person) => ({
			name: person.name,
			post: names.post(person.postKey),
			unit: unitOf(names, person.id),
			places: counted.map((item) => (takesPart(item, person.id) ? 1 : null)),
			days: counted.map((item) => days.get(`${item.id} ${person.id}`) ?? null),
			hiddenPlaces: new Set<number>(),
		}))
		.sort((a, b) => order(a.unit, b.unit) || order(a.name, b.name));
}

export function unitRows(input: TrainingPlanInput, names: Names): readonly ParticipantRow[] {
	const units = unique(
		input.plan.items.filter(isHeld).flatMap((item) => item.participants.map((id) => unitOf(names, id))),
	).sort(order);
	const columns = input.plan.items.map((item) => {
		const held = isHeld(item) ? item.participants : [];
		const counts = new Map(
			units.map((unit) => [unit, held.filter((id) => unitOf(names, id) === unit).length]),
		);
		return { counts, hidden: hiddenUnits(counts, held.length) };
	});
	return units.map((unit) => ({
		name: '',
		post: '',
		unit,
		places: columns.map(({ counts }) => counts.get(unit) || null),
		days: [],
		hiddenPlaces: new Set(columns.flatMap(({ hidden }, at) => (hidden.has(unit) ? [at] : []))),
	}));
}

/** Units whose count in one training stays hidden; all of them when the training has too few people at all. */
function hiddenUnits(counts: ReadonlyMap<string, number>, all: number): ReadonlySet<string> {
	if (isSmallGroup(all)) return new Set(counts.keys());
	return hiddenParts([...counts].map(([key, people]) => ({ key, people })));
}

/** `units`: the rows of units when the reader may not see persons; null when nothing is hidden. */
export function indicatorRows(
	indicators: { readonly planned: TrainingIndicators; readonly attended: TrainingIndicators },
	names: Names,
	units: readonly ParticipantRow[] | null,
): readonly IndicatorRow[] {
	const partly = new Set((units ?? []).filter((row) => row.hiddenPlaces.size > 0).map((row) => row.unit));
	const hiddenIn = (map: ReadonlyMap<string, PeopleAndSeats>) =>
		units === null ? new Set<string>() : hiddenParts([...map].map(([key, { people }]) => ({ key, people })));
	const rows = (
		group: IndicatorRow['group'],
		planned: ReadonlyMap<string, PeopleAndSeats>,
		attended: ReadonlyMap<string, PeopleAndSeats>,
	) => {
		const hidden = hiddenIn(planned);
		const hiddenAttended = hiddenIn(attended);
		return [...new Set([...planned.keys(), ...attended.keys()])].map((code): IndicatorRow => {
			const label = group === 'unit' ? names.unit(code) : null;
			const isPeopleHidden = hidden.has(code);
			const isSeatsHidden = isPeopleHidden || (label !== null && partly.has(label));
			return {
				...{ group, code, label, isPeopleHidden, isSeatsHidden },
				...(planned.get(code) ?? NOBODY),
				attended: isPeopleHidden || hiddenAttended.has(code) ? null : (attended.get(code) ?? NOBODY),
			};
		});
	};
	const { planned, attended } = indicators;
	return [
		...rows('sex', planned.bySex, attended.bySex),
		...rows(
			'category',
			planned.byCategory satisfies ReadonlyMap<PostCategory, PeopleAndSeats>,
			attended.byCategory,
		),
		...rows('unit', planned.byUnit, attended.byUnit),
	];
}

const NOBODY: PeopleAndSeats = { people: 0, seats: 0 };

export function takesPart(item: PlanItem, id: EmployeeId): boolean {
	return isHeld(item) && item.participants.includes(id);
}

export function isHeld(item: PlanItem): boolean {
	return item.state !== 'cancelled';
}

export function unitOf(names: Names, id: EmployeeId): string {
	const person = names.employee.get(id);
	return names.unit(person && names.lookup.postByKey.get(person.postKey)?.unitKey);
}

export function unique(values: readonly string[]): string[] {
	return [...new Set(values)].filter((value) => value !== '');
}

const collator = new Intl.Collator('bg', { numeric: true });

function order(a: string, b: string): number {
	return collator.compare(a, b);
}
