import { FUNCTION_GROUPS, groupIn } from '../org/edit-groups.ts';
import type ActivityForm from '../workload/ActivityForm.svelte';
import type FunctionForm from './FunctionForm.svelte';
import type NewFunctionActivity from './NewFunctionActivity.svelte';

/** A form of the page of a function with what it is for; null where the address asks for none. */
export type FunctionEditor =
	| { readonly kind: 'part'; readonly Form: typeof FunctionForm }
	| { readonly kind: 'addActivity'; readonly Form: typeof NewFunctionActivity }
	| { readonly kind: 'activity'; readonly Form: typeof ActivityForm }
	| null;

/** Participants are changed by a form of their own table, under these words of the address. */
const isParticipant = (asked: string) => asked === 'participant' || asked.startsWith('part.');

/** Loads the form that the key `edit` of an address asks for: most readers of the page never need one. */
export async function loadFunctionEditor(query: URLSearchParams): Promise<FunctionEditor> {
	const asked = query.get('edit');
	if (!asked || isParticipant(asked)) return null;
	if (groupIn(FUNCTION_GROUPS, asked))
		return { kind: 'part', Form: (await import('./FunctionForm.svelte')).default };
	if (asked === 'activity-new')
		return { kind: 'addActivity', Form: (await import('./NewFunctionActivity.svelte')).default };
	return { kind: 'activity', Form: (await import('../workload/ActivityForm.svelte')).default };
}
