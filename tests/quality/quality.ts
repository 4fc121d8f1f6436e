import { isWrong, qualityOf, type QualityFigures, type Share } from './figures.ts';
import { judgePairs } from './judge.ts';
import {
	isOnlyCounted,
	LABELLED,
	unseenOfRound,
	type JudgedPair,
	type LabelledPair,
	type PartName,
} from './labelled.ts';

/** `npm run quality`: how far the overlap analysis can be trusted, on the labelled pairs, with the errors by kind. */
export function quality(print: (text: string) => void, options: { readonly errors: boolean }): void {
	const parts: readonly (readonly [string, readonly LabelledPair[]])[] = [
		['unseen', LABELLED.unseen],
		['unseen, round 1', unseenOfRound(1)],
		['unseen, round 2', unseenOfRound(2)],
		['seen', LABELLED.seen],
		['fresh-unseen', LABELLED['fresh-unseen']],
		['fresh-seen', LABELLED['fresh-seen']],
	];
	const judged = parts.map(([name, pairs]) => [name, judgePairs(pairs)] as const);
	print(
		[
			'| part | pairs | precision | recall | duplications called so | called duplication that are |',
			'| --- | --- | --- | --- | --- | --- |',
		]
			.concat(judged.map(([name, pairs]) => figuresRow(name, pairs)))
			.join('\n'),
	);
	for (const [name, pairs] of judged) if (name in LABELLED) print(kindTable(name, pairs));
	const wrong = judged.flatMap(([name, pairs]) => (isOnlyCounted(name) ? [] : pairs.filter(isWrong)));
	if (options.errors) print(wrong.map(errorLine).join('\n'));
}

/** The figures of each part. */
export function figuresOfParts(): Readonly<Record<PartName, QualityFigures>> {
	const of = (part: PartName) => qualityOf(judgePairs(LABELLED[part]));
	return {
		...{ seen: of('seen'), unseen: of('unseen') },
		...{ 'fresh-seen': of('fresh-seen'), 'fresh-unseen': of('fresh-unseen') },
	};
}

function figuresRow(name: string, pairs: readonly JudgedPair[]): string {
	const { precision, recall, duplicationRight, duplicationPrecision } = qualityOf(pairs);
	const shares = [precision, recall, duplicationRight, duplicationPrecision].map(share);
	return `| ${[name, pairs.length, ...shares].join(' | ')} |`;
}

function share({ hits, of, value, from, to }: Share): string {
	return `${value.toFixed(3)} (${hits} of ${of}; 95 % ${from.toFixed(2)}–${to.toFixed(2)})`;
}

/** Errors by kind: found that are none, missed, and duplications called by another name. */
function kindTable(name: string, judged: readonly JudgedPair[]): string {
	const rows = [...Map.groupBy(judged, ({ kind }) => kind)].map(([kind, pairs]) => {
		const wrong = pairs.filter(isWrong);
		const alarms = wrong.filter(({ label }) => label === 'other').length;
		const weaker = pairs.filter((pair) => pair.label === 'duplication' && pair.answer === 'overlap').length;
		return `| ${kind} | ${pairs.length} | ${alarms} | ${wrong.length - alarms} | ${weaker} |`;
	});
	return [
		`| ${name}: kind | pairs | false alarms | missed | duplications called overlap |`,
		'| --- | --- | --- | --- | --- |',
		...rows,
	].join('\n');
}

function errorLine({ kind, label, answer, score, a, b }: JudgedPair): string {
	return `${kind} · ${label} → ${answer} ${score.toFixed(2)} · ${a} ║ ${b}`;
}
