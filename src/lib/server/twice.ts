import { createHash } from 'node:crypto';

/** A form sent again this soon is the same click, not a second wish. */
const SAME_CLICK_MS = 5000;
/** Longer forms are uploads; keeping track of them would cost more than it saves. */
const LONGEST_BODY = 1_000_000;

interface Sent {
	readonly mark: string;
	readonly at: number;
	readonly answer: Promise<Response | undefined>;
}

/** The last form of each session. */
const last = new Map<string, Sent>();

/**
 * Runs a form once: when the very same form comes again from the same session within seconds, with no other in
 * between, and the first led to a page, then the second is led to the same page and nothing is done again.
 * Forms that were refused are tried again.
 */
export async function runOnce(
	sessionId: string,
	request: Request,
	run: () => Promise<Response>,
): Promise<Response> {
	const mark = await markOf(request);
	if (mark === undefined) return run();
	const earlier = last.get(sessionId);
	if (earlier?.mark === mark && Date.now() - earlier.at < SAME_CLICK_MS) {
		const answer = await earlier.answer;
		if (answer) return answer.clone();
	}
	forgetOld();
	const running = run();
	const answer = running.then(
		async (response) => ((await leadsOn(response)) ? copyOf(response) : undefined),
		() => undefined,
	);
	last.set(sessionId, { mark, at: Date.now(), answer });
	return running.then(async (response) => {
		await answer;
		return response;
	});
}

async function markOf(request: Request): Promise<string | undefined> {
	const length = Number(request.headers.get('content-length') ?? Number.NaN);
	const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
	if (request.method !== 'POST' || !isForm || !(length <= LONGEST_BODY)) return undefined;
	const way = request.headers.get('x-sveltekit-action') ?? '';
	const body = await request.clone().text();
	return createHash('sha256').update(`${request.url}\n${way}\n${body}`).digest('base64');
}

/** Whether the answer sends the person to another page, said to a browser or to a script of the page. */
async function leadsOn(response: Response): Promise<boolean> {
	if (response.status === 303) return true;
	const isData = response.headers.get('content-type')?.startsWith('application/json') === true;
	return isData && (await response.clone().text()).startsWith('{"type":"redirect"');
}

/** Without the cookies, which are for the first answer alone. */
function copyOf(response: Response): Response {
	const copy = response.clone();
	const headers = new Headers(copy.headers);
	headers.delete('set-cookie');
	return new Response(copy.body, { status: copy.status, headers });
}

function forgetOld(): void {
	const limit = Date.now() - SAME_CLICK_MS;
	for (const [sessionId, { at }] of last) if (at < limit) last.delete(sessionId);
}
