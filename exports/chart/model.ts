import type { ChartChange, ChartUnit } from '#lib/charts/org-chart.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { formatHeadcount } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';
import { printedDate, type Colophon } from '../shared/cover.ts';
import { legendLine, lensName, paperMark, type PaperLens, type PaperMark, type PlacedEntry } from './lens.ts';

/** A unit as the paper draws it. */
export interface PaperUnit extends ChartUnit {
	/** Under the name: „12 бр.“. */
	readonly figures: string;
	/** Dashed: put together by us, still to be checked. */
	readonly isReconstructed: boolean;
	/** What the lens says; absent without one. */
	readonly mark?: PaperMark | undefined;
}

/** The chart as a paper: what is drawn, and what stands at the head of every page. */
export interface ChartPaper {
	readonly units: readonly PaperUnit[];
	readonly title: string;
	readonly municipality: string;
	/** „Структура в сила от 01.01.2024 · снимка 1a2b3c4d5e6f“. */
	readonly subtitle: string;
	readonly createdAt: string;
	readonly locale: Locale;
	/** The steps of the lens; absent without one. */
	readonly legend?: readonly PlacedEntry[];
}

/** A unit or a line of posts as the service hands it over. */
export interface PaperSource {
	readonly key: string;
	readonly parentKey: string | null;
	readonly name: LocalText;
	readonly group: string;
	readonly isApart: boolean;
	readonly posts: number;
	/** With those below; null for a post. */
	readonly total: number | null;
	readonly isReconstructed: boolean;
	/** What became of it since the version before, where that is shown. */
	readonly change?: ChartChange | null;
}

/** The paper of a structure, coloured by a lens when one is given. */
export function chartPaper(
	sources: readonly PaperSource[],
	colophon: Colophon,
	lens: PaperLens | null = null,
): ChartPaper {
	const { locale, municipality, structureValidFrom, snapshotId, createdAt } = colophon;
	const options = { locale };
	const title = m.exports_chart_title({}, options);
	return {
		units: sources.map((source) => ({
			...paperUnit(source, locale),
			mark: paperMark(lens, source.key, locale),
		})),
		title: lens === null ? title : `${title} · ${lensName(lens, locale)}`,
		municipality: localText(municipality.name, options),
		subtitle: [
			m.exports_structure_from({ date: printedDate(structureValidFrom) }, options),
			...(snapshotId === null ? [] : [m.exports_chart_snapshot({ id: snapshotId.slice(0, 12) }, options)]),
		].join(' · '),
		...{ createdAt, locale },
		...(lens !== null && { legend: legendLine(lens, locale) }),
	};
}

function paperUnit(source: PaperSource, locale: Locale): PaperUnit {
	const { key, parentKey, group, isApart, posts, total, isReconstructed, change = null } = source;
	const options = { locale };
	const isOnlyBelow = posts === 0 && (total ?? 0) > 0;
	const count = formatHeadcount(isOnlyBelow ? (total ?? 0) : posts, options);
	return {
		...{ key, parentKey, group, isApart, isReconstructed },
		label: localText(source.name, options),
		...{ change, movedFromKey: null, weight: posts },
		figures:
			change === 'closed'
				? ''
				: (isOnlyBelow ? m.structure_posts_below : m.structure_posts_short)({ count }, options),
	};
}
