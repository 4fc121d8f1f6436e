import { answer } from '#lib/forms/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { READING_VIEWS, readProposal, type Reading } from '#lib/server/services/council-reading.ts';
import { problemOf, proposalAddress } from '../council-answer.ts';
import { readingWords } from './reading-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const address = proposalAddress(params);
	const view = READING_VIEWS.find((code) => code === url.searchParams.get('view')) ?? 'submitted';
	const reading = answer(await readProposal(locals.ctx, address, view));
	const { number, title } = reading.open.proposal;
	return {
		...{ number, title, view, basis: basisOf(reading), amendments: reading.amendments },
		points: readingWords(reading),
		problem: reading.problem && (await problemOf(locals.ctx, address, reading.problem)),
	};
};

function basisOf({ isDecided, isRejected }: Reading): string {
	if (isRejected) return m.council_reading_rejected();
	return isDecided ? m.council_reading_decided() : m.council_reading_so_far();
}
