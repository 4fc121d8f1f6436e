import { can } from '#lib/domain/access/index.ts';
import { cardEditions, type TechnologyCard } from '#lib/domain/adminservice/index.ts';
import type { LocalText, StructureLookup } from '#lib/domain/org/index.ts';
import { err, ok, type IsoDate, type Result, type UnitKey } from '#lib/domain/shared/index.ts';
import { postsTouchedBy } from '#lib/domain/training/index.ts';
import { DENIED, type Ctx, type Refused } from '../context.ts';
import { listCards, type CardSubject } from '../queries/technology-card.ts';
import { subjectChoices, type SubjectChoice } from './requirement-subject.ts';
import { tellingTo } from './training-need-view.ts';
import { listKeptNeeds, type KeptNeed } from './training-need.ts';
import { openTraining, type OpenTraining } from './training.ts';

export interface CardLine extends Pick<TechnologyCard, 'id' | 'number' | 'service' | 'inForceFrom'> {
	readonly unit: UnitName;
	/** The last change; null for a card that never changed. */
	readonly last: TechnologyCard['changes'][number] | null;
	/** Posts whose work it touches. */
	readonly posts: number;
	/** Living training needs that its changes brought. */
	readonly needs: number;
}

/** A unit by name; `isInForce` says whether it has a page in the structure in force. */
export interface UnitName {
	readonly key: UnitKey;
	readonly name: LocalText;
	readonly isInForce: boolean;
}

export interface CardList {
	readonly cards: readonly CardLine[];
	readonly units: readonly UnitName[];
	readonly mayEdit: boolean;
}

/** The register of technology cards of a municipality, by number. */
export async function readCards(ctx: Ctx, slug: string): Promise<Result<CardList, Refused>> {
	const opened = await openCards(ctx, slug);
	if (!opened.ok) return opened;
	const { cards, lookup, needs, mayEdit } = opened.value;
	return ok({
		cards: cards.map((card) => ({
			...{ id: card.id, number: card.number, service: card.service, inForceFrom: card.inForceFrom },
			unit: unitName(lookup, card.unitKey),
			last: card.changes[0] ?? null,
			posts: postsTouchedBy(lookup, card).length,
			needs: needsOfCard(needs, card).length,
		})),
		units: mayEdit ? unitChoices(lookup) : [],
		mayEdit,
	});
}

/** A function or a post that a card names; `isThere` is false once the structure has it no more. */
export interface TouchedThing extends CardSubject {
	readonly name: LocalText;
	readonly isThere: boolean;
}

export interface EditionLine {
	readonly ref: string;
	readonly since: IsoDate;
	readonly what: string | null;
	/** Training needs that it brought and that still live. */
	readonly needs: number;
}

export interface CardPage {
	readonly card: TechnologyCard;
	readonly unit: UnitName;
	/** What the card names; empty where it is about the whole work of its unit. */
	readonly touches: readonly TouchedThing[];
	/** Everybody who has to know it, by posts of the structure in force. */
	readonly posts: readonly { readonly key: string; readonly title: LocalText; readonly unit: LocalText }[];
	readonly editions: readonly EditionLine[];
	readonly units: readonly UnitName[];
	readonly choices: readonly SubjectChoice[];
	readonly mayEdit: boolean;
}

/** One card with whom it touches, its changes, and the needs that each brought. */
export async function readCard(
	ctx: Ctx,
	at: { readonly slug: string; readonly id: string; readonly touch: CardSubject['kind'] },
): Promise<Result<CardPage, Refused>> {
	const opened = await openCards(ctx, at.slug);
	if (!opened.ok) return opened;
	const { cards, lookup, needs, mayEdit } = opened.value;
	const card = cards.find(({ id }) => id === at.id);
	if (!card) return err(DENIED);
	return ok({
		card,
		unit: unitName(lookup, card.unitKey),
		touches: touchedThings(lookup, card),
		posts: postsTouchedBy(lookup, card).flatMap((key) => {
			const post = lookup.postByKey.get(key);
			return post ? [{ key, title: post.title, unit: unitName(lookup, post.unitKey).name }] : [];
		}),
		editions: cardEditions(card).map((edition) => ({
			...edition,
			needs: needs.filter((need) => isOfEdition(need, edition.ref)).length,
		})),
		units: mayEdit ? unitChoices(lookup, card.unitKey) : [],
		choices: mayEdit ? subjectChoices({ lookup }, at.touch) : [],
		mayEdit,
	});
}

interface OpenCards extends OpenTraining {
	readonly cards: readonly TechnologyCard[];
	/** Living needs that the board shows to the actor. */
	readonly needs: readonly KeptNeed[];
	readonly mayEdit: boolean;
}

async function openCards(ctx: Ctx, slug: string): Promise<Result<OpenCards, Refused>> {
	const opened = await openTraining(ctx, { slug }, 'municipality.read');
	if (!opened.ok) return opened;
	const training = opened.value;
	const { municipality, actor } = training;
	const telling = tellingTo(training);
	const needs = (await listKeptNeeds(ctx, training)).filter((need) => telling(need) !== 'nothing');
	return ok({
		...training,
		cards: await listCards(ctx.db, municipality.id),
		needs: needs.filter(({ state }) => state === 'open' || state === 'planned'),
		mayEdit: can(actor, 'card.edit', { municipalityId: municipality.id }),
	});
}

function needsOfCard(needs: readonly KeptNeed[], card: TechnologyCard): readonly KeptNeed[] {
	return needs.filter((need) => cardEditions(card).some(({ ref }) => isOfEdition(need, ref)));
}

function isOfEdition({ cause }: KeptNeed, ref: string): boolean {
	return cause.kind === 'rule-changed' && cause.rule === 'card' && cause.ref === ref;
}

function touchedThings(lookup: StructureLookup, card: TechnologyCard): readonly TouchedThing[] {
	const thing = (kind: CardSubject['kind'], key: string, name: LocalText | undefined): TouchedThing => ({
		...{ kind, key, name: name ?? { bg: key, en: null }, isThere: name !== undefined },
	});
	return [
		...card.functionKeys.map((key) => thing('function', key, lookup.functionByKey.get(key)?.text)),
		...card.postKeys.map((key) => thing('post', key, lookup.postByKey.get(key)?.title)),
	];
}

function unitName(lookup: StructureLookup, key: UnitKey): UnitName {
	const unit = lookup.unitByKey.get(key);
	return { key, name: unit?.name ?? { bg: key, en: null }, isInForce: unit !== undefined };
}

/** The units in force, with the one that keeps the card already, be it closed. */
function unitChoices(lookup: StructureLookup, own?: UnitKey): readonly UnitName[] {
	const kept = own === undefined || lookup.unitByKey.has(own) ? [] : [unitName(lookup, own)];
	return [...kept, ...lookup.structure.units.map(({ key }) => unitName(lookup, key))];
}
