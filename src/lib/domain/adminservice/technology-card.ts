import {
	err,
	ok,
	type FunctionKey,
	type IsoDate,
	type PostKey,
	type Result,
	type TechnologyCardId,
	type UnitKey,
} from '../shared/index.ts';

/** What changed in a technology card. */
export interface CardChange {
	readonly id: string;
	/** The first day on which the card is followed as changed. */
	readonly changedOn: IsoDate;
	readonly what: string;
}

/** How an administrative service is done, as the municipality has laid it down. */
export interface TechnologyCard {
	readonly id: TechnologyCardId;
	/** As the municipality numbers it; unique there. */
	readonly number: string;
	/** The administrative service that it describes. */
	readonly service: string;
	/** The unit that keeps the card. */
	readonly unitKey: UnitKey;
	readonly inForceFrom: IsoDate;
	/** The functions and posts whose work the card lays down, by key. */
	readonly functionKeys: readonly FunctionKey[];
	readonly postKeys: readonly PostKey[];
	/** Newest first. */
	readonly changes: readonly CardChange[];
	readonly revision: number;
}

export type CardDraft = Pick<TechnologyCard, 'number' | 'service' | 'unitKey' | 'inForceFrom'>;

export type CardRefusal =
	/** `service` is what the card with that number describes. */
	| { readonly code: 'card/number-taken'; readonly service: string }
	| { readonly code: 'card/no-such-unit' }
	/** The card would come into force on or after a day on which it changed. */
	| { readonly code: 'card/after-change'; readonly changedOn: IsoDate }
	| { readonly code: 'card/before-in-force'; readonly inForceFrom: IsoDate }
	| { readonly code: 'card/changed-that-day' };

/**
 * Whether the words of a card may stand. Errors: `card/number-taken` by another card of the municipality (letter case
 * and spaces do not tell two numbers apart), `card/no-such-unit`, `card/after-change`.
 */
export function checkCard(
	draft: CardDraft,
	beside: {
		/** The card that changes; null for a new one. */
		readonly card: TechnologyCard | null;
		readonly cards: readonly TechnologyCard[];
		readonly hasUnit: (key: UnitKey) => boolean;
	},
): Result<null, CardRefusal> {
	const { card, cards, hasUnit } = beside;
	const same = cards.find(
		(other) => other.id !== card?.id && plainNumber(other.number) === plainNumber(draft.number),
	);
	if (same) return err({ code: 'card/number-taken', service: same.service });
	if (!hasUnit(draft.unitKey) && draft.unitKey !== card?.unitKey) return err({ code: 'card/no-such-unit' });
	const first = card?.changes.at(-1);
	return first && first.changedOn <= draft.inForceFrom
		? err({ code: 'card/after-change', changedOn: first.changedOn })
		: ok(null);
}

/**
 * Whether a card can have changed on a day. Errors: `card/before-in-force` on or before the day from which the card
 * itself is in force, `card/changed-that-day`.
 */
export function checkCardChange(card: TechnologyCard, changedOn: IsoDate): Result<null, CardRefusal> {
	if (changedOn <= card.inForceFrom)
		return err({ code: 'card/before-in-force', inForceFrom: card.inForceFrom });
	return card.changes.some((change) => change.changedOn === changedOn)
		? err({ code: 'card/changed-that-day' })
		: ok(null);
}

/** The form of a card that people follow: what brought it, and since when. */
export interface CardEdition {
	/** Id of the change; of a card that never changed, its own. */
	readonly ref: string;
	readonly since: IsoDate;
	/** What changed; null for the card as it came into force. */
	readonly what: string | null;
}

/** Every form that a card has had, newest first: its changes, and last of all itself. */
export function cardEditions(card: TechnologyCard): readonly [CardEdition, ...CardEdition[]] {
	const own: CardEdition = { ref: card.id, since: card.inForceFrom, what: null };
	const [last, ...earlier] = card.changes.map(({ id, changedOn, what }) => ({
		ref: id,
		since: changedOn,
		what,
	}));
	return last ? [last, ...earlier, own] : [own];
}

/**
 * The forms of a card that people have to know on a day, newest first: the one in force then and every one still to
 * come; what a later form in force replaced is followed no more.
 * Example: in force since 2020, changed 01.12.2026 and 01.09.2027 → on 22.11.2026 all three, on 01.12.2026 the two
 * changes.
 */
export function editionsToKnow(card: TechnologyCard, asOf: IsoDate): readonly CardEdition[] {
	const editions = cardEditions(card);
	const inForce = editions.findIndex(({ since }) => since <= asOf);
	return inForce === -1 ? editions : editions.slice(0, inForce + 1);
}

function plainNumber(number: string): string {
	return number.replace(/\s+/gu, '').toLocaleUpperCase('bg');
}
