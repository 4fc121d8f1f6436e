import { json, type RequestEvent } from '@sveltejs/kit';

/** Whose page sends a form; `session-guard.ts` writes it. */
const PERSON = 'x-ustroy-person';
/** Why the form was not taken: nobody is signed in any more, or somebody else is. */
const ENDED = 'x-ustroy-session';
/** Longer forms are uploads, whose texts are in files. */
const LONGEST_FORM = 1_000_000;

/**
 * The answer to a form that a script sends after its session ended, or while another person is signed in in the same
 * browser; undefined for every other request. Nothing was done: the page asks its person to sign in and sends the
 * same form again. A page that cannot ask is led to the sign-in.
 */
export function refuseEndedSession({ request, route, url, locals }: RequestEvent): Response | undefined {
	const isForm = request.method === 'POST' && request.headers.get('x-sveltekit-action') === 'true';
	if (!isForm || route.id?.startsWith('/(app)') !== true) return undefined;
	const person = request.headers.get(PERSON);
	const { actor } = locals.ctx;
	if (actor && (person === null || person === actor.userId)) return undefined;
	const location = `/login?next=${encodeURIComponent(url.pathname)}`;
	const why = actor ? 'other' : 'ended';
	return json({ type: 'redirect', status: 303, location }, { status: 401, headers: { [ENDED]: why } });
}

/**
 * What a person wrote in a form that the browser itself sends, to be given back where its session ended meanwhile.
 * Only words are given back: numbers, codes and choices are made again in a moment. Empty for every other request.
 */
export async function typedTexts(request: Request): Promise<readonly string[]> {
	const length = Number(request.headers.get('content-length') ?? Number.NaN);
	const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(
		request.headers.get('content-type') ?? '',
	);
	if (request.method !== 'POST' || !isForm || !(length <= LONGEST_FORM)) return [];
	const form = await request.clone().formData();
	const texts = [...form].flatMap(([name, value]) =>
		typeof value === 'string' && !/password/i.test(name) ? [value.trim()] : [],
	);
	return texts.filter((text) => /\s|[А-яЀ-ӿ]/u.test(text));
}
