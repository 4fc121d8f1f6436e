import type {
	HeadcountTotals,
	LocalText,
	Origin,
	OrgUnit,
	ParticipationRole,
	Post,
	StructureFinding,
} from '#lib/domain/org/index.ts';
import { formatHeadcount, formatMoment } from '#lib/i18n/format.ts';
import { nameOfSource } from '#lib/i18n/import-names.ts';
import { sourceText } from '#lib/i18n/legal-text.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
	nameOfVerification,
} from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import type { About, AboutFact, AboutList } from './about.ts';
import { checkText } from './check-text.ts';
import type { HistoryWords } from './history-words.ts';
import type { StructureLinks } from './links.ts';

/** Items of a list that are told at once; the rest stand on the page of the thing. */
const MOST_TOLD = 5;

interface Cell {
	readonly label: string;
	readonly file: string;
	readonly sheet: string | null;
	readonly cell: string | null;
}

/** What units and posts have alike. */
export interface Thing {
	readonly functions: readonly { readonly key: string; readonly text: LocalText; readonly role: string }[];
	readonly checks: readonly StructureFinding[];
	readonly findings: readonly { readonly id: string; readonly number: number; readonly title: string }[];
	readonly history: readonly HistoryWords[];
	readonly cells: readonly Cell[];
	readonly origin: Origin;
}

export interface Where {
	readonly links: StructureLinks;
	/** Page of the thing. */
	readonly href: string;
	readonly mayReadTrail: boolean;
}

/** Where the lists stand on the two pages. */
const ANCHORS = {
	unit: { functions: '#functions', noted: '#checks-title' },
	post: { functions: '#post-functions', noted: '#post-findings' },
} as const;

/** A unit: what it is, its people, what it does, what was found, who changed it, where it came from. */
export function aboutUnit(
	page: Omit<Thing, 'functions' | 'origin' | 'checks'> & {
		readonly unit: OrgUnit;
		readonly own: HeadcountTotals;
		readonly total: HeadcountTotals;
		readonly checks: readonly StructureFinding[];
		readonly functions: readonly {
			readonly key: string;
			readonly text: LocalText;
			readonly roles: readonly ParticipationRole[];
		}[];
	},
	where: Where,
): About {
	const { unit, own, total, functions } = page;
	const { href } = where;
	const accountable = functions.filter((fn) => fn.roles.includes('accountable')).length;
	const count = (label: string, value: string, at: string): AboutFact => ({ label, value, href: href + at });
	const vacant = m.structure_stat_vacant({ count: formatHeadcount(own.vacant) });
	return {
		lead: [nameOfUnitKind(unit.kind), nameOfPart(unit.part), sourceOf(unit.origin)].join(' · '),
		facts: [
			count(
				m.structure_stat_own_posts(),
				[formatHeadcount(own.approved), ...(own.vacant > 0 ? [vacant] : [])].join(', '),
				'#posts',
			),
			count(m.structure_stat_total_posts(), formatHeadcount(total.approved), '#posts'),
			count(m.structure_stat_accountable(), String(accountable), '#functions'),
			count(m.structure_stat_participates(), String(functions.length - accountable), '#functions'),
		],
		lists: listsOf(
			{
				...page,
				origin: unit.origin,
				functions: functions.map(({ key, text, roles }) => ({
					...{ key, text },
					role: roles.map((role) => nameOfRole(role)).join(', '),
				})),
			},
			where,
			ANCHORS.unit,
		),
	};
}

/** A post: its places and its nature, what it does, what was found, who changed it, where it came from. */
export function aboutPost(
	page: Omit<Thing, 'functions' | 'origin' | 'checks'> & {
		readonly post: Post;
		readonly unit: { readonly key: string; readonly name: LocalText };
		readonly functions: readonly {
			readonly key: string;
			readonly text: LocalText;
			readonly role: ParticipationRole;
		}[];
	},
	where: Where,
): About {
	const { post, unit, functions } = page;
	const nature = [nameOfCategory(post.category), nameOfRelation(post.relation), nameOfFunding(post.funding)];
	const functionLines = functions.map(({ key, text, role }) => ({ key, text, role: nameOfRole(role) }));
	return {
		lead: [...nature, sourceOf(post.origin)].join(' · '),
		facts: [
			{ label: m.structure_field_unit(), value: localText(unit.name), href: where.links.unit(unit.key) },
			{ label: m.structure_field_approved(), value: formatHeadcount(post.approved), href: where.href },
			{ label: m.structure_field_occupied(), value: formatHeadcount(post.occupied), href: where.href },
		],
		lists: listsOf(
			{ ...page, checks: [], origin: post.origin, functions: functionLines },
			where,
			ANCHORS.post,
		),
	};
}

/** From which source a thing is known, and whether it was verified there. */
export function sourceOf({ source, asOf, verification }: Origin): string {
	const words = [sourceText(source), asOf, nameOfVerification(verification)].filter(Boolean).join(', ');
	return `${m.structure_field_source()}: ${words}`;
}

function listsOf(
	thing: Thing,
	where: Where,
	at: { readonly functions: string; readonly noted: string },
): readonly AboutList[] {
	const { links, href } = where;
	const functions = thing.functions.map(({ key, text, role }) => ({
		...{ text: localText(text), href: links.fn(key), note: role },
	}));
	const checks = thing.checks.map((check) => ({ text: checkText(check), href: href + at.noted, note: '' }));
	const noted = [...checks, ...foundItems(thing.findings, links)];
	return [
		firstOf(m.shell_functions(), href + at.functions, functions),
		firstOf(m.structure_checks(), href + at.noted, noted),
		...tracesOf(thing, where),
	];
}

/** The first of some items, with where all of them stand. */
export function firstOf(title: string, href: string, items: AboutList['items']): AboutList {
	return { title, count: items.length, href, items: items.slice(0, MOST_TOLD) };
}

/** Findings about a thing, each a link. */
export function foundItems(findings: Thing['findings'], links: StructureLinks): AboutList['items'] {
	return findings.map(({ id, number, title }) => ({
		...{ text: title, href: links.finding(id) },
		note: m.structure_finding_number({ number }),
	}));
}

/** Who changed a thing, for whoever may read that, and the cells of files that it came from. */
export function tracesOf(
	{ history, cells }: Pick<Thing, 'history' | 'cells'>,
	{ href, mayReadTrail }: Where,
): readonly AboutList[] {
	return [
		...(mayReadTrail ? [firstOf(m.structure_history(), `${href}#history-title`, historyItems(history))] : []),
		...(cells.length > 0 ? [firstOf(m.imports_where_from(), href, cellItems(cells))] : []),
	];
}

function historyItems(history: readonly HistoryWords[]): AboutList['items'] {
	return history.map(({ at, who, what, lines }) => ({
		text: [what, ...lines.map(({ label, from, to }) => `${label}: ${from} → ${to}`)].join(' · '),
		...{ href: null, note: `${formatMoment(at)}, ${who}` },
	}));
}

function cellItems(cells: readonly Cell[]): AboutList['items'] {
	return cells.map(({ label, file, sheet, cell }) => ({
		text: label,
		...{ href: null, note: [file, sheet, nameOfSource(cell)].filter(Boolean).join(' · ') },
	}));
}
