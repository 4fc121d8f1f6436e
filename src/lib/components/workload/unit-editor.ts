import type ActivityForm from './ActivityForm.svelte';
import type AllowanceForm from './AllowanceForm.svelte';
import type NewActivityForm from './NewActivityForm.svelte';

/** A form of the page of a unit with what it is for; null where the address asks for none. */
export type UnitEditor =
	| { readonly kind: 'activity'; readonly Form: typeof ActivityForm }
	| { readonly kind: 'addActivity'; readonly Form: typeof NewActivityForm }
	| { readonly kind: 'allowance' | 'addAllowance'; readonly Form: typeof AllowanceForm }
	| null;

/** Loads the form that the keys `edit`, `allowance` or `add` of an address ask for: most readers of the page never need one. */
export async function loadUnitEditor(query: URLSearchParams): Promise<UnitEditor> {
	if (query.get('edit')) return { kind: 'activity', Form: (await import('./ActivityForm.svelte')).default };
	const isAllowance = query.get('allowance') !== null;
	if (isAllowance || query.get('add') === 'allowance')
		return {
			kind: isAllowance ? 'allowance' : 'addAllowance',
			Form: (await import('./AllowanceForm.svelte')).default,
		};
	if (query.get('add') === 'activity')
		return { kind: 'addActivity', Form: (await import('./NewActivityForm.svelte')).default };
	return null;
}
