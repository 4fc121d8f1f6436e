import { expect, it } from 'vitest';
import type { WorkloadAllowance } from '#lib/domain/org/index.ts';
import { share } from '#lib/domain/shared/index.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
import { addActivity } from '#lib/server/services/workload-activity.ts';
import { addAllowance, saveAllowance } from '#lib/server/services/workload-allowance.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { lateBy } from '#tests/support/late.ts';
import { ADDRESS, consultant, page, thaw, UNIT } from '#tests/support/workload-world.ts';

const common = (part: number): WorkloadAllowance => ({
	...{ unitKey: UNIT, name: { bg: 'Съвещания', en: null }, source: 'Оценка' },
	...{ kind: 'category', per: { share: share(part) } },
});
const TOO_MUCH = { ok: false, error: { code: 'workload/category-allowance-too-high' } };

/** Shares of the working time that common work of the unit takes. */
const shares = async () =>
	(await page()).allowances.flatMap(({ allowance }) =>
		allowance.kind === 'category' && 'share' in allowance.per ? [allowance.per.share] : [],
	);

it('two people together cannot give the whole working time to common work', async () => {
	await thaw();
	const late = lateBy(consultant, () => addAllowance(consultant, ADDRESS, common(0.5)));
	expect(await addAllowance(late, ADDRESS, common(0.5))).toMatchObject(TOO_MUCH);
	expect((await shares()).filter((part) => part === 0.5)).toHaveLength(1);
});

it('nor by changing one each', async () => {
	await thaw();
	for (const part of [0.1, 0.11]) await addAllowance(consultant, ADDRESS, common(part));
	const stored = (await page()).allowances.filter(({ allowance }) => allowance.name.bg === 'Съвещания');
	const [one, other] = stored.map(({ id, revision }) => ({ id, revision, allowance: common(0.6) }));
	if (!one || !other) throw new Error('both stand');
	const late = lateBy(consultant, () => saveAllowance(consultant, ADDRESS, one));
	expect(await saveAllowance(late, ADDRESS, other)).toMatchObject(TOO_MUCH);
	expect((await shares()).filter((part) => part === 0.6)).toHaveLength(1);
});

it('work is not added to a function that the unit has just given up', async () => {
	await thaw();
	const opened = await openStructure(consultant, ADDRESS);
	if (!opened.ok) throw new Error(opened.error.code);
	const { participations, activities } = opened.value.structure;
	const held = participations.find(
		({ functionKey, unitKey, postKey }) =>
			unitKey === UNIT &&
			postKey === null &&
			!activities.some((one) => one.functionKey === functionKey) &&
			participations.filter((one) => one.functionKey === functionKey && one.unitKey === UNIT).length === 1,
	);
	if (!held) throw new Error('the unit works on a function without counted work');
	const { functionKey } = held;
	const place = { functionKey, unitKey: UNIT, postKey: null };
	const late = lateBy(consultant, async () => {
		const given = await editParticipation(consultant, ADDRESS, { kind: 'remove', place }, 1);
		if (!given.ok) throw new Error(given.error.code);
	});
	const figures = {
		...{ annualVolume: 120, minutes: { low: 20, usual: 30, high: 40 } },
		...({ method: 'register', dataYear: 2025, source: 'Деловодна система' } as const),
	};
	const input = { functionKey, postKey: null, name: 'Нова дейност', unitOfMeasure: 'справка', figures };
	expect(await addActivity(late, ADDRESS, input)).toEqual({
		ok: false,
		error: { code: 'access/not-found' },
	});
});
