import * as d3 from 'd3';
import { flushSync, mount, unmount } from 'svelte';
import { noteStart } from '#lib/components/charts/started.ts';
import FunctionMatrix from '#lib/components/functions/FunctionMatrix.svelte';
import { matrixData, type MatrixSource } from '#lib/components/functions/matrix-data.ts';
import { structureLinks } from '#lib/components/org/links.ts';
import { marksIn } from '#lib/domain/workload/index.ts';
import { keepDocumentLanguage } from '#lib/i18n/document-language.ts';
import { choice, matrixProps } from './matrix-choice.svelte.ts';

/** What a drawing of a matrix offers to the measurement in the browser. */
export interface MatrixProbe {
	readonly draw: (source: MatrixSource) => void;
	readonly clear: () => void;
	readonly scroll: (by: { readonly x: number; readonly y: number }) => void;
	readonly filter: (words: string) => void;
	readonly sort: () => void;
}

declare global {
	interface Window {
		ownMatrix: MatrixProbe;
		tableMatrix: Pick<MatrixProbe, 'draw' | 'clear' | 'scroll'>;
		svgMatrix: Pick<MatrixProbe, 'draw' | 'clear' | 'scroll'>;
	}
}

// As every page of the product does when it comes to life.
keepDocumentLanguage();
noteStart();

const links = structureLinks('bench', new URL('http://bench.invalid/'));
const LETTERS = ['О', 'У', 'С', 'И'] as const;
let drawn: ReturnType<typeof mount> | undefined;

function stage(): HTMLElement {
	const found = document.getElementById('stage');
	if (!found) throw new Error('no stage');
	return found;
}

function scrollBox(box: Element | null, { x, y }: { x: number; y: number }): void {
	if (box) box.scrollBy(x, y);
}

window.ownMatrix = {
	draw: (source) => {
		matrixProps.choice = choice;
		matrixProps.data = matrixData(source, '');
		matrixProps.source = source;
		matrixProps.links = links;
		drawn = mount(FunctionMatrix, { target: stage(), props: matrixProps });
		flushSync();
	},
	clear: () => {
		if (drawn) void unmount(drawn);
	},
	scroll: (by) => scrollBox(stage().querySelector('.box'), by),
	filter: (words) => {
		matrixProps.choice = { ...matrixProps.choice, q: words };
		flushSync();
	},
	sort: () => {
		matrixProps.choice = { ...matrixProps.choice, rows: 'total', columns: 'total' };
		flushSync();
	},
};

/** A window of the same size as ours that scrolls over the whole picture. */
function peerBox(): HTMLElement {
	const box = document.createElement('div');
	box.className = 'peer';
	box.style.cssText = 'height:620px;overflow:auto;font-size:13px';
	stage().append(box);
	return box;
}

function lettersAt(source: MatrixSource): (row: number, column: number) => string {
	const marks = new Map<number, number>();
	const { ends, places, cells } = source.links;
	source.functions.forEach((_, fn) => {
		for (let at = ends[fn - 1] ?? 0; at < (ends[fn] ?? 0); at++)
			marks.set(fn * source.units.length + (places[at] ?? 0), marksIn(cells[at] ?? 0));
	});
	return (row, column) => {
		const found = marks.get(row * source.units.length + column) ?? 0;
		return LETTERS.filter((_, bit) => (found & (1 << bit)) !== 0).join('');
	};
}

const clearPeer = () => stage().replaceChildren();
const scrollPeer = (by: { readonly x: number; readonly y: number }) =>
	scrollBox(stage().querySelector('.peer'), by);

window.tableMatrix = {
	draw: (source) => {
		const letters = lettersAt(source);
		const rows = source.functions.map(
			(fn, row) =>
				`<tr><th>${fn.text.bg}</th>${source.units.map((_, column) => `<td>${letters(row, column)}</td>`).join('')}</tr>`,
		);
		const head = source.units.map((unit) => `<th>${unit.name.bg}</th>`).join('');
		peerBox().innerHTML = `<table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
	},
	clear: clearPeer,
	scroll: scrollPeer,
};

window.svgMatrix = {
	draw: (source) => {
		const [cell, line, left, top] = [30, 34, 380, 176];
		const letters = lettersAt(source);
		const filled = source.functions.flatMap((_, row) =>
			source.units.flatMap((__, column) => {
				const text = letters(row, column);
				return text === '' ? [] : [{ row, column, text }];
			}),
		);
		const svg = d3
			.select(peerBox())
			.append('svg')
			.attr('width', left + source.units.length * cell)
			.attr('height', top + source.functions.length * line);
		const names = (items: readonly string[], at: (index: number) => string) =>
			svg
				.append('g')
				.selectAll('text')
				.data(items)
				.join('text')
				.attr('transform', (_, index) => at(index))
				.text(String);
		names(
			source.functions.map((fn) => fn.text.bg),
			(row) => `translate(0 ${top + row * line + 20})`,
		);
		names(
			source.units.map((unit) => unit.name.bg),
			(column) => `translate(${left + column * cell + 18} ${top}) rotate(-50)`,
		);
		const cells = svg
			.append('g')
			.selectAll('g')
			.data(filled)
			.join('g')
			.attr('transform', (one) => `translate(${left + one.column * cell} ${top + one.row * line})`);
		cells
			.append('rect')
			.attr('width', cell - 1)
			.attr('height', line - 1)
			.attr('fill', '#b3d6cf');
		cells
			.append('text')
			.attr('x', 15)
			.attr('y', 22)
			.attr('text-anchor', 'middle')
			.text((one) => one.text);
	},
	clear: clearPeer,
	scroll: scrollPeer,
};
