import type { AmendmentBody, VoteCounts } from '#lib/domain/review/index.ts';
import type { Operation } from '#lib/domain/scenario/index.ts';
import { asId, headcount, type OperationId, type PostKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordBallot } from '#lib/server/services/council-ballot.ts';
import { fileAmendment } from '#lib/server/services/council-amendment.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { chair, decide, inReview, SESSION, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

export const open = (number: number) => done(openProposal(chair, { slug: SLUG, number }));

export async function point(number: number, kind: Operation['kind']): Promise<Operation> {
	const { frozen } = await open(number);
	return frozen.snapshot.operations.find((operation) => operation.kind === kind)!;
}

export async function file(ctx: Ctx, number: number, body: AmendmentBody): Promise<number> {
	return done(fileAmendment(ctx, { slug: SLUG, number }, { body, motive: 'За яснота' }));
}

/** The council counts hands on some amendments or points. */
export async function hands(
	number: number,
	subject: 'amendments' | 'points',
	items: string[],
	counts: VoteCounts,
) {
	const { proposal } = await open(number);
	const input = { subject, items, method: 'counted', counts, sessionOn: SESSION } as const;
	return recordBallot(chair, { slug: SLUG, number }, { ...input, revision: proposal.revision });
}
export const YES = { for: 9, against: 2, abstain: 1 };
export const NO = { for: 2, against: 9, abstain: 1 };

export async function addedPost(number: number, id: string): Promise<AmendmentBody> {
	const { frozen } = await open(number);
	const unitKey = frozen.run.after.posts[0]!.unitKey;
	const payload = {
		...{ key: asId<PostKey>(`nov-${id}`), unitKey, title: { bg: 'Инспектор по реда', en: null } },
		...{ approved: headcount(1), category: 'expert', relation: 'labour', funding: 'local' },
		...{ isHead: false, annualCost: null },
	};
	const operation = { id: asId<OperationId>(id), position: 1, motive: '', findingIds: [], effectiveOn: null };
	return { kind: 'add', operation: { ...operation, kind: 'post-create', payload } as Operation };
}

/**
 * A decision that is not what was submitted: an amendment added a post, and the point that opens a department was left
 * out. Answers with the addresses of the proposal and of the scenario that it adopted.
 */
export async function amendedDecision() {
	const number = await inReview();
	await file(chair, number, await addedPost(number, 'a1'));
	await done(hands(number, 'amendments', ['1'], YES));
	await done(vote(number, () => 'for'));
	const { id } = await point(number, 'unit-create');
	await done(decide(number, [id]));
	const { proposal } = await open(number);
	return { address: { slug: SLUG, number }, scenario: { slug: SLUG, scenarioId: proposal.scenarioId } };
}
