import {
	cardEditions,
	checkCard,
	checkCardChange,
	type CardDraft,
	type CardRefusal,
	type TechnologyCard,
} from '#lib/domain/adminservice/index.ts';
import { asId, err, ok, type IsoDate, type Result, type TechnologyCardId } from '#lib/domain/shared/index.ts';
import { DENIED, within, type Ctx, type Refused } from '../context.ts';
import type { Tx } from '../db/index.ts';
import {
	deleteCard,
	deleteCardChange,
	deleteCardSubject,
	insertCard,
	insertCardChange,
	insertCardSubject,
	listCards,
	raiseCard,
	updateCard,
	type CardSubject,
} from '../queries/technology-card.ts';
import { recordAudit } from './audit.ts';
import { findSubject } from './requirement-subject.ts';
import { dropNeeds, findHeld, type Cause, type Held } from './training-need-hold.ts';
import { syncCardNeeds } from './training-need.ts';
import { openTraining, type OpenTraining } from './training.ts';

export type CardEditRefusal =
	| Refused
	| CardRefusal
	/** Somebody changed the words of the card since the person saw them. */
	| { readonly code: 'card/stale'; readonly now: TechnologyCard }
	| { readonly code: 'card/no-such-subject' }
	| { readonly code: 'card/no-such-change' }
	/** Plans hold people for what would go; the lines say which. */
	| ({ readonly code: 'card/needs-planned' } & Held);

type Answer<T> = Promise<Result<T, CardEditRefusal>>;

export interface CardAddress {
	readonly slug: string;
	readonly id: string;
}

/** Puts a card into the register. Errors: `card/number-taken`, `card/no-such-unit`. */
export async function addCard(ctx: Ctx, slug: string, draft: CardDraft): Answer<TechnologyCardId> {
	return inRegister(ctx, slug, async (tx, { training, cards, made }) => {
		const checked = checkCard(draft, { card: null, cards, hasUnit: hasUnitIn(training) });
		if (!checked.ok) return checked;
		const id = asId<TechnologyCardId>(ctx.newId());
		await insertCard(tx, id, draft, made);
		return done({ id, action: 'card.add', before: null, after: draft }, id);
	});
}

/** Changes the words of a card. Errors: `card/stale` with the card as it is now, and those of `checkCard`. */
export async function editCard(
	ctx: Ctx,
	at: CardAddress & { readonly revision: number },
	draft: CardDraft,
): Answer<null> {
	return onCard(ctx, at, async (tx, { training, cards, card }) => {
		if (card.revision !== at.revision) return err({ code: 'card/stale', now: card });
		const checked = checkCard(draft, { card, cards, hasUnit: hasUnitIn(training) });
		if (!checked.ok) return checked;
		if (!(await updateCard(tx, card, draft))) throw new Error('a card moved on inside its transaction');
		return done({ id: card.id, action: 'card.edit', before: card, after: draft }, null);
	});
}

/**
 * Takes a card out of the register with the needs that it brought. Errors: `card/stale` when its words, what it touches
 * or its changes moved since the person saw it, `card/needs-planned`.
 */
export async function removeCard(ctx: Ctx, at: CardAddress & { readonly revision: number }): Answer<null> {
	return onCard(ctx, at, async (tx, { training, card }) => {
		if (card.revision !== at.revision) return err({ code: 'card/stale', now: card });
		const gone = await takeNeeds(ctx, tx, training, new Set(cardEditions(card).map(({ ref }) => ref)));
		if (!gone.ok) return gone;
		await deleteCard(tx, card.id);
		return done({ id: card.id, action: 'card.remove', before: card, after: null }, null);
	});
}

/** Names a function or a post that the card touches, or leaves it out. Error: `card/no-such-subject`. */
export async function touchSubject(
	ctx: Ctx,
	at: CardAddress & { readonly isTouched: boolean },
	subject: CardSubject,
): Answer<null> {
	return onCard(ctx, at, async (tx, { training, card }) => {
		const found = !at.isTouched || findSubject(training, subject.kind, subject.key);
		if (!found) return err({ code: 'card/no-such-subject' });
		const isMoved = await (at.isTouched ? insertCardSubject : deleteCardSubject)(tx, card.id, subject);
		if (!isMoved) return ok({ entry: null, value: null });
		await raiseCard(tx, card);
		return done(
			at.isTouched
				? { id: card.id, action: 'card.touch', before: null, after: subject }
				: { id: card.id, action: 'card.leave', before: subject, after: null },
			null,
		);
	});
}

