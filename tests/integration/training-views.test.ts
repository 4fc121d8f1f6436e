import { describe, expect, it } from 'vitest';
import { computePlanTotals } from '#lib/domain/training/index.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { exportProposal, proposalModel } from '#lib/server/services/export-proposal.ts';
import { exportTrainingPlan } from '#lib/server/services/export-training.ts';
import { freeze } from '#lib/server/services/proposal-snapshot.ts';
import { openProposal } from '#lib/server/services/proposal.ts';
import { readCompetencyMatrix } from '#lib/server/services/training-matrix.ts';
import { syncNeeds } from '#lib/server/services/training-need.ts';
import { createPlan } from '#lib/server/services/training-plan.ts';
import { addSuggested } from '#lib/server/services/training-suggestion.ts';
import { readBack } from '#tests/support/workbook.ts';
import {
	at,
	hr,
	consultant,
	slug,
	value,
	codeOf,
	aScenario,
	aProposalWithTraining,
	taking,
	plan,
} from '#tests/support/training-world.ts';

describe('the matrix of competencies', () => {
	const filter = { rows: null, group: null, isOpenOnly: false } as const;

	it('shows persons to human resources, and every look is on record', async () => {
		const matrix = value(await readCompetencyMatrix(hr, { slug }, filter));
		expect(matrix.chosen).toBe('people');
		expect(matrix.rows.some((row) => row.personId === 'el-e049')).toBe(true);
		// 9 planted gaps; 7 places of people nobody assessed.
		expect(matrix.total).toMatchObject({ belowLevel: 9, notAssessed: 7 });
		const audit = await listAudit(at.database.db, { entity: 'competency-matrix', limit: 5 });
		expect(audit.map((entry) => entry.action)).toEqual(['people.look']);
	});

	it('shows a unit head the persons of the own unit alone', async () => {
		const matrix = value(
			await readCompetencyMatrix(await at.as('rakovoditel-elena'), { slug }, { ...filter, rows: 'people' }),
		);
		expect(matrix.rows.length).toBeGreaterThan(0);
		const posts = await at.database.db
			.selectFrom('employee')
			.select('id')
			.where('post_key', 'like', 'el-ut-%')
			.execute();
		const own = new Set(posts.map((row) => row.id));
		for (const row of matrix.rows) expect(own).toContain(row.personId);
	});

	it('shows everybody else posts, without numbers about fewer than three people', async () => {
		for (const user of ['konsultant', 'savetnik-elena-1', 'nablyudatel']) {
			const matrix = value(
				await readCompetencyMatrix(await at.as(user), { slug }, { ...filter, rows: 'people' }),
			);
			expect(matrix.chosen).toBe('posts');
			expect(matrix.rows.every((row) => row.personId === null)).toBe(true);
			const shown = matrix.rows.flatMap((row) => row.cells).filter((cell) => cell !== null);
			for (const cell of shown) {
				expect(cell.state === 'suppressed' || cell.people >= 3).toBe(true);
				expect(cell.assessed).toBeNull();
			}
		}
	});
});

describe('workbooks', () => {
	it('of the training plan read back what the plan says, with names for human resources alone', async () => {
		value(await createPlan(hr, slug, 2027));
		value(await syncNeeds(hr, slug, { kind: 'gaps' }));
		value(await addSuggested(hr, slug, 2027, taking(null)));
		const file = value(await exportTrainingPlan(hr, { slug, year: 2027 }, 'bg'));
		expect(file.fileName).toBe('План за обучение Община Елена 2027.xlsx');
		const workbook = await readBack(file.bytes);
		const { items } = await plan();
		const { all } = computePlanTotals(items);
		const total = workbook.getWorksheet('План')?.getCell(5 + items.length, 14).result;
		expect(total).toBe(all.cost / 100);
		expect(workbook.getWorksheet('Участници')?.getCell('B5').value).toBeTypeOf('string');
		const forCouncil = value(
			await exportTrainingPlan(await at.as('savetnik-elena-1'), { slug, year: 2027 }, 'bg'),
		);
		const headers = (await readBack(forCouncil.bytes)).getWorksheet('Участници')?.getRow(4).values;
		expect(headers).not.toContain('Служител');
		expect(codeOf(await exportTrainingPlan(await at.as('nablyudatel'), { slug, year: 2027 }, 'bg'))).toBe(
			'access/forbidden',
		);
		expect(codeOf(await exportTrainingPlan(hr, { slug, year: 2030 }, 'bg'))).toBe('training/no-plan');
	});

	it('of a submitted proposal show the training that was frozen with it, not that of today', async () => {
		const number = await aProposalWithTraining();
		const source = { kind: 'proposal', number } as const;
		const before = value(await proposalModel(consultant, slug, source, 'bg'));
		expect(before.training).toMatchObject({ frozen: 'at-submission', asOf: '2026-11-21' });
		expect(before.training.needs.length).toBeGreaterThan(0);
		await at.database.db.deleteFrom('assessment').execute();
		await at.database.db.deleteFrom('requirement').execute();
		const after = value(await proposalModel(consultant, slug, source, 'bg'));
		expect(after.training).toEqual(before.training);
		const file = value(await exportProposal(consultant, slug, source, 'bg'));
		const sheet = (await readBack(file.bytes)).getWorksheet('Обучения');
		const said: string[] = [];
		sheet?.eachRow((row) => row.eachCell((cell) => said.push(cell.text)));
		expect(said.some((text) => text.includes('от деня на внасянето – 21.11.2026'))).toBe(true);
		// One or two people are not counted out even in what is stored.
		const { snapshot } = value(await openProposal(consultant, { slug, number })).frozen;
		const counts = snapshot.training?.needs.map((need) => need.people) ?? [];
		expect(counts.every((people) => people === null || people === 0 || people >= 3)).toBe(true);
	});

	it('of a proposal from before training was frozen say that it is not part of the hash', async () => {
		const number = await aProposalWithTraining();
		const { frozen } = value(await openProposal(consultant, { slug, number }));
		const { training: _, ...older } = frozen.snapshot;
		const { text, contentHash } = freeze(older);
		await at.database.db
			.updateTable('proposal')
			.set({ snapshot: text, content_hash: contentHash })
			.where('number', '=', number)
			.execute();
		const model = value(await proposalModel(consultant, slug, { kind: 'proposal', number }, 'bg'));
		expect(model.training.frozen).toBe('never');
	});

	it('of a scenario close the ledger and name the training that it calls for', async () => {
		const { id } = await aScenario();
		const source = { kind: 'scenario', scenarioId: id } as const;
		const file = value(await exportProposal(consultant, slug, source, 'bg'));
		const workbook = await readBack(file.bytes);
		expect(workbook.getWorksheet('Обучения')?.getCell('C5').value).toContain('Звеното поема функция');
		expect(codeOf(await exportProposal(await at.as('savetnik-elena-1'), slug, source, 'bg'))).toBe(
			'access/forbidden',
		);
		expect(codeOf(await exportProposal(consultant, 'lyaskovets', source, 'bg'))).toBe('access/not-found');
	});
});
