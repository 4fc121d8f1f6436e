/**
 * The table „From | May import“ of the design as rules.
 * `tests/arch/imports.test.ts` proves that each rule fails on a planted violation.
 */
const DOMAIN_MODULES = [
	'regulations',
	'imports',
	'overlap',
	'workload',
	'training',
	'adminservice',
	'scenario',
	'review',
	'publication',
	'org',
	'access',
	'legal',
];

/** What a domain module may reach besides its own files, `shared` and `legal`. */
const DOWNWARD = {
	legal: [],
	org: [],
	access: [],
	overlap: ['org'],
	workload: ['org'],
	training: ['org'],
	adminservice: ['org'],
	imports: ['org', 'training'],
	regulations: ['imports', 'org'],
	scenario: ['org', 'overlap', 'workload', 'training', 'adminservice'],
	review: ['org', 'scenario'],
	publication: ['org', 'training', 'scenario', 'review'],
};

const npm = (names) => `node_modules/(${names.join('|')})(/|$)`;

const domainRules = DOMAIN_MODULES.flatMap((name) => {
	const allowed = ['shared', 'legal', name, ...DOWNWARD[name]];
	return [
		{
			name: `domain-${name}-downward`,
			comment: `domain/${name} may import only ${allowed.join(', ')}`,
			severity: 'error',
			from: { path: `^src/lib/domain/${name}/` },
			to: { pathNot: `^src/lib/domain/(${allowed.join('|')})/` },
		},
		{
			name: `domain-${name}-only-by-index`,
			comment: `other domain modules reach domain/${name} only through its index.ts`,
			severity: 'error',
			from: { path: '^src/lib/domain/', pathNot: `^src/lib/domain/${name}/` },
			to: { path: `^src/lib/domain/${name}/`, pathNot: `^src/lib/domain/${name}/index\\.ts$` },
		},
	];
});

module.exports = {
	forbidden: [
		{ name: 'no-circular', severity: 'error', from: { pathNot: 'paraglide' }, to: { circular: true } },
		{
			name: 'not-to-unresolvable',
			severity: 'error',
			from: { pathNot: '^src/lib/paraglide' },
			to: { couldNotResolve: true, pathNot: '(^\\$|^\\./\\$types|/\\$types)' },
		},
		{
			name: 'domain-shared-imports-nothing',
			severity: 'error',
			from: { path: '^src/lib/domain/shared/' },
			to: { pathNot: '^src/lib/domain/shared/' },
		},
		...domainRules,
		{
			name: 'charts-are-geometry',
			comment: 'charts count with the domain and D3, and never touch a page',
			severity: 'error',
			from: { path: '^src/lib/charts/' },
			to: {
				pathNot: `^src/lib/(domain|charts)/|${npm(['d3', '@types/d3'])}|${npm(['d3-[a-z]+', '@types/d3-[a-z]+'])}`,
			},
		},
		{
			name: 'ui-knows-no-domain',
			severity: 'error',
			from: { path: '^src/lib/components/ui/' },
			to: { path: '^(src/lib/(domain|charts|server|forms)|exports|migrations|fixtures)/' },
		},
		{
			name: 'chart-components-draw-only',
			severity: 'error',
			from: { path: '^src/lib/components/charts/' },
			to: { path: '^(src/lib/(server|forms)|exports|migrations|fixtures)/|^src/lib/domain/(?!shared)' },
		},
		{
			name: 'components-know-no-server',
			severity: 'error',
			from: { path: '^src/lib/components/' },
			to: { path: '^(src/lib/server|exports|migrations|fixtures)/' },
		},
		{
			name: 'exports-know-no-server',
			severity: 'error',
			from: { path: '^exports/' },
			to: { path: '^(src/lib/(server|components|forms)|src/routes|src/cli|migrations|fixtures)/' },
		},
		{
			name: 'queries-know-db-and-domain',
			severity: 'error',
			from: { path: '^src/lib/server/queries/' },
			to: {
				path: '^(src/lib|exports|fixtures|migrations|src/routes|src/cli)/',
				pathNot: '^src/lib/(server/(db|queries)|domain)/',
			},
		},
		{
			name: 'db-knows-domain-shared-only',
			severity: 'error',
			from: { path: '^src/lib/server/db/' },
			to: {
				path: '^(src/lib|exports|fixtures|src/routes|src/cli)/',
				pathNot: '^src/lib/(server/db|domain)/',
			},
		},
		{
			name: 'services-speak-no-language',
			comment:
				'a service answers with data; words are made by exports, components and routes, and handed in where they are stored',
			severity: 'error',
			from: { path: '^src/lib/server/' },
			to: { path: '^src/lib/(i18n|paraglide)/' },
		},
		{
			name: 'services-know-no-routes',
			severity: 'error',
			from: { path: '^src/lib/server/' },
			to: { path: '^src/(routes|cli)/|^src/lib/components/' },
		},
		{
			name: 'routes-ask-services',
			comment: 'routes never reach the database, its queries or a workbook library',
			severity: 'error',
			from: { path: '^src/(routes/|hooks\\.)' },
			to: {
				path: `^src/lib/server/(db|queries)/|^migrations/|^fixtures/|^exports/|${npm(['kysely', 'better-sqlite3', 'exceljs'])}`,
			},
		},
		{
			name: 'workbook-library-in-exports-only',
			severity: 'error',
			from: { path: '^src/' },
			to: { path: npm(['exceljs']) },
		},
		{
			name: 'migrations-know-kysely-only',
			severity: 'error',
			from: { path: '^migrations/' },
			to: { pathNot: `^migrations/|${npm(['kysely'])}` },
		},
		{
			name: 'no-d3-on-the-page',
			comment: 'D3 counts, Svelte draws',
			severity: 'error',
			from: { path: '^src/lib/(components|server)|^src/routes' },
			to: { path: npm(['d3', 'd3-[a-z]+']) },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(src/lib/paraglide|\\.svelte-kit|build)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		extraExtensionsToScan: ['.json'],
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'svelte'],
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
		},
	},
};
