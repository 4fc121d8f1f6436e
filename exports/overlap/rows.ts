import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { LocalText, Structure } from '#lib/domain/org/index.ts';
import { computeUnitMatrix, isOpen, type JudgedOverlap, type WorkShape } from '#lib/domain/overlap/index.ts';
import { formatShare } from '#lib/i18n/format.ts';
import { referenceText } from '#lib/i18n/legal-text.ts';
import { localText } from '#lib/i18n/names.ts';
import { nameOfGap } from '#lib/i18n/overlap-names.ts';
import type { Colophon } from '../shared/cover.ts';
import type { OverlapBook, TwinCells } from './model.ts';

interface GapInput {
	readonly powers: readonly {
		readonly text: LocalText;
		readonly act: LocalText;
		readonly reference: LegalReference;
	}[];
	readonly lists: readonly {
		readonly code: 'no-owner' | 'several-owners' | 'no-basis' | 'no-power' | 'no-post';
		readonly functions: readonly { readonly key: string; readonly text: LocalText }[];
	}[];
	readonly posts: readonly { readonly title: LocalText; readonly unit: LocalText }[];
}

interface SpreadInput {
	readonly text: LocalText;
	readonly concentration: number;
	readonly dispersion: number;
	readonly effectiveUnits: number;
	readonly units: readonly { readonly name: LocalText; readonly amount: number }[];
}

interface TwinInput extends Omit<TwinCells, 'municipality' | 'text' | 'units'> {
	readonly municipality: LocalText;
	readonly text: LocalText;
	readonly units: readonly { readonly name: LocalText }[];
}

export interface OverlapInput {
	readonly colophon: Colophon;
	readonly units: Structure['units'];
	readonly judged: readonly JudgedOverlap[];
	readonly gaps: GapInput;
	readonly spread: readonly SpreadInput[];
	readonly shapes: readonly (WorkShape & { readonly name: LocalText })[];
	readonly twins: readonly { readonly score: number; readonly a: TwinInput; readonly b: TwinInput }[];
}

/** The analysis as plain rows in the language of the paper; the map counts what nobody has decided on, as the page does. */
export function overlapBook({
	colophon,
	units,
	judged,
	gaps,
	spread,
	shapes,
	twins,
}: OverlapInput): OverlapBook {
	const names = new Map<string, string>(units.map(({ key, name }) => [key, localText(name)]));
	const nameOf = (key: string) => names.get(key) ?? key;
	const unitOf = (key: string | null) => (key === null ? null : nameOf(key));
	const open = judged.filter((one) => isOpen(one) && one.overlap.label !== 'related');
	const matrix = computeUnitMatrix(
		units,
		open.map(({ overlap }) => overlap),
	);
	return {
		colophon,
		pairs: judged.map(({ overlap: { a, b, score, label }, verdict }) => ({
			...{ score, label },
			...{ textA: a.fn.text.bg, unitA: unitOf(a.unitKey), textB: b.fn.text.bg, unitB: unitOf(b.unitKey) },
			verdict: verdict?.verdict ?? null,
			reason: verdict?.reason ?? null,
			decidedBy: verdict?.decidedBy ?? null,
		})),
		cells: matrix.cells.map(({ row, column, count, score }) => ({
			...{ row: nameOf(row), column: nameOf(column), count, score },
		})),
		gaps: gapRows(gaps),
		spread: spread.map(spreadRow),
		shapes: shapes.map(({ policyArea: _, name, ...shape }) => ({ ...shape, area: localText(name) })),
		twins: twins.map(({ score, a, b }) => ({ score, sides: [cellsOf(a), cellsOf(b)] })),
	};
}

function gapRows({ powers, lists, posts }: GapInput): OverlapBook['gaps'] {
	return [
		...powers.map((power) => ({
			kind: nameOfGap('power'),
			text: localText(power.text),
			detail: `${referenceText(power.reference)} ${localText(power.act)}`,
		})),
		...lists.flatMap(({ code, functions }) =>
			functions.map((fn) => ({ kind: nameOfGap(code), text: localText(fn.text), detail: fn.key })),
		),
		...posts.map((post) => ({
			kind: nameOfGap('post'),
			text: localText(post.title),
			detail: localText(post.unit),
		})),
	];
}

function spreadRow({ text, units, concentration, dispersion, effectiveUnits }: SpreadInput) {
	const total = units.reduce((sum, { amount }) => sum + amount, 0);
	const shares = units.map(({ name, amount }) => `${localText(name)} ${formatShare(amount / total)}`);
	return { text: localText(text), concentration, dispersion, effectiveUnits, shares: shares.join('; ') };
}

function cellsOf({ municipality, text, units, fte, ftePerThousand, ftePerSettlement }: TwinInput): TwinCells {
	return {
		municipality: localText(municipality),
		text: text.bg,
		units: units.map(({ name }) => localText(name)).join('; '),
		...{ fte, ftePerThousand, ftePerSettlement },
	};
}
