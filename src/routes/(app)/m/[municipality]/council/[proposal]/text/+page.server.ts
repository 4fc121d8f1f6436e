import { answer } from '#lib/forms/index.ts';
import { READING_VIEWS, readProposal } from '#lib/server/services/council-reading.ts';
import { problemOf, proposalAddress } from '../council-answer.ts';
import { readingWords } from './reading-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const view = READING_VIEWS.find((code) => code === url.searchParams.get('view')) ?? 'submitted';
	const reading = answer(await readProposal(locals.ctx, address, view));
	const { number, title } = reading.open.proposal;
	return {
		...{ number, title, view, isDecided: reading.isDecided, amendments: reading.amendments },
		points: readingWords(reading),
		problem: reading.problem && (await problemOf(locals.ctx, address, reading.problem)),
	};
};
