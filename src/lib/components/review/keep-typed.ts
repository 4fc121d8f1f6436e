import { invalidateAll } from '$app/navigation';

interface Answered {
	readonly result: { readonly type: string };
	readonly update: (options: { reset: boolean }) => Promise<void>;
}

/**
 * For `use:enhance`: what was typed stays in the form. After a refusal the page is read anew, so that the person sees
 * what somebody else has written meanwhile and may save over it without loading the page, as without script.
 */
export function keepTyped(): (answered: Answered) => Promise<void> {
	return async ({ result, update }) => {
		await update({ reset: false });
		if (result.type === 'failure') await invalidateAll();
	};
}
