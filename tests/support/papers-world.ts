import type { PaperModel } from '#exports/council-papers/model.ts';
import { buildPaperFacts, type PaperFacts } from '#lib/domain/publication/index.ts';
import type { OrgUnit, Post, Structure } from '#lib/domain/org/index.ts';
import { buildProposalReport, type Operation } from '#lib/domain/scenario/index.ts';
import { isoDate, type IsoDate } from '#lib/domain/shared/index.ts';
import { loadFixtures } from '#fixtures/load.ts';
import { LIMITS, runOf } from './operations.ts';
import { aPost, aStructure, aUnit } from './small-structure.ts';

const { parameters, powers } = loadFixtures();
export const EFFECT = isoDate('2027-01-01');

/** The facts of operations over a structure, as a submitted proposal has them. */
export function factsOf(
	structure: Structure,
	operations: readonly Operation[],
	effectiveOn: IsoDate = EFFECT,
): PaperFacts {
	const run = runOf(structure, ...operations);
	const report = buildProposalReport({
		header: {
			...{ title: 'Промяна на структурата', description: '', mover: 'Кмет', legalGround: 'чл. 21 ЗМСМА' },
			...{ effectiveOn, number: 14, state: 'submitted', contentHash: 'f'.repeat(64) },
		},
		run,
		findings: [],
		frame: { parameters, powers, asOf: effectiveOn },
		limits: LIMITS,
	});
	return buildPaperFacts(report, run, LIMITS);
}

/** What the makers of papers are given for facts. */
export function modelOf(submitted: PaperFacts, locale: 'bg' | 'en' = 'bg'): PaperModel {
	const { report } = submitted;
	return {
		...{ submitted, adopted: null, decision: null, vote: null },
		colophon: {
			municipality: report.municipality,
			asOf: report.header.effectiveOn,
			structureValidFrom: report.baseValidFrom,
			createdAt: '2026-11-21T09:00:00.000Z',
			madeBy: 'Консултант',
			snapshotId: report.header.contentHash,
			locale,
		},
	};
}

/** Балчик, 2008: 23 + 66 + 34 = 123 posts of the administration and 156 ½ in other activities. */
export function balchik(): Structure {
	const top: OrgUnit = aUnit('kmet', null, { kind: 'mayor', part: 'direct', name: named('Кмет') });
	const line = (unit: string, approved: number, more: Partial<Post> = {}) =>
		aPost(`p-${unit}`, unit, approved, { occupied: 0 as Post['occupied'], ...more });
	return aStructure({
		municipality: { ...aStructure().municipality, name: named('Балчик') },
		units: [
			top,
			aUnit('obshta', 'kmet', {
				kind: 'directorate',
				part: 'general',
				sort: 1,
				name: named('Дирекция „Обща“'),
			}),
			aUnit('spec', 'kmet', {
				kind: 'directorate',
				part: 'specialised',
				sort: 2,
				name: named('Дирекция „Специализирана“'),
			}),
			aUnit('otdel', 'spec', { part: 'specialised', name: named('Отдел „Строителство“') }),
			aUnit('drugi', 'kmet', { kind: 'group', part: 'outside', sort: 3, name: named('Други дейности') }),
			aUnit('gradina', 'drugi', { kind: 'social-service', part: 'outside', name: named('Детски ясли') }),
		],
		posts: [
			line('kmet', 23, { category: 'elected', relation: 'elected' }),
			line('obshta', 66),
			line('spec', 30),
			line('otdel', 4),
			line('gradina', 156.5, { funding: 'local' }),
		],
	});
}

function named(bg: string) {
	return { bg, en: null };
}
