import type { Fixtures } from '#fixtures/types.ts';
import type { FixtureCouncillor } from '#fixtures/councillors.ts';
import { buildSampleSurvey } from '#fixtures/survey.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import { err, isoDate, ok, type Result, type UnitKey, type UserId } from '#lib/domain/shared/index.ts';
import { requirementSubject } from '#lib/domain/training/index.ts';
import { hashPassword } from '../auth/password.ts';
import type { Ctx } from '../context.ts';
import type { Tx } from '../db/index.ts';
import { insertMunicipality } from '../queries/municipality.ts';
import { insertSettlement } from '../queries/settlement.ts';
import { insertBenchmarks, listBenchmarks } from '../queries/benchmark.ts';
import { insertCouncillor } from '../queries/councillor.ts';
import * as rows from '../queries/seed.ts';
import { insertStructureContent } from '../queries/structure-insert.ts';
import { insertUser } from '../queries/user.ts';
import { insertVersion } from '../queries/version.ts';
import { insertCatalogues } from './catalogue.ts';
import { DEMO_PASSWORD } from './demo-accounts.ts';
import { insertSampleSurvey } from './seed-survey.ts';
import { structureHash } from './structure-hash.ts';

/** The demo data are loaded into an empty database only, so that they never mix with real ones. */
export type SeedRefusal = { readonly code: 'seed/not-empty' };

export interface SeedInput {
	readonly fixtures: Fixtures;
	readonly councillors: readonly FixtureCouncillor[];
}

/** Fills an empty database with the demo data, all or nothing; returns how many functions came in. */
export async function seed(
	ctx: Ctx,
	input: SeedInput,
): Promise<Result<{ readonly functions: number }, SeedRefusal>> {
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	return ctx.db.transaction().execute(async (tx) => {
		if ((await rows.countMunicipalities(tx)) > 0) return err({ code: 'seed/not-empty' });
		await insertShared(ctx, tx, input.fixtures);
		for (const structure of input.fixtures.structures) await insertStructure(ctx, tx, structure);
		await insertPeople(ctx, tx, input.fixtures);
		const userIds = await insertUsers(ctx, tx, input.fixtures, passwordHash);
		await insertCouncillors(ctx, tx, input, userIds);
		for (const structure of input.fixtures.structures)
			await insertSampleSurvey(ctx, tx, structure, buildSampleSurvey(structure));
		const functions = input.fixtures.structures.reduce((sum, { functions: list }) => sum + list.length, 0);
		return ok({ functions });
	});
}

async function insertShared(ctx: Ctx, tx: Tx, fixtures: Fixtures): Promise<void> {
	for (const municipality of fixtures.municipalities)
		await insertMunicipality(tx, municipality, ctx.clock.now());
	await insertCatalogues(ctx, tx, fixtures);
	for (const parameter of fixtures.parameters)
		if (parameter.municipality !== null) await rows.insertParameter(tx, parameter, ctx.newId());
	for (const [sort, course] of fixtures.courses.entries()) await rows.insertCourse(tx, course, sort);
	if ((await listBenchmarks(tx)).length === 0) await insertBenchmarks(tx, fixtures.benchmarks);
}

async function insertStructure(ctx: Ctx, tx: Tx, structure: Structure): Promise<void> {
	const { municipality, versionId } = structure;
	for (const settlement of structure.settlements)
		await insertSettlement(tx, { id: ctx.newId(), municipalityId: municipality.id, settlement });
	const isVerified = structure.units.every((unit) => unit.origin.verification === 'verified');
	await insertVersion(tx, {
		id: versionId,
		municipalityId: municipality.id,
		label: { bg: 'Структура в сила', en: 'Structure in force' },
		status: 'frozen',
		validFrom: structure.validFrom,
		validTo: null,
		basedOnId: null,
		contentHash: structureHash(structure),
		revision: 1,
		origin: { verification: isVerified ? 'verified' : 'reconstructed', source: 'примерни данни', asOf: null },
		createdAt: ctx.clock.now(),
		createdBy: 'seed',
	});
	await insertStructureContent(tx, versionId, structure, ctx.newId);
}

async function insertPeople(ctx: Ctx, tx: Tx, fixtures: Fixtures): Promise<void> {
	for (const structure of fixtures.structures) {
		const id = structure.municipality.id;
		const posts = new Set<string>(structure.posts.map((post) => post.key));
		const functions = new Set<string>(structure.functions.map((fn) => fn.key));
		const employees = fixtures.employees.filter((employee) => posts.has(employee.postKey));
		for (const employee of employees) await rows.insertEmployee(tx, id, employee);
		for (const requirement of fixtures.requirements) {
			const subject = requirementSubject(requirement);
			if (functions.has(subject) || posts.has(subject))
				await rows.insertRequirement(tx, id, requirement, ctx.newId());
		}
	}
	for (const assessment of fixtures.assessments) await rows.insertAssessment(tx, assessment, ctx.newId());
}

async function insertUsers(
	ctx: Ctx,
	tx: Tx,
	fixtures: Fixtures,
	passwordHash: string,
): Promise<ReadonlyMap<string, UserId>> {
	const municipalityId = new Map(fixtures.municipalities.map((item) => [item.slug, item.id]));
	const ids = new Map<string, UserId>();
	for (const user of fixtures.demoUsers) {
		const id = ctx.newId() as UserId;
		ids.set(user.username, id);
		const memberships = user.memberships.flatMap(({ municipality, role, unitKey }) => {
			const place = municipalityId.get(municipality);
			return place ? [{ municipalityId: place, role, unitKey: unitKey as UnitKey | null }] : [];
		});
		await insertUser(tx, {
			id,
			username: user.username,
			name: user.name,
			isAdministrator: user.isAdministrator,
			isDemo: true,
			memberships,
			passwordHash,
			createdAt: ctx.clock.now(),
		});
	}
	return ids;
}

async function insertCouncillors(
	ctx: Ctx,
	tx: Tx,
	{ fixtures, councillors }: SeedInput,
	userIds: ReadonlyMap<string, UserId>,
): Promise<void> {
	for (const municipality of fixtures.municipalities) {
		const own = councillors.filter((councillor) => councillor.municipality === municipality.slug);
		for (const councillor of own)
			await insertCouncillor(tx, municipality.id, {
				id: ctx.newId(),
				name: councillor.name,
				userId: (councillor.username !== null && userIds.get(councillor.username)) || null,
				validFrom: isoDate(councillor.validFrom),
				validTo: null,
			});
	}
}
