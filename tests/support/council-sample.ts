import type { AmendmentBody } from '#lib/domain/review/index.ts';
import type { Operation } from '#lib/domain/scenario/index.ts';
import { asId, headcount, type OperationId, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import { fileAmendment } from '#lib/server/services/council-amendment.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { takeReviewStep } from '#lib/server/services/review.ts';
import { aProposal, done, SLUG } from './elena-scenario.ts';
import type { Installation } from './installation.ts';

/** Елена with a proposal in review and amendments of every kind, many of which collide. Returns its number. */
export async function prepareAmendments(at: Installation, count: number): Promise<number> {
	const number = await aProposal(await at.as('konsultant'));
	const chair = await at.as('predsedatel-elena');
	const address = { slug: SLUG, number };
	await done(takeReviewStep(chair, address, { action: 'open-review', note: '', revision: 1 }));
	const { frozen } = await done(openProposal(chair, address));
	const { operations } = frozen.snapshot;
	const unitKeys: readonly UnitKey[] = frozen.run.after.posts.map(({ unitKey }) => unitKey);
	for (let place = 0; place < count; place++) {
		const point = operations[place % operations.length];
		const unitKey = unitKeys[place % unitKeys.length];
		const body = point && unitKey && bodyOf(point, unitKey, place);
		if (body) await done(fileAmendment(chair, address, { body, motive: `Мотив ${place + 1}` }));
	}
	return number;
}

function bodyOf(point: Operation, unitKey: UnitKey, place: number): AmendmentBody {
	if (place % 3 === 0) return { kind: 'reword', operationId: point.id, text: `Друг мотив ${place}` };
	if (place % 3 === 1 && point.kind === 'unit-create') {
		const name = { bg: `Отдел „Вариант ${place}“`, en: null };
		return { kind: 'change', operationId: point.id, edits: [{ path: 'name', before: null, after: name }] };
	}
	const payload = {
		...{ key: asId<PostKey>(`dobavena-${place}`), unitKey, title: { bg: `Инспектор ${place}`, en: null } },
		...{ approved: headcount(1), category: 'expert', relation: 'labour', funding: 'local' },
		...{ isHead: false, annualCost: null },
	};
	const head = { id: asId<OperationId>(`dobavka-${place}`), position: 1, motive: '', findingIds: [] };
	return {
		kind: 'add',
		operation: { ...head, effectiveOn: null, kind: 'post-create', payload } as Operation,
	};
}
