/**
 * What the server answered to a question of a script; null where it did not answer, refused, or led to the sign-in
 * because the session ended: that is a page, not an answer.
 */
export async function jsonAnswer<T>(asked: Promise<Response>): Promise<T | null> {
	const answer = await asked.catch(() => null);
	const isJson = answer?.headers.get('content-type')?.startsWith('application/json') === true;
	return answer?.ok && isJson ? ((await answer.json()) as T) : null;
}
