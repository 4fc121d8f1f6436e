import type { Ctx } from '#lib/server/context.ts';
import { addOperation, type OperationInput } from '#lib/server/services/operation.ts';
import { submitScenario } from '#lib/server/services/proposal.ts';
import { createScenario, openScenario } from '#lib/server/services/scenario.ts';
import { asId, isoDate, type IsoDate, type UnitKey } from '#lib/domain/shared/index.ts';
import type { OperationBody } from '#lib/domain/scenario/index.ts';

export const SLUG = 'elena';

/** Demo accounts of whoever has to do with Елена. */
export const ELENA = [
	'admin',
	'konsultant',
	'hr-elena',
	'rakovoditel-elena',
	'predsedatel-elena',
	'savetnik-elena-1',
	'nablyudatel',
] as const;

/** The value of a service that must succeed. */
export async function done<T>(
	result: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }>,
): Promise<T> {
	const answer = await result;
	if (!answer.ok) throw new Error(JSON.stringify(answer.error));
	return answer.value;
}

/** What a submission says besides the operations. */
export const paper = (revision: number) => ({
	title: 'Промяна на структурата',
	mover: 'Кмет',
	legalGround: 'чл. 21, ал. 1, т. 2 ЗМСМА',
	revision,
});

export async function aScenario(ctx: Ctx): Promise<string> {
	const input = { name: 'Вариант А', description: '', effectiveOn: isoDate('2027-01-01') };
	return done(createScenario(ctx, SLUG, input));
}

/** Adds an operation with whatever revision the scenario has now; without a day of its own it takes effect with the decision. */
export async function add(
	ctx: Ctx,
	scenarioId: string,
	body: OperationBody,
	effectiveOn: IsoDate | null = null,
): Promise<string> {
	const address = { slug: SLUG, scenarioId };
	const { scenario } = await done(openScenario(ctx, address));
	const input = { motive: 'Проба', findingIds: [], effectiveOn, revision: scenario.revision, ...body };
	return done(addOperation(ctx, address, input as OperationInput));
}

/** A scenario of Елена in which every orphan of the baseline has got a unit, so that it may be submitted. */
export async function aClosedScenario(ctx: Ctx): Promise<string> {
	const scenarioId = await aScenario(ctx);
	const { run } = await done(openScenario(ctx, { slug: SLUG, scenarioId }));
	const structure = run.before;
	const answered = new Set(
		structure.participations.filter((part) => part.role === 'accountable').map((part) => part.functionKey),
	);
	const staffed = structure.posts.find((post) => post.approved > 0)?.unitKey;
	if (!staffed) throw new Error('no unit with posts');
	for (const fn of structure.functions.filter((item) => !answered.has(item.key)))
		await add(ctx, scenarioId, {
			kind: 'function-transfer',
			payload: {
				functionKey: fn.key,
				fromUnitKey: null,
				toUnitKey: staffed,
				formerRole: null,
				withActivities: true,
			},
		});
	await add(ctx, scenarioId, {
		kind: 'unit-create',
		payload: {
			key: asId<UnitKey>('nov-otdel'),
			parentKey: null,
			name: { bg: 'Отдел „Координация“', en: null },
			kind: 'department',
			part: 'specialised',
		},
	});
	const post = structure.posts.find((item) => item.approved >= 1);
	if (!post) throw new Error('no post');
	await add(ctx, scenarioId, {
		kind: 'post-change',
		payload: { postKey: post.key, changes: { title: { bg: 'Главен експерт „Координация“', en: null } } },
	});
	return scenarioId;
}

export async function aProposal(ctx: Ctx): Promise<number> {
	const scenarioId = await aClosedScenario(ctx);
	const address = { slug: SLUG, scenarioId };
	const { scenario } = await done(openScenario(ctx, address));
	return done(submitScenario(ctx, address, paper(scenario.revision)));
}
