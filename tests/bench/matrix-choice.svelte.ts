import type { MatrixData } from '#lib/charts/matrix.ts';
import type { MatrixChoice } from '#lib/components/functions/matrix-choice.ts';
import type { MatrixSource } from '#lib/components/functions/matrix-data.ts';
import { structureLinks, type StructureLinks } from '#lib/components/org/links.ts';

/** The matrix as a person first sees it. */
export const choice: MatrixChoice = {
	area: '',
	q: '',
	unit: '',
	layer: 'both',
	posts: false,
	empty: false,
	turned: false,
	rows: 'act',
	columns: 'act',
	zoom: 'near',
	folded: [],
	functionOrder: [],
	placeOrder: [],
};

const none: MatrixSource = {
	areas: [],
	functions: [],
	units: [],
	posts: [],
	links: { ends: [], places: [], cells: [] },
	activities: [],
	isEditable: false,
};

interface Props extends Record<string, unknown> {
	data: MatrixData;
	source: MatrixSource;
	choice: MatrixChoice;
	onchoice: (choice: MatrixChoice) => void;
	links: StructureLinks;
}

class MatrixProps implements Props {
	[name: string]: unknown;
	data = $state.raw<MatrixData>({
		functions: [],
		places: [],
		links: { ends: [], places: [], cells: [] },
	});
	source = $state.raw<MatrixSource>(none);
	choice = $state.raw<MatrixChoice>(choice);
	onchoice = (next: MatrixChoice): void => {
		this.choice = next;
	};
	links = $state.raw<StructureLinks>(structureLinks('bench', new URL('http://bench.invalid/')));
}

/** What the measured matrix is given; a change of it is drawn. */
export const matrixProps = new MatrixProps();
