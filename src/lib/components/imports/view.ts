import { isOfVersion } from '#lib/domain/imports/field-types.ts';
import type { ImportStep, ImportView } from '#lib/domain/imports/index.ts';

export interface StepProps {
	view: ImportView;
	/** Address of the page without its query. */
	base: string;
}

/** Address of a step; further parameters go behind it. */
export function stepHref(
	base: string,
	step: ImportStep,
	more: Readonly<Record<string, string | number>> = {},
): string {
	const search = new URLSearchParams({ step });
	for (const [name, value] of Object.entries(more)) search.set(name, String(value));
	return `${base}?${search.toString()}`;
}

/** Address of an action that keeps the step shown. */
export function stepAction(
	name: string,
	view: Pick<ImportView, 'step' | 'sheet'>,
	more: Readonly<Record<string, string | number>> = {},
): string {
	const search = new URLSearchParams({ step: view.step, sheet: String(view.sheet) });
	for (const [key, value] of Object.entries(more)) search.set(key, String(value));
	return `?/${name}&${search.toString()}`;
}

/** Whether anything that is taken in belongs to a version of the structure. */
export function takesInStructure({ sheets }: Pick<ImportView, 'sheets'>): boolean {
	return sheets.some(({ kind }) => kind !== null && isOfVersion(kind));
}

/** Whether nothing but a training plan is taken in: what it does not name stays, however it is taken in. */
export function takesInPlanOnly({ sheets }: Pick<ImportView, 'sheets'>): boolean {
	const kinds = sheets.flatMap(({ kind }) => kind ?? []);
	return kinds.length > 0 && kinds.every((kind) => kind === 'training');
}
