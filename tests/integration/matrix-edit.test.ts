import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlockCell, ParticipationRole } from '#lib/domain/org/index.ts';
import { asId, type FunctionKey, type UnitKey, type VersionId } from '#lib/domain/shared/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listAudit } from '#lib/server/queries/audit.ts';
import { readMatrix } from '#lib/server/services/function-matrix.ts';
import { copyAsWorking } from '#lib/server/services/history-versions.ts';
import { previewBlock, saveBlock } from '#lib/server/services/matrix-edit.ts';
import { openStructure } from '#lib/server/services/workspace.ts';
import { anInstallation, type Installation } from '#tests/support/installation.ts';

let at: Installation;
let ctx: Ctx;
let versionId: VersionId;
const slug = 'elena';

beforeEach(async () => {
	at = await anInstallation();
	ctx = await at.as('konsultant');
	const copy = await copyAsWorking(ctx, { slug }, { bg: 'Работна редакция', en: null });
	if (!copy.ok) throw new Error(copy.error.code);
	versionId = copy.value;
});
afterEach(() => at.close());

const address = () => ({ slug, versionId });
const FN = asId<FunctionKey>('el-kmet-f01');

function cell(unit: string, role: ParticipationRole | null, fn = FN): BlockCell {
	return { functionKey: fn, unitKey: asId<UnitKey>(unit), postKey: null, role };
}

async function rolesOf(fn: FunctionKey) {
	const opened = await openStructure(ctx, address());
	if (!opened.ok) throw new Error(opened.error.code);
	return opened.value.structure.participations
		.filter((part) => part.functionKey === fn)
		.map(({ unitKey, role }) => `${unitKey} ${role}`)
		.sort();
}

async function revisions() {
	const matrix = await readMatrix(ctx, address());
	if (!matrix.ok) throw new Error(matrix.error.code);
	return Object.fromEntries(matrix.value.functions.map(({ key, revision }) => [key, revision]));
}

describe('a block of roles in a working version', () => {
	it('is shown before it is stored', async () => {
		const before = await rolesOf(FN);
		const preview = await previewBlock(ctx, address(), [
			cell('el-fin', 'consulted'),
			cell('el-fin', 'accountable'),
		]);
		expect(preview.ok && preview.value.lines.map(({ outcome }) => outcome)).toEqual(['change', 'refused']);
		expect(await rolesOf(FN)).toEqual(before);
	});

	it('is stored with an audit entry for each cell, and its opposite takes it back', async () => {
		const before = await rolesOf(FN);
		const block = [cell('el-fin', 'consulted'), cell('el-ut', 'informed')];
		const known = (await previewBlock(ctx, address(), block)).ok;
		expect(known).toBe(true);
		const saved = await saveBlock(ctx, address(), block, await revisions());
		if (!saved.ok) throw new Error(saved.error.code);
		const changed = saved.value.changed;
		expect(changed).toBeGreaterThan(0);
		expect(await rolesOf(FN)).toContain('el-fin consulted');
		const trail = await listAudit(ctx.db, { entity: 'participation', entityKey: FN, limit: 10 });
		expect(trail.filter((entry) => entry.versionId === versionId)).toHaveLength(changed);
		const back = await saveBlock(ctx, address(), saved.value.undo, await revisions());
		expect(back.ok && back.value.changed).toBe(changed);
		expect(await rolesOf(FN)).toEqual(before);
	});

	it('is not stored at all when somebody else changed one of its functions', async () => {
		const seen = await revisions();
		const before = await saveBlock(ctx, address(), [cell('el-fin', 'informed')], seen);
		expect(before.ok).toBe(true);
		const late = await saveBlock(ctx, address(), [cell('el-fin', 'consulted')], seen);
		expect(late.ok ? '' : late.error.code).toBe('org/stale');
		expect(await rolesOf(FN)).toContain('el-fin informed');
	});

	it('leaves the functions before the one that somebody changed as they were too', async () => {
		const seen = await revisions();
		const other = asId<FunctionKey>('el-kmet-f02');
		const before = await saveBlock(ctx, address(), [cell('el-fin', 'informed', other)], seen);
		expect(before.ok && before.value.changed).toBe(1);
		const both = [cell('el-fin', 'informed'), cell('el-fin', 'consulted', other)];
		const late = await saveBlock(ctx, address(), both, seen);
		expect(late.ok ? '' : late.error.code).toBe('org/stale');
		expect((await revisions())[FN]).toBe(seen[FN]);
	});

	it('is refused in a frozen version and to whoever may not edit', async () => {
		const frozen = await previewBlock(ctx, { slug }, [cell('el-fin', 'informed')]);
		expect(frozen.ok ? '' : frozen.error.code).toBe('org/version-frozen');
		const viewer = await at.as('nablyudatel');
		const refused = await saveBlock(viewer, address(), [cell('el-fin', 'informed')], await revisions());
		expect(refused.ok ? '' : refused.error.code).toMatch(/^access\//);
	});
});

describe('the price of a full post', () => {
	it('of fewer than three posts is told only to whoever sees what each post costs', async () => {
		const opened = await openStructure(ctx, { slug });
		const hers = await readMatrix(ctx, { slug });
		const theirs = await readMatrix(await at.as('savetnik-elena-1'), { slug });
		if (!opened.ok || !hers.ok || !theirs.ok) throw new Error('not opened');
		const known = opened.value.structure.posts.filter((post) => post.annualCost !== null);
		const small = hers.value.units.filter(({ price, key }) => {
			const own = known.filter((post) => post.unitKey === key);
			return price !== null && own.reduce((sum, post) => sum + post.approved, 0) < 3;
		});
		expect(small.length).toBeGreaterThan(0);
		const hidden = new Set(small.map(({ key }) => key));
		expect(theirs.value.units.map(({ price }) => price)).toEqual(
			hers.value.units.map(({ key, price }) => (hidden.has(key) ? null : price)),
		);
	});
});
