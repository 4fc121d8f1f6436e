import { fail, type ActionFailure } from '@sveltejs/kit';
import type { EditConflict, EditForm } from '#lib/components/org/edit-form.ts';
import { groupOfField, NOT_FIELDS } from '#lib/components/org/edit-groups.ts';
import { findClashes, settleClashes, type FieldTexts, type Sides } from '#lib/domain/org/index.ts';

export type Saved =
	| { readonly ok: true; readonly warnings: readonly { readonly code: string }[] }
	| { readonly ok: false; readonly failure: ActionFailure<EditForm> };

export interface Saving {
	/** Parses and saves; what it refuses is ready for the page. */
	readonly save: (data: FormData) => Promise<Saved>;
	/** The fields as they are stored now, and their revision; null when the thing is gone. */
	readonly current: () => Promise<{ readonly values: FieldTexts; readonly revision: number } | null>;
	/** The action to which the choice between the two is sent. */
	readonly action: EditConflict['action'];
}

/** After a save that kept somebody else's other fields as well. */
export const MERGED = { code: 'merged' } as const;

/**
 * Saves a form. When somebody else was quicker, fields that only one of the two moved are put together and saved; where
 * both moved the same field nothing is stored and the page shows both, field by field, with what was given kept.
 */
export async function saveMerging(given: FormData, { save, current, action }: Saving): Promise<Saved> {
	const data = settled(given);
	const first = await save(data);
	if (first.ok || !first.failure.data.isStale) return first;
	const now = await current();
	const seen = readTexts(parsed(data.get('seen')));
	// Without what the person saw nobody can say which of the two moved a field.
	if (now === null || seen === null) return first;
	const sides: Sides = { seen, mine: textsOf(data), theirs: now.values };
	const clashes = findClashes(sides, groupOfField);
	if (clashes.some(({ by }) => by === 'both')) {
		const conflict = { revision: now.revision, sides, clashes, action };
		return { ok: false, failure: fail(409, { ...first.failure.data, conflict }) };
	}
	const merged = settleClashes(sides.theirs, clashes, {});
	const second = await save(formOf(merged, { revision: now.revision, seen: now.values }));
	return second.ok ? { ok: true, warnings: [...second.warnings, MERGED] } : second;
}

/** A choice between two edits as the form that it comes to; any other form as it is. */
function settled(data: FormData): FormData {
	const sides = readSides(data.get('conflict'));
	if (!sides) return data;
	const clashes = findClashes(sides, groupOfField);
	const chosen = Object.fromEntries(
		clashes.flatMap(({ field }) => {
			const choice = data.get(`choose.${field}`);
			return choice === 'mine' || choice === 'theirs' ? [[field, choice] as const] : [];
		}),
	);
	const revision = Number(data.get('revision'));
	return formOf(settleClashes(sides.theirs, clashes, chosen), { revision, seen: sides.theirs });
}

function formOf(
	fields: FieldTexts,
	seen: { readonly revision: number; readonly seen: FieldTexts },
): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) {
		if (name === 'powers') for (const key of value.split(' ').filter(Boolean)) data.append('powers[]', key);
		else if (name !== 'isHead' || value !== '') data.append(name, value);
	}
	data.set('revision', String(seen.revision));
	data.set('seen', JSON.stringify(seen.seen));
	return data;
}

function textsOf(data: FormData): FieldTexts {
	const names = [...new Set(data.keys())].filter(
		(name) => !NOT_FIELDS.has(name) && !name.startsWith('choose.'),
	);
	return Object.fromEntries(
		names.map((name) => [
			name.replace(/\[\]$/, ''),
			data
				.getAll(name)
				.filter((value) => typeof value === 'string')
				.join(' '),
		]),
	);
}

function readSides(text: FormDataEntryValue | null): Sides | null {
	const value = parsed(text);
	if (typeof value !== 'object' || value === null) return null;
	const [seen, mine, theirs] = ['seen', 'mine', 'theirs'].map((side) => readTexts(Reflect.get(value, side)));
	return seen && mine && theirs ? { seen, mine, theirs } : null;
}

function parsed(text: FormDataEntryValue | null): unknown {
	if (typeof text !== 'string') return null;
	try {
		return JSON.parse(text);
	} catch {
		// Not something that our own form wrote: as good as nothing.
		return null;
	}
}

function readTexts(value: unknown): FieldTexts | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const entries = Object.entries(value);
	return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
		? Object.fromEntries(entries)
		: null;
}
