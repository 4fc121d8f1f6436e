import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Work that `transact` and Kysely run in a transaction. */
const INSIDE_TRANSACTION = [
	'ArrowFunctionExpression[params.0.name="tx"]',
	'ArrowFunctionExpression[params.1.name="tx"]',
];
const askInside =
	'Ask the transaction: the store has one connection, and asking past it would wait for ever.';
const namedObjects = 'Use a union of string literals instead of an enum.';

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'build/',
			'.svelte-kit/',
			'data/',
			'.cache/',
			'src/lib/paraglide/',
			'src/lib/i18n/project.inlang/cache/',
			'test-results/',
			'playwright-report/',
		],
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], svelteConfig },
		},
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true },
			],
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: { 'no-undef': 'off', 'svelte/no-navigation-without-resolve': 'off' },
	},
	{
		files: ['**/*.ts', '**/*.mjs', '**/*.js', '**/*.svelte'],
		rules: {
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'no-empty': ['error', { allowEmptyCatch: false }],
			'no-restricted-syntax': ['error', { selector: 'TSEnumDeclaration', message: namedObjects }],
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-undef': 'off',
		},
	},
	{
		files: ['src/lib/server/services/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: namedObjects },
				...INSIDE_TRANSACTION.flatMap((inside) => [
					{
						selector: `${inside} MemberExpression[object.name="ctx"][property.name="db"]`,
						message: askInside,
					},
					{
						selector: `${inside} AwaitExpression > CallExpression[arguments.0.name="ctx"]:not([arguments.1.name="tx"])`,
						message: askInside,
					},
				]),
			],
		},
	},
	{
		files: ['tests/**/*.ts', 'migrations/**/*.ts'],
		rules: {
			'max-lines-per-function': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off',
		},
	},
	{
		files: ['src/lib/domain/**/*.ts', 'src/lib/charts/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', 'Date', 'fetch', 'process', 'window', 'document', 'localStorage'],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'The domain knows no randomness.' },
			],
		},
	},
);
