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
