import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const COPIED = [
	'tests',
	'src',
	'exports',
	'migrations',
	'fixtures',
	'package.json',
	'tsconfig.json',
	'.dependency-cruiser.cjs',
];
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** One forbidden import for each room, and the rule that has to notice it. */
const PLANTED: readonly { readonly rule: string; readonly file: string; readonly imports: string }[] = [
	{
		rule: 'domain-shared-imports-nothing',
		file: 'src/lib/domain/shared/planted.ts',
		imports: '../org/index.ts',
	},
	{ rule: 'domain-org-downward', file: 'src/lib/domain/org/planted.ts', imports: '../overlap/index.ts' },
	{ rule: 'domain-org-only-by-index', file: 'src/lib/domain/overlap/planted.ts', imports: '../org/types.ts' },
	{
		rule: 'domain-overlap-downward',
		file: 'src/lib/domain/overlap/planted.ts',
		imports: '#lib/server/db/index.ts',
	},
	{ rule: 'charts-are-geometry', file: 'src/lib/charts/planted.ts', imports: '#lib/forms/index.ts' },
	{
		rule: 'ui-knows-no-domain',
		file: 'src/lib/components/ui/planted.ts',
		imports: '#lib/domain/org/index.ts',
	},
	{
		rule: 'components-know-no-server',
		file: 'src/lib/components/planted/planted.ts',
		imports: '#lib/server/context.ts',
	},
	{ rule: 'exports-know-no-server', file: 'exports/planted.ts', imports: '#lib/server/context.ts' },
	{ rule: 'queries-know-db-and-domain', file: 'src/lib/server/queries/planted.ts', imports: '../context.ts' },
	{
		rule: 'services-speak-no-language',
		file: 'src/lib/server/services/planted.ts',
		imports: '#lib/i18n/names.ts',
	},
	{ rule: 'services-know-no-routes', file: 'src/lib/server/services/planted.ts', imports: '#cli/io.ts' },
	{ rule: 'routes-ask-services', file: 'src/routes/planted.ts', imports: '#lib/server/db/index.ts' },
	{ rule: 'routes-ask-services', file: 'src/routes/planted.ts', imports: 'kysely' },
	{
		rule: 'workbook-library-in-exports-only',
		file: 'src/lib/server/services/planted.ts',
		imports: 'exceljs',
	},
	{ rule: 'migrations-know-kysely-only', file: 'migrations/planted.ts', imports: '#lib/domain/org/index.ts' },
	{ rule: 'no-d3-on-the-page', file: 'src/lib/components/charts/planted.ts', imports: 'd3' },
];

/** A copy of the project to plant in, so that the project itself is never touched. */
let copy = '';
beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'ustroy-imports-'));
	for (const name of COPIED) cpSync(join(ROOT, name), join(copy, name), { recursive: true });
	for (const name of ['node_modules', '.svelte-kit']) symlinkSync(join(ROOT, name), join(copy, name));
}, 60_000);
afterEach(() => rmSync(copy, { recursive: true, force: true }), 60_000);

describe('the import rules', () => {
	it('hold in the whole project', () => {
		expect(violations()).toEqual([]);
	}, 60_000);

	it('notice a violation in every room', () => {
		for (const [at, { file, imports }] of PLANTED.entries())
			plant(file.replace('planted.ts', `planted-${at}.ts`), imports);
		const noticed = new Set(violations().map(({ rule, from }) => `${rule.name} ${from}`));
		const expected = PLANTED.map(
			({ rule, file }, at) => `${rule} ${file.replace('planted.ts', `planted-${at}.ts`)}`,
		);
		expect(expected.filter((line) => !noticed.has(line))).toEqual([]);
	}, 60_000);

	it('notice a server module imported by a page component', () => {
		const file = 'src/lib/components/planted/Planted.svelte';
		plantText(
			file,
			`<script lang="ts">import { DENIED } from '#lib/server/context.ts';</script>{DENIED.code}`,
		);
		expect(violations().map(({ from }) => from)).toContain(file);
	}, 60_000);
});

interface Violation {
	readonly rule: { readonly name: string };
	readonly from: string;
}

function violations(): readonly Violation[] {
	const args = [
		CRUISER,
		'--config',
		'.dependency-cruiser.cjs',
		'--output-type',
		'json',
		'src',
		'exports',
		'migrations',
	];
	const { stdout } = spawnSync(process.execPath, args, {
		cwd: copy,
		maxBuffer: 64 * 1024 * 1024,
		encoding: 'utf8',
	});
	const report = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
	return report.summary.violations;
}

function plant(file: string, imports: string): void {
	plantText(file, `import * as other from '${imports}';\nexport const planted = other;\n`);
}

function plantText(file: string, text: string): void {
	const path = join(copy, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}
