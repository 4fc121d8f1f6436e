import { afterEach, beforeEach, expect, it } from 'vitest';
import { asId, type MunicipalityId, type PostKey, type UnitKey } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordAudit } from '#lib/server/services/audit.ts';
import { exportStructure } from '#lib/server/services/export-structure.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { viewVersions } from '#lib/server/services/history-versions.ts';
import { exportPosts, viewPost } from '#lib/server/services/post-page.ts';
import { showQuality } from '#lib/server/services/quality.ts';
import { railCounts } from '#lib/server/services/rail.ts';
import { showTrail, type TrailFilter } from '#lib/server/services/trail.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import { compareVersions } from '#lib/server/services/versions-compare.ts';
import { openStructure, openWorkspace } from '#lib/server/services/workspace.ts';
import { ELENA, SLUG } from '#tests/support/elena-scenario.ts';
import { readBack } from '#tests/support/workbook.ts';
import { aWorkingVersion, type WorkingVersion } from '#tests/support/working-version.ts';

const IN_FORCE = { slug: SLUG };

let here: WorkingVersion;
beforeEach(async () => {
	here = await aWorkingVersion();
});
afterEach(() => here.at.close());

async function ofEach<T>(ask: (ctx: Ctx) => Promise<T>): Promise<readonly T[]> {
	const answers: T[] = [];
	for (const name of ELENA) answers.push(await ask(await here.at.as(name)));
	return answers;
}

it('shows a draft to the administrator, the consultant and HR only, wherever it is asked for', async () => {
	const only = [true, true, true, false, false, false, false];
	expect(await ofEach(async (ctx) => (await openStructure(ctx, here.address)).ok)).toEqual(only);
	expect(await ofEach(async (ctx) => (await openWorkspace(ctx, here.address)).ok)).toEqual(only);
	const listed = await ofEach(async (ctx) => {
		const lines = await viewVersions(ctx, 'elena');
		return lines.ok && lines.value.some(({ status }) => status === 'working');
	});
	expect(listed).toEqual(only);
	const force = await openStructure(here.ctx, IN_FORCE);
	const from = { versionId: force.ok ? force.value.version.id : null, day: null };
	const compared = await ofEach(async (ctx) => {
		const found = await compareVersions(ctx, 'elena', { from, to: { versionId: here.versionId, day: null } });
		return found.ok && found.value !== null;
	});
	expect(compared).toEqual(only);
});

it('shows the structure and the functions in force to everybody of the municipality', async () => {
	const functions = await ofEach(async (ctx) => {
		const opened = await openStructure(ctx, IN_FORCE);
		return opened.ok && opened.value.structure.functions.length > 200;
	});
	expect(functions).toEqual(ELENA.map(() => true));
});

it('says who of a unit does a counted work only to whoever may see its people', async () => {
	const { activities } = await here.structure();
	const counted = activities.find(({ postKey }) => postKey !== null)!;
	const named = await ofEach(async (ctx) => {
		const page = await viewFunction(ctx, IN_FORCE, counted.functionKey);
		const own = page.ok ? page.value.activities.find(({ key }) => key === counted.key) : undefined;
		return own?.postKey === counted.postKey;
	});
	const councillor = await here.at.as('savetnik-elena-1');
	const post = await viewPost(councillor, IN_FORCE, counted.postKey!);
	expect(post.ok && Object.keys(post.value)).not.toContain('activities');
	expect(named.slice(0, 3)).toEqual([true, true, true]);
	expect(named.slice(4)).toEqual([false, false, false]);
});

it('shows what a post costs to the analysts and HR, and to a unit head in the own unit', async () => {
	const head = await here.at.as('rakovoditel-elena');
	const own = head.actor?.memberships.find(({ role }) => role === 'unit-head')?.unitKey;
	const { posts } = await here.structure();
	const inOwn = posts.find(({ unitKey, annualCost }) => unitKey === own && annualCost !== null)!;
	const other = posts.find(({ unitKey, annualCost }) => unitKey !== own && annualCost !== null)!;
	const costOf = async (ctx: Ctx, key: PostKey) => {
		const page = await viewPost(ctx, IN_FORCE, key);
		return page.ok && !page.value.isCostHidden && page.value.post.annualCost !== null;
	};
	expect(await ofEach((ctx) => costOf(ctx, other.key))).toEqual([
		true,
		true,
		true,
		false,
		false,
		false,
		false,
	]);
	expect(await ofEach((ctx) => costOf(ctx, inOwn.key))).toEqual([
		true,
		true,
		true,
		true,
		false,
		false,
		false,
	]);
	const listed = await exportPosts(head, IN_FORCE);
	const seen = listed.ok ? listed.value.lines.filter(({ post }) => post.annualCost !== null) : [];
	expect(new Set(seen.map(({ post }) => post.unitKey))).toEqual(new Set([own]));
	const unit = await viewUnit(await here.at.as('nablyudatel'), IN_FORCE, asId<UnitKey>(other.unitKey));
	expect(
		unit.ok && [unit.value.areCostsHidden, unit.value.posts.some((one) => one.annualCost !== null)],
	).toEqual([true, false]);
});

it('leaves what a post costs out of the workbook of whoever may not see it', async () => {
	const hiddenIn = async (name: string) => {
		const file = await exportStructure(await here.at.as(name), IN_FORCE, 'bg');
		if (!file.ok) throw new Error(file.error.code);
		const book = await readBack(file.value.bytes);
		return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues())).includes(
			'не се показва за Вашата роля',
		);
	};
	expect([await hiddenIn('konsultant'), await hiddenIn('nablyudatel')]).toEqual([false, true]);
});

it('keeps the list of faults, and how many there are, from councillors and viewers', async () => {
	const may = [true, true, true, true, false, false, false];
	const asked = { code: null, page: 1 };
	expect(await ofEach(async (ctx) => (await showQuality(ctx, IN_FORCE, asked)).ok)).toEqual(may);
	const counted = await ofEach(async (ctx) => {
		const workspace = await openWorkspace(ctx, IN_FORCE);
		return workspace.ok && (await railCounts(ctx, workspace.value)).problems !== undefined;
	});
	expect(counted).toEqual(may);
});

it('gives HR the history of what it did itself and of people, the analysts all but people, the others none', async () => {
	const hr = await here.at.as('hr-elena');
	const filter: TrailFilter = { query: '', person: null, kind: null, key: null, from: null, to: null };
	await note(hr, 'import.bring', 'import');
	await note(here.ctx, 'import.bring', 'import');
	await note(await here.at.as('hr-elena'), 'employee.edit', 'employee');
	const found = await ofEach(async (ctx) => {
		const shown = await showTrail(ctx, IN_FORCE, { filter, page: 1 });
		if (!shown.ok) return shown.error.code;
		return [shown.value.entries.map(({ action }) => action).sort(), shown.value.people.length];
	});
	const all = ['import.bring', 'import.bring', 'version.create'];
	const refused = 'access/forbidden';
	expect(found).toEqual([
		[all, 2],
		[all, 2],
		[['employee.edit', 'import.bring'], 1],
		...[refused, refused, refused, refused],
	]);
});

async function note(ctx: Ctx, action: string, entity: string): Promise<void> {
	const municipalityId = asId<MunicipalityId>('elena');
	const entry = { actor: ctx.actor!, municipalityId, versionId: null, before: null, after: { name: 'x' } };
	await ctx.db.transaction().execute(async (tx) => {
		await recordAudit(ctx, tx, { ...entry, action, entity, entityKey: 'k1' });
	});
}
