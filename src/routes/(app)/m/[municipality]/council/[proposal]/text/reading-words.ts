import { decidingBodyName } from '#lib/i18n/council-names.ts';
import type { OperationSummary } from '#lib/domain/scenario/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reading, ReadPoint } from '#lib/server/services/council-reading.ts';
import { lineWords, pointWords } from '../amendments/amendment-words.ts';

/** One numbered line of the text. */
export interface TextLine {
	readonly text: string;
	readonly part: 'title' | 'detail' | 'motive';
	/** Only on one side of the difference. */
	readonly mark: 'new' | 'gone' | null;
}

const PARTS = ['title', 'detail', 'motive'] as const;

/** The text of a proposal in lines that are numbered through, with the amendments under their points. */
export function readingWords({ view, points }: Reading) {
	const read = points
		.filter((point) => view !== 'adopted' || point.after !== null)
		.filter((point) => view !== 'submitted' || point.before !== null)
		.map((point) => ({ point, lines: linesOf(point, view) }));
	const firsts = read.map((_, at) => 1 + read.slice(0, at).reduce((sum, { lines }) => sum + lines.length, 0));
	return read.map(({ point, lines }, at) => ({
		id: point.id,
		heading: point.number === null ? m.council_reading_added() : m.review_point({ number: point.number }),
		body: decidingBodyName(point.body),
		state: stateOf(point, view),
		lines: lines.map((line, place) => ({ ...line, number: (firsts[at] ?? 1) + place })),
		amendments: point.amendments.map(lineWords),
		more: Math.max(0, point.amendmentCount - point.amendments.length),
	}));
}

function stateOf({ before, after }: ReadPoint, view: Reading['view']): 'new' | 'gone' | 'changed' | null {
	if (view !== 'difference') return null;
	if (before === null) return 'new';
	if (after === null) return 'gone';
	return sameLines(before, after) ? null : 'changed';
}

function linesOf({ before, after }: ReadPoint, view: Reading['view']): readonly TextLine[] {
	if (view !== 'difference') return textOf(view === 'adopted' ? after : (before ?? after));
	if (before && after && sameLines(before, after)) return textOf(before);
	const [old, fresh] = [textOf(before), textOf(after)];
	const has = (lines: readonly TextLine[], line: TextLine) => lines.some(({ text }) => text === line.text);
	// What is struck and what is written in its place stand together: heading by heading, motive by motive.
	return PARTS.flatMap((part) => [
		...old
			.filter((line) => line.part === part)
			.map((line) => (has(fresh, line) ? line : { ...line, mark: 'gone' as const })),
		...fresh
			.filter((line) => line.part === part && !has(old, line))
			.map((line) => ({ ...line, mark: 'new' as const })),
	]);
}

function sameLines(one: OperationSummary, other: OperationSummary): boolean {
	const [left, right] = [textOf(one), textOf(other)];
	return left.length === right.length && left.every(({ text }, at) => text === right[at]?.text);
}

function textOf(point: OperationSummary | null): readonly TextLine[] {
	if (!point) return [];
	const { title, details, motive, effective } = pointWords(point);
	const line = (text: string, part: TextLine['part']): TextLine => ({ text, part, mark: null });
	return [
		line(title, 'title'),
		...details.map((text) => line(text, 'detail')),
		...(effective ? [line(`${m.review_fact_effective()}: ${effective}`, 'detail')] : []),
		...(motive ? [line(`${m.council_motive()}: ${motive}`, 'motive')] : []),
	];
}
