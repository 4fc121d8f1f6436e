import { z } from 'zod';
import {
	FIELDS,
	FILE_STANDINGS,
	IMPORT_MODES,
	SEPARATORS,
	SHEET_KINDS,
	TEXT_ENCODINGS,
} from '#lib/domain/imports/index.ts';
import type { FieldKey } from '#lib/domain/imports/index.ts';
import { checkbox, choice, id, optionalText, wholeNumber } from '#lib/forms/index.ts';

/** Forms of the steps; what they may hold is checked here, what it means in the service. */

const row = () => wholeNumber({ min: 1, max: 2_000_000 });
const sheet = () => wholeNumber({ min: 0, max: 100 });
const ALL_FIELDS = [...new Set(SHEET_KINDS.flatMap((kind) => FIELDS[kind].map(({ field }) => field)))];
const field = () => z.enum(ALL_FIELDS as [FieldKey, ...FieldKey[]]);

export const kindForm = z.object({ sheet: sheet(), kind: z.union([z.literal(''), choice(SHEET_KINDS)]) });

export const bandForm = z
	.object({
		sheet: sheet(),
		first: row(),
		last: row(),
		last_row: z.union([z.literal('').transform(() => null), row()]),
		takes_hidden: checkbox(),
		leaves_totals: checkbox(),
	})
	.refine(({ first, last }) => last >= first && last - first < 10, {
		path: ['last'],
		message: 'code:out-of-range',
	});

export const fixForm = z.object({
	sheet: sheet(),
	row: row(),
	field: field(),
	text: z.string().trim().max(2000),
});

export const replaceForm = z.object({
	sheet: sheet(),
	field: field(),
	find: z.string().min(1).max(300),
	by: z.string().max(300),
});

export const fillForm = z.object({ sheet: sheet(), row: row(), field: field() });

export const mapForm = z.object({ sheet: sheet(), map: id() });

export const asDataForm = z.object({ sheet: sheet(), row: row(), data: checkbox() });

export const acceptForm = z.object({ sheet: sheet(), alike: z.string().min(1).max(3000) });

export const leaveForm = z.object({ sheet: sheet(), row: row(), left: checkbox() });

export const targetForm = z.object({
	mode: choice(IMPORT_MODES),
	version: z.union([z.literal('').transform(() => null), id()]),
	standing: z.union([z.literal('').transform(() => null), choice(FILE_STANDINGS)]).optional(),
});

export const layoutForm = z.object({ encoding: choice(TEXT_ENCODINGS), separator: choice(SEPARATORS) });

export const applyForm = z.object({ mark: z.string().min(1).max(300), reason: optionalText(500) });

const sheetForm = z.object({
	sheet: sheet(),
	remember: checkbox(),
	map_name: z.string().trim().max(100).default(''),
});

/**
 * The field of each column, sent as `column-3=title`; columns that are not taken in are empty. What holds for the whole
 * sheet is sent as `whole-functionKind=control`.
 */
export function readColumns(data: FormData) {
	const base = sheetForm.safeParse(Object.fromEntries(data));
	const columns: Record<string, FieldKey> = {};
	const whole: Partial<Record<FieldKey, string>> = {};
	for (const [name, value] of data) {
		const set = field().safeParse(/^whole-(\w{1,30})$/.exec(name)?.[1]);
		if (set.success && typeof value === 'string') whole[set.data] = value.slice(0, 300);
		const column = /^column-(\d{1,3})$/.exec(name)?.[1];
		const known = field().safeParse(value);
		if (column !== undefined && known.success) columns[column] = known.data;
	}
	if (!base.success) return undefined;
	const { sheet, remember, map_name: name } = base.data;
	return { sheet, isRemembered: remember || name !== '', mapName: name === '' ? null : name, columns, whole };
}

/** The meaning of each text, sent as `value-2-field`, `value-2-text`, `value-2-meaning`. */
export function readMatches(data: FormData) {
	const base = sheetForm.safeParse(Object.fromEntries(data));
	const texts = new Map([...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
	const matches = [...texts.keys()].flatMap((name) => {
		const number = /^value-(\d{1,4})-field$/.exec(name)?.[1];
		const known = field().safeParse(texts.get(name));
		if (number === undefined || !known.success) return [];
		const text = (texts.get(`value-${number}-text`) ?? '').slice(0, 2000);
		const meaning = (texts.get(`value-${number}-meaning`) ?? '').slice(0, 300);
		return [{ field: known.data, text, meaning }];
	});
	return base.success ? { sheet: base.data.sheet, matches } : undefined;
}
