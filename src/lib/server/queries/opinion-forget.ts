import type { ProposalId } from '#lib/domain/shared/index.ts';
import type { Tx } from '../db/index.ts';
import { foldedTexts } from './audit.ts';

const WORDS: ReadonlySet<string> = new Set(['body', 'motive', 'name']);

/** Takes the words of an opinion out of what the trail of its proposal kept of it; that it was recorded stays. */
export async function forgetOpinion(tx: Tx, proposalId: ProposalId, number: number): Promise<void> {
	const rows = await tx
		.selectFrom('audit_entry')
		.select(['id', 'before', 'after'])
		.where('entity', '=', 'proposal')
		.where('entity_key', '=', proposalId)
		.where('action', 'in', ['opinion.record', 'opinion.correct', 'opinion.answer'])
		.execute();
	for (const { id, ...row } of rows) {
		const states = [row.before, row.after].map((text) => (text === null ? null : fieldsOf(text)));
		if (!states.some((fields) => fields?.some(([key, value]) => key === 'number' && value === number)))
			continue;
		const [before, after] = states.map(
			(fields) => fields && Object.fromEntries(fields.filter(([key]) => !WORDS.has(key))),
		);
		await tx
			.updateTable('audit_entry')
			.set({
				before: before ? JSON.stringify(before) : null,
				after: after ? JSON.stringify(after) : null,
				folded: foldedTexts([before, after]),
			})
			.where('id', '=', id)
			.execute();
	}
}

function fieldsOf(json: string): readonly (readonly [string, unknown])[] {
	return Object.entries(JSON.parse(json) as Record<string, unknown>);
}
