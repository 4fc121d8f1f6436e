import type { Action } from '#lib/domain/access/index.ts';
import { m } from '#lib/paraglide/messages.js';

export interface RailEntry {
	/** Where it leads, without what stands after „?“. */
	readonly path: string;
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
	/** Problems in the data of the version. */
	readonly problems?: number;
	readonly units?: number;
	readonly functions?: number;
	readonly findings?: number;
	readonly scenarios?: number;
	readonly proposals?: number;
	readonly needs?: number;
}

interface Planned extends Omit<RailEntry, 'href'> {
	/** The entry is shown to whoever may do this. */
	readonly needs?: Action;
}

export interface RailOptions {
	readonly slug: string;
	readonly allowed: readonly Action[];
	readonly counts: RailNumbers;
	/** The version that the person chose; null is the one in force. Every entry keeps it. */
	readonly version: string | null;
}

/** The rail of a municipality by phase: Данни → Анализ → Предложение → Съвет → Обучение → Изпълнение. */
export function railPhases({ slug, allowed, counts, version }: RailOptions): readonly RailPhase[] {
	const query = version === null ? '' : `?version=${encodeURIComponent(version)}`;
	const phases = plannedPhases(`/m/${slug}`, counts);
	return phases
		.map((phase) => ({
			...phase,
			entries: phase.entries
				.filter((entry) => !entry.needs || allowed.includes(entry.needs))
				.map(({ path, label, count }) => ({ path, label, count, href: `${path}${query}` })),
		}))
		.filter((phase) => phase.entries.length > 0);
}

export interface HomeRailOptions {
	/** The municipalities that the person may read, by name. */
	readonly municipalities: readonly { readonly slug: string; readonly name: string }[];
	readonly isAdministrator: boolean;
}

/** The rail of pages that are not about one municipality: the municipalities, and what belongs to the person. */
export function homePhases({ municipalities, isAdministrator }: HomeRailOptions): readonly RailPhase[] {
	const entry = (path: string, label: string): RailEntry => ({ path, href: path, label });
	return [
		{
			label: m.shell_phase_municipalities(),
			entries: [
				entry('/m', m.shell_compare()),
				...municipalities.map(({ slug, name }) => entry(`/m/${slug}`, name)),
			],
		},
		{
			label: m.shell_phase_installation(),
			entries: [
				entry('/account', m.shell_account()),
				...(isAdministrator
					? [
							entry('/admin/municipalities', m.shell_municipalities()),
							entry('/admin/users', m.shell_users()),
							entry('/admin/parameters', m.shell_parameters()),
						]
					: []),
			],
		},
	];
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
				{ path: at(''), label: m.shell_overview() },
				{ path: at('/structure'), label: m.shell_structure(), count: counts.units },
				{ path: at('/functions'), label: m.shell_functions(), count: counts.functions },
				{ path: at('/legal'), label: m.legal_title() },
				{ path: at('/cards'), label: m.cards_title() },
				{ path: at('/people'), label: m.shell_people(), needs: 'people.read' },
				{ path: at('/imports'), label: m.imports_title(), needs: 'import.use' },
				{ path: at('/quality'), label: m.quality_title(), count: counts.problems, needs: 'quality.read' },
				{ path: at('/history'), label: m.history_title(), needs: 'trail.read' },
			],
		},
		{
			label: m.shell_phase_analysis(),
			entries: [
				{ path: at('/overlaps'), label: m.shell_overlaps() },
				{ path: at('/workload'), label: m.shell_workload() },
				{ path: at('/surveys'), label: m.survey_title(), needs: 'survey.read' },
				{ path: at('/findings'), label: m.shell_findings(), count: counts.findings },
			],
		},
		{
			label: m.shell_phase_proposal(),
			entries: [
				{
					path: at('/scenarios'),
					label: m.shell_scenarios(),
					count: counts.scenarios,
					needs: 'scenario.read',
				},
			],
		},
		{
			label: m.shell_phase_council(),
			entries: [
				{ path: at('/council'), label: m.shell_council(), count: counts.proposals, needs: 'proposal.read' },
			],
		},
		{
			label: m.shell_phase_training(),
			entries: [
				{ path: at('/training'), label: m.shell_training_gaps() },
				{ path: at('/training/needs'), label: m.shell_training_needs(), count: counts.needs },
				{ path: at('/training/plan'), label: m.shell_training_plan() },
				{ path: at('/training/sessions'), label: m.session_rail() },
			],
		},
		{
			label: m.shell_phase_execution(),
			entries: [{ path: at('/findings/actions'), label: m.shell_actions() }],
		},
	];
}

/** The entry whose path is the longest beginning of the page's address. */
export function currentPath(phases: readonly RailPhase[], path: string): string | undefined {
	const fits = phases
		.flatMap((phase) => phase.entries.map((entry) => entry.path))
		.filter((own) => path === own || (!isRoot(own) && path.startsWith(`${own}/`)));
	return fits.sort((left, right) => right.length - left.length)[0];
}

/** The overview stands at the root of the municipality and is current only there. */
function isRoot(path: string): boolean {
	return path.split('/').length === 3;
}
