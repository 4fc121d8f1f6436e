import { beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioId } from '#lib/domain/shared/index.ts';
import { localText } from '#lib/i18n/names.ts';
import { readPaperApart } from '#lib/server/jobs/paper.ts';
import { draftsByOperation, exportDraft } from '#lib/server/services/operation-drafts.ts';
import { openScenario } from '#lib/server/services/scenario.ts';
import { aClosedScenario, done, SLUG } from '#tests/support/elena-scenario.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let address: { slug: string; scenarioId: ScenarioId };

beforeEach(async () => {
	at = await anInstallation();
	address = { slug: SLUG, scenarioId: (await aClosedScenario(await at.as('konsultant'))) as ScenarioId };
});

const open = async () => done(openScenario(await at.as('konsultant'), address));

describe('the drafts of an operation', () => {
	it('are named, and each is a document with exactly those posts or units', async () => {
		const scenario = await open();
		const drafts = draftsByOperation(scenario);
		const named = scenario.operations.flatMap(({ id, position }) =>
			(['job-descriptions', 'rules'] as const).flatMap((kind) => {
				const names = (drafts.get(id)?.[kind] ?? []).map((name) => localText(name, { locale: 'bg' }));
				return names.length === 0 ? [] : [{ kind, number: position, names }];
			}),
		);
		expect(new Set(named.map(({ kind }) => kind))).toEqual(new Set(['job-descriptions', 'rules']));
		for (const { kind, number, names } of named) {
			const file = await done(exportDraft(await at.as('konsultant'), address, { kind, number }, 'bg'));
			const text = (await done(readPaperApart(file.bytes))).paragraphs.join('\n');
			for (const name of names) expect(text).toContain(name);
		}
	});

	it('are not there for an operation without any, nor for whoever may not read the papers of the mayor', async () => {
		const wanted = { kind: 'rules', number: 999 } as const;
		expect(await exportDraft(await at.as('konsultant'), address, wanted, 'bg')).toEqual({
			ok: false,
			error: { code: 'access/not-found' },
		});
		const councillor = await at.as('savetnik-elena-1');
		expect(await exportDraft(councillor, address, { kind: 'rules', number: 1 }, 'bg')).toEqual({
			ok: false,
			error: { code: 'access/forbidden' },
		});
	});
});
