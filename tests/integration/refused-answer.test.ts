import { isHttpError, isRedirect } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { answer, askSignIn } from '#lib/forms/index.ts';

function thrownBy(act: () => unknown): unknown {
	try {
		act();
	} catch (thrown) {
		return thrown;
	}
	throw new Error('nothing was thrown');
}

describe('a page or a file that only reads', () => {
	it('says which number nobody entered, as a refusal and not as a fault', () => {
		const error = { code: 'scenario/no-parameter', key: 'rule.post-step' };
		const thrown = thrownBy(() => answer({ ok: false, error }));
		expect(isHttpError(thrown, 409) && thrown.body.message).toBe(
			'Няма стойност за деня: най-малка част от щатна бройка. Числата по закон идват с изданието на Устрой, а собствените на общината администраторът въвежда в „Общини“ с дата и източник.',
		);
	});

	it('sends whoever is not signed in to the sign-in, and back afterwards', () => {
		const url = new URL('http://localhost/m/elena/council/1/proposal.xlsx');
		const thrown = thrownBy(() => {
			askSignIn(undefined, url);
		});
		expect(isRedirect(thrown) && [thrown.status, thrown.location]).toEqual([
			303,
			'/login?next=%2Fm%2Felena%2Fcouncil%2F1%2Fproposal.xlsx',
		]);
		askSignIn({ name: 'Съветник' }, url);
	});
});
