/** Why a form was not taken: its session ended, or another person signed in in the same browser. */
export type WhyRefused = 'ended' | 'other';

interface Guard {
	/** Id of the person whose page this is. */
	readonly person: () => string;
	/** Lets the person sign in again; false where they would rather not. */
	readonly askAgain: (why: WhyRefused) => Promise<boolean>;
}

/**
 * Keeps what is typed when a session ends: every form that a script of the page sends says whose page it is, and one
 * that the server refuses for the session's sake waits for a new sign-in and is sent again as it was. Where the person
 * declines, the form counts as not sent. Returns what ends the watch.
 */
export function guardForms({ person, askAgain }: Guard): () => void {
	const send = window.fetch;
	const guarded: typeof fetch = async (input, init) => {
		if (!isForm(init)) return send(input, init);
		const headers = new Headers(init?.headers);
		headers.set('x-ustroy-person', person());
		for (;;) {
			const answer = await send(input, { ...init, headers });
			const why = answer.headers.get('x-ustroy-session');
			if (why === null) return answer;
			if (!(await askAgain(why === 'other' ? 'other' : 'ended')))
				throw new DOMException('The form was not sent', 'AbortError');
		}
	};
	window.fetch = guarded;
	return () => {
		if (window.fetch === guarded) window.fetch = send;
	};
}

function isForm(init: RequestInit | undefined): boolean {
	return init?.method === 'POST' && new Headers(init.headers).get('x-sveltekit-action') === 'true';
}
