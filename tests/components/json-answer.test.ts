import { expect, it } from 'vitest';
import { jsonAnswer } from '#lib/components/ui/json-answer.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

it('takes an answer of the server, and no page, refusal or silence for one', async () => {
	const ask = (answer: Response) => jsonAnswer<unknown>(Promise.resolve(answer));
	expect(await ask(new Response('{"at":1}', { headers: JSON_TYPE }))).toEqual({ at: 1 });
	// The page for signing in, to which the question was led when the session had ended.
	expect(await ask(new Response('<h1>Вход</h1>', { headers: { 'content-type': 'text/html' } }))).toBeNull();
	expect(await ask(new Response('{}', { status: 404, headers: JSON_TYPE }))).toBeNull();
	expect(await jsonAnswer(Promise.reject(new TypeError('Failed to fetch')))).toBeNull();
});
