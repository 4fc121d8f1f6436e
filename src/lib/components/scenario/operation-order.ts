/** Where an item of a list is put: its id and its new place, from 1. */
export type PutAt = (id: string, place: number) => void;

const ITEM = 'li[data-place]';
const MARKS = ['drop-before', 'drop-after'];

/**
 * Lets the items of a list (`li[data-place]` with an id) be moved by dragging their handle (`[draggable]`), or with Alt
 * and an arrow from anywhere in an item. Tells where an item is put; a place outside the list is nowhere.
 */
export function sortable(putAt: PutAt): (list: HTMLElement) => () => void {
	return (list) => {
		const dragged: { item: HTMLElement | null } = { item: null };
		const listeners = {
			keydown: (event: KeyboardEvent) => pressed(event, list, putAt),
			dragstart: (event: DragEvent) => {
				dragged.item = itemAt(event.target);
				if (dragged.item) event.dataTransfer?.setDragImage(dragged.item, 12, 12);
				event.dataTransfer?.setData('text/plain', dragged.item?.id ?? '');
			},
			dragover: (event: DragEvent) => {
				const over = itemAt(event.target);
				unmark(list);
				if (!dragged.item || !over || over === dragged.item) return;
				event.preventDefault();
				over.classList.add(isBelowMiddle(event, over) ? 'drop-after' : 'drop-before');
			},
			drop: (event: DragEvent) => {
				const over = itemAt(event.target);
				if (!dragged.item || !over || over === dragged.item) return;
				event.preventDefault();
				putAt(dragged.item.id, placeOf({ dragged: dragged.item, over, isAfter: isBelowMiddle(event, over) }));
			},
			dragend: () => {
				dragged.item = null;
				unmark(list);
			},
		};
		const names = Object.keys(listeners) as (keyof typeof listeners)[];
		for (const name of names) list.addEventListener(name, listeners[name] as EventListener);
		return () => {
			for (const name of names) list.removeEventListener(name, listeners[name] as EventListener);
		};
	};
}

function pressed(event: KeyboardEvent, list: HTMLElement, putAt: PutAt): void {
	const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
	const item = itemAt(event.target);
	if (!event.altKey || step === 0 || !item) return;
	event.preventDefault();
	const place = placeIn(item) + step;
	if (place >= 1 && place <= list.querySelectorAll(ITEM).length) putAt(item.id, place);
}

/** The place after the item is taken out from where it stands. */
function placeOf(drop: {
	readonly dragged: HTMLElement;
	readonly over: HTMLElement;
	readonly isAfter: boolean;
}): number {
	const [from, over] = [placeIn(drop.dragged), placeIn(drop.over)];
	return drop.isAfter ? (over < from ? over + 1 : over) : over < from ? over : over - 1;
}

function itemAt(target: EventTarget | null): HTMLElement | null {
	return target instanceof Element ? target.closest<HTMLElement>(ITEM) : null;
}

function placeIn(item: HTMLElement): number {
	return Number(item.dataset['place']);
}

function isBelowMiddle(event: DragEvent, item: HTMLElement): boolean {
	const box = item.getBoundingClientRect();
	return event.clientY > box.top + box.height / 2;
}

function unmark(list: HTMLElement): void {
	for (const item of list.querySelectorAll(ITEM)) item.classList.remove(...MARKS);
}
