import { describe, expect, it } from 'vitest';
import type { WorkloadAllowance } from '#lib/domain/org/index.ts';
import { asId, headcount, hoursPerYear, share, type UnitKey } from '#lib/domain/shared/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { addAllowance, removeAllowance, saveAllowance } from '#lib/server/services/workload-allowance.ts';
import { SLUG, UNIT, ADDRESS, at, consultant, thaw, page } from '#tests/support/workload-world.ts';

describe('allowances of a unit', () => {
	const common = { unitKey: UNIT, name: { bg: 'Съвещания', en: null }, source: 'Оценка' } as const;
	const half: WorkloadAllowance = { ...common, kind: 'category', per: { share: share(0.5) } };
	const duty: WorkloadAllowance = {
		...common,
		kind: 'individual',
		staff: headcount(1),
		hours: hoursPerYear(120),
	};

	it('are added, changed and removed, each with an audit entry', async () => {
		await thaw();
		const before = (await page()).allowances.length;
		expect((await addAllowance(consultant, ADDRESS, duty)).ok).toBe(true);
		const added = (await page()).allowances.at(-1);
		if (!added) throw new Error('it was added');
		expect(added.allowance).toEqual(duty);
		const changed = { ...duty, hours: hoursPerYear(240) };
		const input = { id: added.id, revision: added.revision, allowance: changed };
		expect((await saveAllowance(consultant, ADDRESS, input)).ok).toBe(true);
		const stale = { ok: false, error: { code: 'workload/stale' } };
		expect(await saveAllowance(consultant, ADDRESS, input)).toEqual(stale);
		expect(await removeAllowance(consultant, ADDRESS, { id: added.id, revision: 1 })).toEqual(stale);
		expect((await removeAllowance(consultant, ADDRESS, { id: added.id, revision: 2 })).ok).toBe(true);
		expect(await removeAllowance(consultant, ADDRESS, { id: added.id, revision: 2 })).toEqual(stale);
		expect((await page()).allowances).toHaveLength(before);
		const audits = await listAudit(at.database.db, { entity: 'workload-allowance', limit: 9 });
		expect(audits.map((entry) => entry.action).sort()).toEqual([
			'allowance.add',
			'allowance.change',
			'allowance.remove',
		]);
	});

	it('may not take the whole working time together', async () => {
		await thaw();
		expect((await addAllowance(consultant, ADDRESS, half)).ok).toBe(true);
		const again = await addAllowance(consultant, ADDRESS, half);
		expect(again).toMatchObject({ ok: false, error: { code: 'workload/category-allowance-too-high' } });
		const stored = (await page()).allowances.find((item) => item.allowance.kind === 'category');
		if (!stored) throw new Error('there is common work');
		const all: WorkloadAllowance = { ...common, kind: 'category', per: { hours: hoursPerYear(1690) } };
		const change = { id: stored.id, revision: stored.revision, allowance: all };
		expect(await saveAllowance(consultant, ADDRESS, change)).toMatchObject({
			error: { code: 'workload/category-allowance-too-high' },
		});
	});

	it('are refused in a frozen version, for viewers and for a unit that is not there', async () => {
		expect(await addAllowance(consultant, ADDRESS, duty)).toEqual({
			ok: false,
			error: { code: 'workload/version-frozen' },
		});
		await thaw();
		expect(await addAllowance(await at.as('nablyudatel'), ADDRESS, duty)).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
		const nowhere = { slug: SLUG, unitKey: asId<UnitKey>('el-ut') };
		expect(await addAllowance(consultant, nowhere, duty)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
		const change = { id: 'no-such', revision: 1, allowance: duty };
		expect(await saveAllowance(consultant, ADDRESS, change)).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
	});
});
