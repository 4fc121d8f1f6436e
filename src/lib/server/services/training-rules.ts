import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { StructureLookup } from '#lib/domain/org/index.ts';
import { cardEditions, editionsToKnow } from '#lib/domain/adminservice/index.ts';
import type { IsoDate, MunicipalityId, TechnologyCardId } from '#lib/domain/shared/index.ts';
import {
	addMonths,
	performingPosts,
	postsOfUnitWork,
	postsTouchedBy,
	type RuleChange,
} from '#lib/domain/training/index.ts';
import type { Ctx } from '../context.ts';
import { listChangedBases, listChangedRegulations, type ChangedBasis } from '../queries/rule-change.ts';
import { listCards } from '../queries/technology-card.ts';

/** What a changed rule is called and where it stands, by `<rule>:<ref>`. */
export type RuleName =
	| { readonly kind: 'provision'; readonly act: ChangedBasis['act']; readonly reference: LegalReference }
	| { readonly kind: 'regulation'; readonly title: string }
	| {
			readonly kind: 'card';
			readonly card: TechnologyCardId;
			readonly number: string;
			readonly service: string;
			/** What changed; null where the card itself is new. */
			readonly what: string | null;
	  };

export interface RuleChanges {
	readonly changes: readonly RuleChange[];
	readonly names: ReadonlyMap<string, RuleName>;
}

/**
 * The rules that changed within so many months before the day, or will change, each with the posts it touches: of a
 * provision those that perform a function resting on it, of organisational rules those of the units they state, of a
 * technology card those it touches. Of a card the form in force counts and every one still to come.
 */
export async function readRuleChanges(
	ctx: Ctx,
	at: {
		readonly municipalityId: MunicipalityId;
		readonly lookup: StructureLookup;
		readonly asOf: IsoDate;
		/** `training.rule-change.months`; undefined: no rule counts as new. */
		readonly months: number | undefined;
	},
): Promise<RuleChanges> {
	const { municipalityId, lookup, asOf, months } = at;
	const isNew = (since: IsoDate) => months !== undefined && since >= addMonths(asOf, -months);
	const bases = await listChangedBases(ctx.db, municipalityId);
	const regulations = await listChangedRegulations(ctx.db, municipalityId);
	const cards = await listCards(ctx.db, municipalityId);
	return {
		changes: [
			...bases
				.filter(({ since }) => isNew(since))
				.map(({ provisionId, functionKey, since }) => ({
					rule: 'provision' as const,
					ref: provisionId,
					changedOn: since,
					postKeys: performingPosts(lookup, functionKey),
				})),
			...regulations
				.filter(({ since }) => isNew(since))
				.map(({ id, unitKey, since }) => ({
					rule: 'regulation' as const,
					ref: id,
					changedOn: since,
					postKeys: postsOfUnitWork(lookup, unitKey),
				})),
			...cards
				.flatMap((card) => editionsToKnow(card, asOf).map((edition) => ({ card, edition })))
				.filter(({ edition }) => isNew(edition.since))
				.map(({ card, edition }) => ({
					rule: 'card' as const,
					ref: edition.ref,
					changedOn: edition.since,
					postKeys: postsTouchedBy(lookup, card),
				})),
		],
		names: new Map<string, RuleName>([
			...bases.map(
				({ provisionId, act, reference }) =>
					[`provision:${provisionId}`, { kind: 'provision', act, reference }] as const,
			),
			...regulations.map(({ id, title }) => [`regulation:${id}`, { kind: 'regulation', title }] as const),
			...cards.flatMap((card) =>
				cardEditions(card).map(
					({ ref, what }) =>
						[
							`card:${ref}`,
							{ kind: 'card', card: card.id, number: card.number, service: card.service, what },
						] as const,
				),
			),
		]),
	};
}
