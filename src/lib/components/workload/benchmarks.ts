import type { DotInput } from '#lib/charts/benchmark-dots.ts';
import { transliterate } from '#lib/domain/shared/index.ts';
import type { Benchmark, BenchmarkRatios, Standing } from '#lib/domain/workload/index.ts';
import { formatNumber, formatShare } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';

/** One municipality with its ratios, as the tables and the drawing show it. */
export interface BenchmarkLine {
	readonly benchmark: Benchmark;
	readonly ratios: BenchmarkRatios;
	readonly role: 'own' | 'near' | 'other';
	readonly distance: number | null;
}

/** A Bulgarian name in the language of the page; in English by the Transliteration Act. */
export function placeName(bg: string): string {
	return localText({ bg, en: transliterate(bg) });
}

export function dotOf({ benchmark, ratios, role }: BenchmarkLine): DotInput {
	const { province, name, population } = benchmark;
	return { key: `${province} ${name}`, label: placeName(name), population, value: ratios.perThousand, role };
}

type RatioName = keyof BenchmarkRatios;
type Standings = Readonly<Record<RatioName, Readonly<Record<'near' | 'all', Standing | null>>>>;

/** The own ratios in words, each with its place among the near ones and among all. */
export function standingRows(own: BenchmarkRatios, standing: Standings) {
	const names: readonly (readonly [RatioName, () => string, (value: number) => string])[] = [
		['perThousand', m.workload_bench_ratio_thousand, (value) => formatNumber(value, { digits: 1 })],
		['perSettlement', m.workload_bench_ratio_settlement, (value) => formatNumber(value, { digits: 1 })],
		['share', m.workload_bench_ratio_share, (value) => formatShare(value)],
	];
	return names.map(([name, label, format]) => {
		const value = own[name];
		const say = (place: Standing | null) =>
			place === null
				? '–'
				: m.workload_bench_standing({
						place: formatNumber(place.place),
						of: formatNumber(place.of),
						median: format(place.median),
					});
		return {
			...{ name, label: label(), value: value === null ? '–' : format(value) },
			...{ near: say(standing[name].near), all: say(standing[name].all) },
		};
	});
}
