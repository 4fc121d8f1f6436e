import { can } from '#lib/domain/access/index.ts';
import { readBases } from '#lib/domain/imports/index.ts';
import { isWithinReference, type LegalReference } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { RULES, type RuleId } from '#lib/domain/scenario/index.ts';
import { err, ok, type FunctionKey, type Result } from '#lib/domain/shared/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listMarks, type BasisMark } from '../queries/basis-mark.ts';
import { listLegalActs, listParameters, listPowers, type LegalAct } from '../queries/legal.ts';
import {
	listActs,
	listProvisions,
	listWordings,
	type ActLine,
	type Provision,
	type Wording,
} from '../queries/legal-register.ts';
import { listRegulationLines } from '../queries/regulation.ts';
import { listReferences, type Referring } from '../queries/legal-references.ts';
import { openStructure, type OpenStructure, type WorkspaceAddress } from './workspace.ts';

export interface MarkLine extends BasisMark {
	readonly text: LocalText;
	readonly act: string;
}

export interface RegisterPage {
	readonly acts: readonly (ActLine & { readonly functions: number })[];
	/** Functions whose basis changed or ended and that nobody confirmed since. */
	readonly marks: readonly MarkLine[];
	readonly mayEditNational: boolean;
	readonly mayEditLocal: boolean;
}

/** The register of acts with how many functions rest on each, and the functions whose basis changed. */
export async function viewRegister(
	ctx: Ctx,
	address: WorkspaceAddress,
): Promise<Result<RegisterPage, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { structure, municipality, actor } = opened.value;
	const acts = await listActs(ctx.db, municipality.id);
	const resting = (key: string) =>
		structure.functions.filter(({ bases }) => bases.some(({ actKey }) => actKey === key)).length;
	const marks = await marksOf(ctx, opened.value);
	const mayEditLocal = can(actor, 'structure.edit', { municipalityId: municipality.id });
	return ok({
		acts: acts.map((act) => ({ ...act, functions: resting(act.key) })),
		marks: marks.map((mark) => ({
			...mark,
			act: acts.find(({ key }) => key === mark.actKey)?.abbreviation ?? mark.actKey,
		})),
		mayEditLocal,
		mayEditNational: actor.isAdministrator,
	});
}

/** Marks that hold in a version: the function is there and still rests on the provision. */
export async function marksOf(
	ctx: Ctx,
	{ structure, municipality }: OpenStructure,
): Promise<readonly (BasisMark & { readonly text: LocalText })[]> {
	const functions = new Map(structure.functions.map((fn) => [fn.key, fn]));
	return (await listMarks(ctx.db, municipality.id)).flatMap((mark) => {
		const fn = functions.get(mark.functionKey);
		const rests = fn?.bases.some(
			({ actKey, reference }) => actKey === mark.actKey && isWithinReference(reference, mark.reference),
		);
		return fn && rests ? [{ ...mark, text: fn.text }] : [];
	});
}

export interface ActPage {
	readonly act: ActLine;
	readonly provisions: readonly (Provision & { readonly functions: number })[];
	readonly mayEdit: boolean;
}

/** One act with its provisions in the order of the act. */
export async function viewAct(
	ctx: Ctx,
	address: WorkspaceAddress,
	key: string,
): Promise<Result<ActPage, Refused>> {
	const found = await openAct(ctx, address, key);
	if (!found.ok) return found;
	const { act, opened, mayEdit } = found.value;
	const all = await listProvisions(ctx.db, key);
	const { functions } = opened.structure;
	const provisions = all.map((one) => ({
		...one,
		functions: functions.filter(({ bases }) => bases.some((basis) => rests(basis, one))).length,
	}));
	return ok({ act, provisions: provisions.sort(inOrder), mayEdit });
}

export interface OpenAct {
	readonly opened: OpenStructure;
	readonly act: ActLine;
	/** National acts are the administrator's. */
	readonly mayEdit: boolean;
}

/** An act that the municipality sees; those of others are not there. */
export async function openAct(
	ctx: Ctx,
	address: WorkspaceAddress,
	key: string,
): Promise<Result<OpenAct, Refused>> {
	const opened = await openStructure(ctx, address);
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const act = (await listActs(ctx.db, municipality.id)).find((one) => one.key === key);
	if (!act) return err(DENIED);
	const mayEdit =
		act.municipalityId === null
			? actor.isAdministrator
			: can(actor, 'structure.edit', { municipalityId: municipality.id });
	return ok({ opened: opened.value, act, mayEdit });
}

