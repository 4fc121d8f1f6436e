import type { LegalReference } from '../legal/index.ts';
import { spelledOut } from './abbreviations.ts';
import { isStatus } from './actions.ts';
import { isRepealed } from './amendment-notes.ts';
import { clausesOfPoint, sentenceFunctions, sentencesOf } from './find-sentences.ts';
import { isGeneralStatement } from './general-clause.ts';
import { isAreaOfWork, isFinished, isGoneOn, MANNER } from './inner-lists.ts';
import type { RegulationNode } from './nodes.ts';
import { BARE_UNIT, openingOf, OPENS_FUNCTIONS } from './opening.ts';
import { namedUnit } from './owners.ts';
import { itemsOf, openReading, ownerOf, type Reading } from './reading.ts';
import { isNameOfUnit, startsWithBody, startsWithOrgan } from './marks.ts';
import { pageAt } from './shadow.ts';
import { startsWithVerb } from './verbs.ts';
import { bodyOf, paragraphsOf, toWording } from './wording.ts';

/** A function as the act states it: a point of a list, or a clause of a sentence. */
export interface StatedFunction {
	/** Number of the statement, the same as long as the text is: that of its part, for a further clause a greater one. */
	readonly node: number;
	/** The part of the act that states it. */
	readonly part: number;
	readonly anchor: string;
	readonly reference: LegalReference;
	/** Page of the text, where it has page breaks. */
	readonly page: number | null;
	readonly wording: string;
	/** The unit as the act names it; null when the act does not say. */
	readonly ownerText: string | null;
	/** What opens the list of points inside a point: „в областта на бюджета“. */
	readonly context: string | null;
	/** The clause that every unit has: „изпълнява и други задачи, възложени от кмета“. */
	readonly isGeneral: boolean;
	readonly way: 'list' | 'sentence' | 'hand';
}

/** Clauses of one part are numbered in steps of this; no act has so many parts. */
export const CLAUSE_STEP = 1_000_000;
/** So many clauses one part may state. */
const MOST_CLAUSES = 40;

/**
 * The functions that an act states: every point of each list that a unit „изпълнява“, or that stands under the bare
 * name of a unit, and every clause of a sentence in which a unit does something. A point that opens a list of its own
 * gives that list instead of itself. Lists of anything else — units, posts, rights of the council — give none. In the
 * order of the text.
 */
export function findFunctions(text: string, nodes: readonly RegulationNode[]): readonly StatedFunction[] {
	const finding: Finding = {
		...openReading(text, nodes),
		stated: new Map(),
		parts: new Set(),
		opened: new Set(),
		owners: new Map(),
	};
	for (const node of nodes) {
		if (finding.parts.has(node.index) || finding.opened.has(node.index) || isInside(finding, node)) continue;
		const opening = openingOf(finding, node);
		takeBeforeList(finding, node);
		if (opening !== undefined) {
			const ownerText = opening ?? spokenOfBefore(finding, node) ?? null;
			finding.owners.set(node.index, ownerText);
			takeList(finding, node, { ownerText, context: null });
			if (node.kind === 'preamble') takeParagraphs(finding, node);
		} else takeSentences(finding, node);
	}
	return [...finding.stated.values()].sort((a, b) => a.part - b.part || a.node - b.node);
}

/**
 * A part that a person says states a function, with the unit that the act names for it. A number beyond those of the
 * parts is that of a further act of a point that a person split.
 */
export function stateByHand(
	text: string,
	nodes: readonly RegulationNode[],
	number: number,
): StatedFunction | undefined {
	const node = nodes[number % CLAUSE_STEP];
	const whole = node === undefined ? '' : toWording(bodyOf(text, node));
	const at = Math.floor(number / CLAUSE_STEP);
	const wording = at === 0 ? whole : toWording(clausesOfPoint(whole)[at] ?? '');
	if (node === undefined || wording === '') return undefined;
	const list = { ownerText: ownerOf(openReading(text, nodes), node, bodyOf(text, node)), context: null };
	return { ...statement(text, node, wording, list), node: number, way: 'hand' };
}

interface Finding extends Reading {
	readonly stated: Map<number, StatedFunction>;
	/** Parts that state something. */
	readonly parts: Set<number>;
	/** Points whose lists were taken with the list that they stand in. */
	readonly opened: Set<number>;
	/** Of whom a part speaks, where it speaks of a unit; null where it only says „отделът“. */
	readonly owners: Map<number, string | null>;
}

/** A part of a point that is a function already opens nothing. */
function isInside({ parts, nodes }: Finding, node: RegulationNode): boolean {
	for (let above = node.parent; above !== null; above = nodes[above]?.parent ?? null)
		if (parts.has(above)) return true;
	return false;
}

interface ListOf {
	readonly ownerText: string | null;
	readonly context: string | null;
}

