import type { ChartUnit } from '#lib/charts/org-chart.ts';
import type { ChartMark } from '#lib/components/charts/org-chart-marks.ts';
import type {
	AdministrationPart,
	HeadcountTotals,
	LocalText,
	Origin,
	UnitKind,
} from '#lib/domain/org/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { stepsOf, written, type Lens, type LensFigure } from '#lib/i18n/lens-steps.ts';
import { localText, nameOfPart } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

export { legendOf, written, type Lens, type LensFigure } from '#lib/i18n/lens-steps.ts';

export interface MarkedUnit {
	readonly key: string;
	readonly parentKey: string | null;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	readonly origin: Origin;
	readonly own: HeadcountTotals;
	readonly total: number;
}

/** The units as the chart lays them out. */
export function toChartUnits(units: readonly MarkedUnit[]): readonly ChartUnit[] {
	return units.map((unit) => ({
		key: unit.key,
		parentKey: unit.parentKey,
		label: localText(unit.name),
		group: unit.kind,
		isApart: unit.part === 'territorial' || unit.part === 'outside',
		change: null,
		movedFromKey: null,
		weight: unit.own.approved,
	}));
}

/** Words and colours of a lens for every unit. */
export function chartMarks(
	units: readonly MarkedUnit[],
	lens: Lens,
	figures: Readonly<Record<string, LensFigure>>,
): ReadonlyMap<string, ChartMark> {
	const steps = stepsOf(lens);
	return new Map(
		units.map((unit) => {
			const figure = figures[unit.key];
			const step = figure && steps[figure.step];
			const posts = postsText(unit.own.approved, unit.total);
			const value = lens === 'none' ? '' : written(lens, figure);
			const mark: ChartMark = {
				figures: `${posts} · ${shortPart(unit.part)}`,
				value,
				short: posts,
				colour: step?.colour ?? null,
				isHatched: step?.isHatched ?? false,
				isReconstructed: unit.origin.verification === 'reconstructed',
				spoken: [posts, nameOfPart(unit.part), step && `${step.label} ${value}`, originWord(unit.origin)]
					.filter(Boolean)
					.join(', '),
			};
			return [unit.key, mark];
		}),
	);
}

/** Approved posts under a name in any chart: the unit's own; of a unit without any, those with the units below it. */
export function postsText(own: number, total: number): string {
	return own === 0 && total > 0
		? m.structure_posts_below({ count: formatHeadcount(total) })
		: m.structure_posts_short({ count: formatHeadcount(own) });
}

function originWord(origin: Origin): string {
	return origin.verification === 'reconstructed' ? m.common_reconstructed() : '';
}

function shortPart(part: AdministrationPart): string {
	const words: Readonly<Record<AdministrationPart, () => string>> = {
		direct: m.structure_part_short_direct,
		general: m.structure_part_short_general,
		specialised: m.structure_part_short_specialised,
		territorial: m.structure_part_short_territorial,
		outside: m.structure_part_short_outside,
	};
	return words[part]();
}