/** Everything that rests on a provision or on a part of it (N08). */
export interface Dependants {
	readonly functions: readonly { readonly key: FunctionKey; readonly text: LocalText }[];
	readonly powers: readonly { readonly key: string; readonly text: LocalText }[];
	readonly parameters: readonly { readonly key: string; readonly citation: string }[];
	readonly rules: readonly RuleId[];
	readonly findings: readonly Referring[];
	readonly operations: readonly Referring[];
}

export interface ProvisionPage extends ActPage {
	readonly provision: Provision;
	readonly wordings: readonly Wording[];
	/** The text from which functions of the act were taken, for whoever may open it. */
	readonly textId: string | null;
	readonly dependants: Dependants;
}

/** A provision with its wordings and all that rests on it. */
export async function viewProvision(
	ctx: Ctx,
	address: WorkspaceAddress,
	at: { readonly act: string; readonly id: string },
): Promise<Result<ProvisionPage, Refused>> {
	const found = await openAct(ctx, address, at.act);
	if (!found.ok) return found;
	const { act, opened, mayEdit } = found.value;
	const provision = (await listProvisions(ctx.db, act.key)).find(({ id }) => id === at.id);
	if (!provision) return err(DENIED);
	return ok({
		...{ act, mayEdit, provision, provisions: [] },
		wordings: await listWordings(ctx.db, provision.id),
		textId: await textOf(ctx, opened, act.key),
		dependants: await dependantsOf(ctx, opened, provision),
	});
}

async function textOf(ctx: Ctx, { municipality, actor }: OpenStructure, key: string): Promise<string | null> {
	if (!can(actor, 'structure.edit', { municipalityId: municipality.id })) return null;
	const texts = await listRegulationLines(ctx.db, municipality.id);
	return texts.find(({ actKey }) => actKey === key)?.id ?? null;
}

async function dependantsOf(ctx: Ctx, opened: OpenStructure, provision: Provision): Promise<Dependants> {
	const { structure, municipality, actor } = opened;
	const acts = await listLegalActs(ctx.db, [municipality.id]);
	const cites = (citation: string) => basesIn(citation, acts).some((basis) => rests(basis, provision));
	const functions = structure.functions.filter(({ bases }) => bases.some((basis) => rests(basis, provision)));
	const powers = (await listPowers(ctx.db)).filter((power) => rests(power, provision));
	const parameters = (await listParameters(ctx.db)).filter(
		(one) => (one.municipality === null || one.municipality === municipality.id) && cites(one.citation),
	);
	const rules = RULES.filter(({ citation }) => cites(citation)).map(({ id }) => id);
	const keys = new Set<string>([
		...functions.map(({ key }) => key),
		...powers.map(({ key }) => key),
		...rules,
	]);
	const references = await listReferences(ctx.db, municipality.id, keys);
	const seesScenarios = can(actor, 'scenario.read', { municipalityId: municipality.id });
	return {
		functions: functions.map(({ key, text }) => ({ key, text })),
		powers: powers.map(({ key, text }) => ({ key, text })),
		parameters: [...new Map(parameters.map(({ key, citation }) => [key, { key, citation }])).values()],
		rules,
		findings: references.findings,
		operations: seesScenarios ? references.operations : [],
	};
}

/** Citations name the act before or after the place: „ЗМСМА, чл. 21, ал. 1, т. 2“. */
function basesIn(citation: string, acts: readonly LegalAct[]) {
	return readBases(
		citation,
		acts.map(({ key, abbreviation, name }) => ({ key, names: [abbreviation.bg, name.bg] })),
	).bases;
}

function rests(
	basis: { readonly actKey: string; readonly reference: LegalReference },
	provision: Pick<Provision, 'actKey' | 'reference'>,
): boolean {
	return basis.actKey === provision.actKey && isWithinReference(basis.reference, provision.reference);
}

function inOrder(a: Provision, b: Provision): number {
	const numbers = ({ reference: r }: Provision) =>
		[r.paragraph, r.article, r.subParagraph, r.point].map((part) => parseInt(part ?? '0', 10) || 0);
	const [left, right] = [numbers(a), numbers(b)];
	const at = left.findIndex((number, place) => number !== right[place]);
	return at >= 0 ? (left[at] ?? 0) - (right[at] ?? 0) : a.id < b.id ? -1 : 1;
}
