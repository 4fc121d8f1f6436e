import { amendedOperation, checkFilingTerm } from '#lib/domain/review/index.ts';
import { answer } from '#lib/forms/index.ts';
import { mayFile } from '#lib/server/services/council-amendment.ts';
import { amendmentLines } from '#lib/server/services/council-amendment-view.ts';
import { councilTable, everyAmendment } from '#lib/server/services/council-ballots.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { proposalAddress } from '../council-answer.ts';
import { lineWords } from './amendment-words.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 40;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const open = answer(await openProposal(locals.ctx, proposalAddress(params)));
	const table = await councilTable(locals.ctx.db, open);
	const every = await everyAmendment(locals.ctx.db, open);
	const point = open.frozen.snapshot.operations.find(({ id }) => id === url.searchParams.get('point'));
	const all = point ? every.filter(({ body }) => amendedOperation(body) === point.id) : every;
	const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
	const asked = Number(url.searchParams.get('page') ?? '1');
	const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
	const shown = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
	const { number, title, amendmentsUntil } = open.proposal;
	const { settled, amendments } = table;
	const waiting = table.open.length;
	return {
		...{
			number,
			title,
			amendmentsUntil,
			page,
			pages,
			point: point ? { id: point.id, number: point.position } : null,
		},
		lines: amendmentLines(open, table, shown).map(lineWords),
		counts: {
			...{ count: every.length, accepted: settled.accepted.length, rejected: settled.rejected.length },
			...{ open: waiting, withdrawn: every.length - amendments.length },
			fallen: amendments.length - waiting - settled.accepted.length - settled.rejected.length,
		},
		mayFile: mayFile(open),
		isInTerm: checkFilingTerm(amendmentsUntil, locals.ctx.clock.today()).ok,
	};
};
