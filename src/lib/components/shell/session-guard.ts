import { HELD_BACK } from '#lib/components/ui/sending.svelte.ts';

/** Why a form was not taken: its session ended, another person signed in in the same browser, or nobody answered. */
export type WhyRefused = 'ended' | 'other' | 'silent';

interface Guard {
	/** Id of the person whose page this is. */
	readonly person: () => string;
	/** Lets the person sign in again, or try again where nobody answered; false where they would rather not. */
	readonly askAgain: (why: WhyRefused) => Promise<boolean>;
}

/**
 * Keeps what is typed when a session ends or the server is gone: every form that a script of the page sends says whose
 * page it is, and one that the server refuses for the session's sake, or does not answer, waits for the person and is
 * sent again as it was. Where the person declines, the form counts as not sent. Returns what ends the watch.
 */
export function guardForms({ person, askAgain }: Guard): () => void {
	const send = window.fetch;
	const guarded: typeof fetch = async (input, init) => {
		if (!isForm(init)) return send(input, init);
		const headers = new Headers(init?.headers);
		headers.set('x-ustroy-person', person());
		for (;;) {
			const answer = await send(input, { ...init, headers }).catch(toSilence);
			const why = answer === 'silent' ? answer : answer.headers.get('x-ustroy-session');
			if (answer !== 'silent' && why === null) return answer;
			if (await askAgain(why === 'other' || why === 'silent' ? why : 'ended')) continue;
			window.dispatchEvent(new Event(HELD_BACK));
			throw new DOMException('The form was not sent', 'AbortError');
		}
	};
	window.fetch = guarded;
	return () => {
		if (window.fetch === guarded) window.fetch = send;
	};
}

/** A connection that breaks is a `TypeError`; a page that takes its form back says so itself. */
function toSilence(error: unknown): 'silent' {
	if (error instanceof TypeError) return 'silent';
	throw error;
}

function isForm(init: RequestInit | undefined): boolean {
	return init?.method === 'POST' && new Headers(init.headers).get('x-sveltekit-action') === 'true';
}
