import { jsonAnswer } from '#lib/components/ui/json-answer.ts';
import type { FindNear, NearText } from '#lib/components/functions/near.ts';

/** Asks the server who does nearly the same, for the version in the address. */
export function askNear(slug: string, url: URL, except: string | null): FindNear {
	return async (text, signal) => {
		const search = new URLSearchParams({ text });
		const version = url.searchParams.get('version');
		if (version !== null) search.set('version', version);
		if (except !== null) search.set('except', except);
		const asked = fetch(`/m/${slug}/functions/near?${search.toString()}`, { signal });
		const found = await jsonAnswer<readonly NearText[]>(asked);
		signal.throwIfAborted();
		// Advice while typing: without an answer the person simply goes on.
		return found ?? [];
	};
}
