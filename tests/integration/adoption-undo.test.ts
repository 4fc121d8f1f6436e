import { describe, expect, it } from 'vitest';
import { isoDate } from '#lib/domain/shared/index.ts';
import { restoreAdoption, undoAdoption, viewAdoption } from '#lib/server/services/adoption-undo.ts';
import { createScenario } from '#lib/server/services/scenario.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { at, consultant, decide, EFFECT, inReview, vote } from '#tests/support/council-world.ts';
import { done, SLUG } from '#tests/support/elena-scenario.ts';

const REASON = { reason: 'Областният управител върна решението.' };

/** An adopted scenario whose version is in force from its day. */
async function applied() {
	const number = await inReview();
	await done(vote(number, () => 'for'));
	await done(decide(number));
	const row = await at.database.db
		.selectFrom('proposal')
		.select('scenario_id')
		.where('number', '=', number)
		.executeTakeFirstOrThrow();
	return { slug: SLUG, scenarioId: row.scenario_id };
}

describe('taking back the version that a scenario became', () => {
	it('puts the one before it in force again, keeps what was taken back and why, and can put it back', async () => {
		const address = await applied();
		const before = await done(viewAdoption(consultant, address));
		expect(before).toMatchObject({ versions: [{ validFrom: EFFECT }], resting: [], mayUndo: true });
		const adopted = await done(
			openStructure(consultant, { slug: SLUG, versionId: before.versions[0]?.id ?? '' }),
		);
		await done(undoAdoption(consultant, address, REASON));
		const after = await done(viewAdoption(consultant, address));
		expect(after).toMatchObject({ versions: [], decision: { number: '45' }, undos: [REASON] });
		const { version } = await done(
			openStructure(consultant, { slug: SLUG, versionId: before.versions[0]?.basedOnId ?? '' }),
		);
		expect(version.validTo).toBeNull();
		await done(restoreAdoption(consultant, address));
		const again = await done(viewAdoption(consultant, address));
		expect(again.versions).toEqual(before.versions);
		expect(again.undos[0]?.restoredAt).not.toBeNull();
		const restored = await done(
			openStructure(consultant, { slug: SLUG, versionId: again.versions[0]?.id ?? '' }),
		);
		expect(restored.structure).toEqual(adopted.structure);
	});

	it('writes the version into the history each time: made, taken back, put back', async () => {
		const address = await applied();
		const [version] = (await done(viewAdoption(consultant, address))).versions;
		await done(undoAdoption(consultant, address, REASON));
		await done(restoreAdoption(consultant, address));
		const entries = await at.database.db
			.selectFrom('audit_entry')
			.select(['action', 'version_id', 'before', 'after'])
			.where('entity', '=', 'version')
			.where('entity_key', '=', version?.id ?? '')
			.orderBy('id')
			.execute();
		const actions = entries.map(({ action }) => action);
		expect(actions.toSorted()).toEqual(['version.create', 'version.remove', 'version.restore']);
		const removed = entries.find(({ action }) => action === 'version.remove');
		expect(JSON.parse(removed?.before ?? '')).toMatchObject({ label: version?.label, validFrom: EFFECT });
		expect(removed?.after).toBeNull();
	});

	it('is refused while something rests on it, with what that is', async () => {
		const address = await applied();
		const [version] = (await done(viewAdoption(consultant, address))).versions;
		const other = await done(
			createScenario(consultant, SLUG, {
				name: 'Следващ',
				description: '',
				effectiveOn: isoDate('2028-01-01'),
			}),
		);
		await at.database.db
			.updateTable('scenario')
			.set({ base_version_id: version?.id ?? '' })
			.where('id', '=', other)
			.execute();
		expect(await undoAdoption(consultant, address, REASON)).toMatchObject({
			error: { code: 'adoption/rested-on', by: [{ kind: 'scenario', count: 1 }] },
		});
	});

	it('is refused where a working day was recorded on it, which would go with it', async () => {
		const address = await applied();
		const [version] = (await done(viewAdoption(consultant, address))).versions;
		const entry = {
			version_id: version?.id ?? '',
			post_key: 'el-p001',
			day: '2026-11-02',
			activity: 'прием',
		};
		await at.database.db
			.insertInto('work_day_entry')
			.values({
				...{ ...entry, id: 'one', starts: 540, ends: 600, function_key: null, kind: 'productive' },
				...{ planned: 1, interruption: 0, created_at: '2026-11-02', created_by: 'somebody' },
			})
			.execute();
		expect(await undoAdoption(consultant, address, REASON)).toMatchObject({
			error: { code: 'adoption/rested-on', by: [{ kind: 'work-day', count: 1 }] },
		});
	});

	it('is for whoever keeps the structure, once, and only of what is in force', async () => {
		const address = await applied();
		expect(await undoAdoption(await at.as('hr-elena'), address, REASON)).toMatchObject({
			error: { code: 'access/forbidden' },
		});
		expect(await restoreAdoption(consultant, address)).toMatchObject({
			error: { code: 'adoption/nothing-undone' },
		});
		await done(undoAdoption(consultant, address, REASON));
		expect(await undoAdoption(consultant, address, REASON)).toMatchObject({
			error: { code: 'adoption/not-applied' },
		});
	});

	it('writes into the trail who did it and why', async () => {
		const address = await applied();
		await done(undoAdoption(consultant, address, REASON));
		const [entry] = await at.database.db
			.selectFrom('audit_entry')
			.selectAll()
			.where('action', '=', 'adoption.undo')
			.execute();
		expect(entry?.after).toContain('Областният управител');
	});
});