/** Records what changed in a card and from which day. Errors: those of `checkCardChange`. */
export async function recordCardChange(
	ctx: Ctx,
	at: CardAddress,
	change: { readonly changedOn: IsoDate; readonly what: string },
): Answer<null> {
	return onCard(ctx, at, async (tx, { card, made }) => {
		const checked = checkCardChange(card, change.changedOn);
		if (!checked.ok) return checked;
		await insertCardChange(tx, card.id, { id: ctx.newId(), ...change }, made);
		await raiseCard(tx, card);
		return done({ id: card.id, action: 'card.change', before: null, after: change }, null);
	});
}

/** Takes a change back with the needs that it brought. Errors: `card/no-such-change`, `card/needs-planned`. */
export async function removeCardChange(
	ctx: Ctx,
	at: CardAddress & { readonly change: string },
): Answer<null> {
	return onCard(ctx, at, async (tx, { training, card }) => {
		const change = card.changes.find(({ id }) => id === at.change);
		if (!change) return err({ code: 'card/no-such-change' });
		const gone = await takeNeeds(ctx, tx, training, new Set([change.id]));
		if (!gone.ok) return gone;
		await deleteCardChange(tx, change.id);
		await raiseCard(tx, card);
		return done({ id: card.id, action: 'card.unchange', before: change, after: null }, null);
	});
}

interface OpenRegister {
	readonly training: OpenTraining;
	readonly cards: readonly TechnologyCard[];
	readonly made: Parameters<typeof insertCard>[3];
}

interface Recorded<T> {
	readonly value: T;
	/** What the trail says; null when nothing moved. */
	readonly entry: {
		readonly id: TechnologyCardId;
		readonly action: string;
		readonly before: unknown;
		readonly after: unknown;
	} | null;
}

function done<T>(entry: NonNullable<Recorded<T>['entry']>, value: T): Result<Recorded<T>, never> {
	return ok({ entry, value });
}

/** Writes in the register, records it, and brings the needs of the cards up to it, all in one transaction. */
async function inRegister<T>(
	ctx: Ctx,
	slug: string,
	write: (tx: Tx, open: OpenRegister) => Answer<Recorded<T>>,
): Answer<T> {
	return ctx.db.transaction().execute(async (tx): Answer<T> => {
		const opened = await openTraining(within(ctx, tx), { slug }, 'card.edit');
		if (!opened.ok) return opened;
		const training = opened.value;
		const { actor, municipality } = training;
		const made = { municipalityId: municipality.id, at: ctx.clock.now(), by: actor.userId };
		const written = await write(tx, { training, cards: await listCards(tx, municipality.id), made });
		if (!written.ok) return written;
		const { entry, value } = written.value;
		if (entry === null) return ok(value);
		await recordAudit(ctx, tx, {
			...{ actor, municipalityId: municipality.id, versionId: null },
			...{ action: entry.action, entity: 'technology-card', entityKey: entry.id },
			...{ before: entry.before, after: entry.after },
		});
		await syncCardNeeds(ctx, tx, training);
		return ok(value);
	});
}

async function onCard<T>(
	ctx: Ctx,
	at: CardAddress,
	write: (tx: Tx, open: OpenRegister & { readonly card: TechnologyCard }) => Answer<Recorded<T>>,
): Answer<T> {
	return inRegister(ctx, at.slug, async (tx, open) => {
		const card = open.cards.find(({ id }) => id === at.id);
		return card ? write(tx, { ...open, card }) : err(DENIED);
	});
}

/** Takes the needs of some forms of a card, unless a plan already holds people for them. */
async function takeNeeds(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality }: OpenTraining,
	refs: ReadonlySet<string>,
): Promise<Result<null, { readonly code: 'card/needs-planned' } & Held>> {
	const cause: Cause = {
		...{ municipalityId: municipality.id, key: [...refs].join(' ') },
		isOf: (one) => one.kind === 'rule-changed' && one.rule === 'card' && refs.has(one.ref),
	};
	const held = await findHeld(tx, cause);
	if (held) return err({ code: 'card/needs-planned', ...held });
	await dropNeeds(ctx, tx, actor, cause);
	return ok(null);
}

function hasUnitIn({ lookup }: OpenTraining) {
	return (key: CardDraft['unitKey']) => lookup.unitByKey.has(key);
}
