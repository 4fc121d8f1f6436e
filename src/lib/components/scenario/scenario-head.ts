import type { ScenarioAside } from './scenario-aside.ts';

/** What the frame of a scenario shows. */
export interface ScenarioFrameData {
	readonly scenario: { readonly id: string; readonly name: string };
	readonly operations: number;
	readonly head: ScenarioHead;
	readonly aside: ScenarioAside;
}

/** The head of every page of a scenario, in words made on the server, so that no page carries the texts. */
export interface ScenarioHead {
	readonly lead: string;
	/** The operation that does not apply, and why. */
	readonly refused: string | null;
	/** That it is before the council or adopted, with the way there. */
	readonly status: {
		readonly tone: 'ok' | 'info';
		readonly text: string;
		readonly href: string;
		readonly label: string;
	} | null;
	readonly stats: readonly {
		readonly value: string;
		readonly label: string;
		readonly href: string;
		readonly note?: string;
		readonly tone?: 'warning';
	}[];
	readonly tabs: readonly { readonly path: string; readonly label: string; readonly count?: number }[];
}
