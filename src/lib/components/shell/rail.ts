import type { Action } from '#lib/domain/access/index.ts';
import { m } from '#lib/paraglide/messages.js';

export interface RailEntry {
	readonly href: string;
	readonly label: string;
	readonly count?: number | undefined;
}

export interface RailPhase {
	readonly label: string;
	readonly entries: readonly RailEntry[];
}

/** How many things stand behind an entry; absent where the actor may not look. */
export interface RailNumbers {
	readonly units?: number;
	readonly functions?: number;
	readonly findings?: number;
	readonly scenarios?: number;
	readonly proposals?: number;
	readonly needs?: number;
}

interface Planned extends RailEntry {
	/** The entry is shown to whoever may do this. */
	readonly needs?: Action;
}

/** The rail of a municipality by phase: Данни → Анализ → Предложение → Съвет → Обучение → Изпълнение. */
export function railPhases(
	slug: string,
	allowed: readonly Action[],
	counts: RailNumbers,
): readonly RailPhase[] {
	const phases = plannedPhases(`/m/${slug}`, counts);
	return phases
		.map((phase) => ({
			...phase,
			entries: phase.entries.filter((entry) => !entry.needs || allowed.includes(entry.needs)),
		}))
		.filter((phase) => phase.entries.length > 0);
}

interface PlannedPhase {
	readonly label: string;
	readonly entries: readonly Planned[];
}

function plannedPhases(root: string, counts: RailNumbers): readonly PlannedPhase[] {
	const at = (path: string) => `${root}${path}`;
	return [
		{
			label: m.shell_phase_data(),
			entries: [
				{ href: at(''), label: m.shell_overview() },
				{ href: at('/structure'), label: m.shell_structure(), count: counts.units },
				{ href: at('/functions'), label: m.shell_functions(), count: counts.functions },
				{ href: at('/people'), label: m.shell_people(), needs: 'people.read' },
			],
		},
		{
			label: m.shell_phase_analysis(),
			entries: [
				{ href: at('/overlaps'), label: m.shell_overlaps() },
				{ href: at('/workload'), label: m.shell_workload() },
				{ href: at('/findings'), label: m.shell_findings(), count: counts.findings },
			],
		},
		{
			label: m.shell_phase_proposal(),
			entries: [
				{
					href: at('/scenarios'),
					label: m.shell_scenarios(),
					count: counts.scenarios,
					needs: 'scenario.read',
				},
			],
		},
		{
			label: m.shell_phase_council(),
			entries: [
				{ href: at('/council'), label: m.shell_council(), count: counts.proposals, needs: 'proposal.read' },
			],
		},
		{
			label: m.shell_phase_training(),
			entries: [
				{ href: at('/training'), label: m.shell_training_gaps() },
				{ href: at('/training/needs'), label: m.shell_training_needs(), count: counts.needs },
				{ href: at('/training/plan'), label: m.shell_training_plan() },
			],
		},
		{
			label: m.shell_phase_execution(),
			entries: [{ href: at('/findings/actions'), label: m.shell_actions() }],
		},
	];
}

/** The entry whose address is the longest beginning of the page's address. */
export function currentHref(phases: readonly RailPhase[], path: string): string | undefined {
	const fits = phases
		.flatMap((phase) => phase.entries.map((entry) => entry.href))
		.filter((href) => path === href || (!isRoot(href) && path.startsWith(`${href}/`)));
	return fits.sort((left, right) => right.length - left.length)[0];
}

/** The overview stands at the root of the municipality and is current only there. */
function isRoot(href: string): boolean {
	return href.split('/').length === 3;
}
