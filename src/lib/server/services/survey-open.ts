import { can, seesAllPeople, type Action, type Actor } from '#lib/domain/access/index.ts';
import { lookUp, type LocalText, type Municipality, type StructureLookup } from '#lib/domain/org/index.ts';
import { depthFirst, err, ok, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import type { SurveyCampaign, SurveyCampaignId, SurveyRespondent } from '#lib/domain/workload/index.ts';
import { authorise, DENIED, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { listEmployees } from '../queries/employee.ts';
import { findSurveyCampaign } from '../queries/survey-respondent.ts';
import { recordAudit } from './audit.ts';
import { readStructure } from './structure-cache.ts';
import { openMunicipality } from './workspace.ts';

/** Which campaign a page is about. */
export interface SurveyAddress {
	readonly slug: string;
	readonly id: string;
}

/** A campaign with the structure that it asks about, and who looks at it. */
export interface OpenSurvey {
	readonly actor: Actor;
	readonly municipality: Municipality;
	readonly campaign: SurveyCampaign;
	readonly lookup: StructureLookup;
	/** The unit that a unit head is limited to; null for whoever sees every unit. */
	readonly onlyUnit: UnitKey | null;
	readonly mayManage: boolean;
}

/** The campaign, when it belongs to the municipality and the actor may do the action there. */
export async function openSurvey(
	ctx: Ctx,
	{ slug, id }: SurveyAddress,
	action: 'survey.read' | 'survey.manage' = 'survey.read',
): Promise<Result<OpenSurvey, Refused>> {
	const opened = await openMunicipality(ctx, slug, action);
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const campaign = await findSurveyCampaign(ctx.db, id as SurveyCampaignId);
	if (campaign?.municipalityId !== municipality.id) return err(DENIED);
	const structure = await readStructure(ctx.db, campaign.versionId);
	if (!structure) return err(DENIED);
	const may = (what: Action) => can(actor, what, { municipalityId: municipality.id });
	return ok({
		actor,
		municipality,
		campaign,
		lookup: lookUp(structure),
		onlyUnit: ownUnit(actor, municipality),
		mayManage: may('survey.manage'),
	});
}

/** The own unit of somebody who is nothing but a unit head here. */
export function ownUnit(actor: Actor, municipality: Municipality): UnitKey | null {
	if (actor.isAdministrator) return null;
	const here = actor.memberships.filter(({ municipalityId }) => municipalityId === municipality.id);
	if (here.some(({ role }) => role === 'consultant' || role === 'hr')) return null;
	return here.find(({ role }) => role === 'unit-head')?.unitKey ?? null;
}

/** Whether the actor may validate the answers of a unit: as the campaign says, and nobody else. */
export function validates({ actor, municipality, campaign }: OpenSurvey, unitKey: UnitKey): boolean {
	const here = { municipalityId: municipality.id, unitKey };
	if (!can(actor, 'survey.validate', here)) return false;
	const role = campaign.validator;
	return actor.memberships.some(
		(membership) =>
			membership.municipalityId === municipality.id &&
			membership.role === role &&
			(role === 'consultant' || membership.unitKey === unitKey),
	);
}

/** Whether the actor reads the answers of one person of a unit: whoever validates them, and the analyst if promised. */
export function readsAnswers(open: OpenSurvey, unitKey: UnitKey): boolean {
	if (validates(open, unitKey)) return true;
	const { actor, municipality, campaign } = open;
	return (
		campaign.seenBy === 'validator-and-analyst' &&
		actor.memberships.some(
			({ municipalityId, role }) => municipalityId === municipality.id && role === 'consultant',
		)
	);
}

/** Whether the actor may have a new link of a seat: it opens what was answered there. */
export function mayHaveNewLink(
	open: OpenSurvey,
	{ state, unitKey }: Pick<SurveyRespondent, 'state' | 'unitKey'>,
): boolean {
	return state === 'not-started' || readsAnswers(open, unitKey);
}

/** Respondents that the actor may know of, in the order of the units of the structure. */
export function inUnitOrder<Item extends Pick<SurveyRespondent, 'unitKey'>>(
	{ lookup, onlyUnit }: Pick<OpenSurvey, 'lookup' | 'onlyUnit'>,
	respondents: readonly Item[],
): readonly Item[] {
	const place = new Map(depthFirst(lookup.structure.units).map(({ item }, at) => [item.key, at]));
	const of = ({ unitKey }: Item) => place.get(unitKey) ?? place.size;
	return respondents
		.filter(({ unitKey }) => onlyUnit === null || unitKey === onlyUnit)
		.sort((a, b) => of(a) - of(b));
}

/**
 * Names of the people on the seats, for human resources and for the head of the unit; every look is on record.
 * Everybody else gets none.
 */
export async function namesOfSeats(
	ctx: Ctx,
	open: OpenSurvey,
	respondents: readonly SurveyRespondent[],
): Promise<ReadonlyMap<string, string>> {
	const { actor, municipality } = open;
	const isSeen = ({ unitKey }: SurveyRespondent) =>
		seesAllPeople(actor, municipality.id) ||
		authorise(ctx, 'people.read', { municipalityId: municipality.id, unitKey }).ok;
	const known = respondents.filter((one) => one.employeeId !== null && isSeen(one));
	if (known.length === 0) return new Map();
	const people = new Map((await listEmployees(ctx.db, municipality.id)).map(({ id, name }) => [id, name]));
	await ctx.db
		.transaction()
		.execute((tx) => auditSurvey(ctx, tx, open, { action: 'people.look', before: null, after: null }));
	return new Map(
		known.map((one) => [one.id, (one.employeeId === null ? undefined : people.get(one.employeeId)) ?? '']),
	);
}

/** How a seat is called by whoever may not know the person. */
export interface SeatWords {
	readonly post: LocalText;
	readonly seat: number;
	/** Whether the post has several seats in the campaign. */
	readonly isOneOfMany: boolean;
}

export function seatWords(
	{ lookup }: Pick<OpenSurvey, 'lookup'>,
	respondents: readonly Pick<SurveyRespondent, 'postKey' | 'seat'>[],
): (of: Pick<SurveyRespondent, 'postKey' | 'seat'>) => SeatWords {
	const counts = new Map<string, number>();
	for (const { postKey } of respondents) counts.set(postKey, (counts.get(postKey) ?? 0) + 1);
	return ({ postKey, seat }) => ({
		post: lookup.postByKey.get(postKey)?.title ?? { bg: postKey, en: null },
		seat,
		isOneOfMany: (counts.get(postKey) ?? 0) > 1,
	});
}

export async function auditSurvey(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, campaign }: Pick<OpenSurvey, 'actor' | 'municipality' | 'campaign'>,
	entry: { readonly action: string; readonly before: unknown; readonly after: unknown },
): Promise<void> {
	await recordAudit(ctx, tx, {
		...entry,
		actor,
		municipalityId: municipality.id,
		entity: 'survey',
		entityKey: campaign.id,
		versionId: campaign.versionId,
	});
}