function takeList(finding: Finding, node: RegulationNode, list: ListOf): void {
	for (const item of itemsOf(finding, node)) {
		const body = bodyOf(finding.text, item);
		if (isStatus(body)) continue;
		const inner = itemsOf(finding, item);
		const manner = inner.length > 0 && startsWithVerb(body) ? MANNER.exec(body) : null;
		if (manner) takeItem(finding, item, body.slice(0, manner.index), list, false);
		else if (isFinished(body, inner)) {
			takeItem(finding, item, body, list, false);
			finding.opened.add(item.index);
			takeList(finding, item, list);
		} else if (inner.length > 0 && body.endsWith(':') && !isGoneOn(finding, body, inner)) {
			const named = BARE_UNIT.test(body) || OPENS_FUNCTIONS.test(body) ? namedUnit(body) : null;
			finding.opened.add(item.index);
			const context = named === null ? body.slice(0, -1).trim() : null;
			takeList(finding, item, { ownerText: named ?? list.ownerText, context: context ?? list.context });
		} else if (isAreaOfWork(finding, body, inner)) {
			finding.opened.add(item.index);
			takeList(finding, item, { ...list, context: body.replace(/[.;,]+$/u, '') });
		} else if (inner.length > 0 || startsWithVerb(body) || !takeSentences(finding, item))
			takeItem(finding, item, body, list);
	}
}

function takeItem(finding: Finding, item: RegulationNode, body: string, list: ListOf, goesOn = true): void {
	const inner = goesOn ? itemsOf(finding, item).map((one) => bodyOf(finding.text, one)) : [];
	const wording = toWording([body, ...inner].join(' '));
	if (!/\p{L}{3}/u.test(wording) || isRepealed(wording)) return;
	take(finding, item, 0, { ...statement(finding.text, item, wording, list), way: 'list' });
}

const IN_SENTENCES: ReadonlySet<RegulationNode['kind']> = new Set<RegulationNode['kind']>([
	'article',
	'sub-paragraph',
	'lead',
	'point',
	'letter',
	'dash',
]);

/** The clauses of a part that lists nothing; false where it states none. */
function takeSentences(finding: Finding, node: RegulationNode): boolean {
	if (node.kind === 'preamble' || node.kind === 'heading') return takeParagraphs(finding, node);
	if (!IN_SENTENCES.has(node.kind) || itemsOf(finding, node).length > 0) return false;
	const body = bodyOf(finding.text, node);
	const { at, named } = takeClauses(finding, node, body, { at: 0, named: spokenOfBefore(finding, node) });
	if (at > 0 || startsWithBody(body)) finding.owners.set(node.index, named ?? namedUnit(body));
	return at > 0;
}

/** „Отделът осъществява надзор. Той включва следните сектори:“: the sentences before the one that opens the list. */
function takeBeforeList(finding: Finding, node: RegulationNode): void {
	if (!IN_SENTENCES.has(node.kind) || itemsOf(finding, node).length === 0) return;
	const sentences = sentencesOf(bodyOf(finding.text, node));
	const before = sentences.filter((one, at) => at < sentences.length - 1 || one.endsWith('.')).join(' ');
	if (before === '') return;
	takeClauses(finding, node, before, { at: 0, named: spokenOfBefore(finding, node) });
	// The points below say something of their own.
	finding.parts.delete(node.index);
}

/** A page without numbers, and what stands under a title alone: a paragraph may go on with the unit of the one before. */
function takeParagraphs(finding: Finding, node: RegulationNode): boolean {
	if ((finding.children.get(node.index) ?? []).length > 0) return false;
	let taken: Taken = { at: 0, named: undefined };
	for (const paragraph of paragraphsOf(finding.text.slice(node.body, node.to))) {
		if (startsWithOrgan(paragraph)) taken = { ...taken, named: undefined };
		else if (isNameOfUnit(paragraph)) taken = { ...taken, named: namedUnit(`${paragraph}:`) };
		else if (!paragraph.endsWith(':')) taken = takeClauses(finding, node, paragraph, taken);
	}
	return taken.at > 0;
}

/** How many clauses of a part were taken, and of whom they speak; undefined while nobody was named. */
interface Taken {
	readonly at: number;
	readonly named: string | null | undefined;
}

function takeClauses(finding: Finding, node: RegulationNode, body: string, before: Taken): Taken {
	let { at, named } = before;
	for (const { ownerText, clauses } of sentenceFunctions(
		spelledOut(body, finding.names),
		named !== undefined,
	)) {
		named = ownerText ?? named ?? ownerOf(finding, node, '');
		const list = { ownerText: named, context: null };
		for (const clause of clauses.slice(0, MOST_CLAUSES - at)) {
			const stated = statement(finding.text, node, toWording(clause), list);
			take(finding, node, at++, { ...stated, way: 'sentence' });
		}
	}
	return { at, named };
}

/** Whom the sub-paragraph before speaks of, so that „(3) Осъществява …“ goes on with it. */
function spokenOfBefore(
	{ children, owners }: Finding,
	{ kind, parent, index }: RegulationNode,
): string | null | undefined {
	if (kind !== 'sub-paragraph' || parent === null) return undefined;
	const before = (children.get(parent) ?? []).findLast((one) => one.index < index);
	return owners.get(before?.index ?? parent);
}

function take({ stated, parts }: Finding, node: RegulationNode, at: number, one: StatedFunction): void {
	const number = node.index + at * CLAUSE_STEP;
	stated.set(number, { ...one, node: number });
	parts.add(node.index);
}

function statement(
	text: string,
	node: RegulationNode,
	wording: string,
	list: ListOf,
): Omit<StatedFunction, 'way'> {
	return {
		node: node.index,
		part: node.index,
		anchor: node.anchor,
		reference: node.reference,
		page: pageAt(text, node.from),
		wording,
		...list,
		isGeneral: isGeneralStatement(wording),
	};
}
