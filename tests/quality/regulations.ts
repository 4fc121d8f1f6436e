import { captureOf, markedTexts, type CaptureFigures } from './regulation-texts.ts';

/** `npm run quality -- --regulations`: how much of the marked texts is captured, with every miss and every invention. */
export function regulationQuality(print: (text: string) => void): void {
	const figures = markedTexts().map(captureOf);
	print(
		[
			'| text | marked | captured | recall | invented | precision | with their unit |',
			'| --- | --- | --- | --- | --- | --- | --- |',
		]
			.concat([...figures, totalOf(figures)].map(lineOf))
			.join('\n'),
	);
	const errors = figures.flatMap(({ name, missed, invented, wronglyOwned }) => [
		...missed.map((wording) => `${name}: missed · ${wording}`),
		...invented.map((wording) => `${name}: invented · ${wording}`),
		...wronglyOwned.map((wording) => `${name}: another unit · ${wording}`),
	]);
	if (errors.length > 0) print(errors.join('\n'));
}

function lineOf({ name, marked, captured, owned, invented }: CaptureFigures): string {
	const found = captured + invented.length;
	const share = (part: number, of: number) => (of === 0 ? '–' : (part / of).toFixed(3));
	const [recall, precision] = [share(captured, marked), share(captured, found)];
	return `| ${name} | ${marked} | ${captured} | ${recall} | ${invented.length} | ${precision} | ${owned} |`;
}

function totalOf(figures: readonly CaptureFigures[]): CaptureFigures {
	const sum = (pick: (one: CaptureFigures) => number) => figures.reduce((total, one) => total + pick(one), 0);
	return {
		name: 'all',
		marked: sum(({ marked }) => marked),
		captured: sum(({ captured }) => captured),
		owned: sum(({ owned }) => owned),
		missed: [],
		invented: figures.flatMap(({ invented }) => invented),
		wronglyOwned: [],
	};
}
