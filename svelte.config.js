import adapter from '@sveltejs/adapter-node';

/** Folders outside `src` that are code of this project and are checked with it. */
const CODE_FOLDERS = ['migrations', 'exports', 'fixtures', 'tests'];
const ROOT_FILES = ['vite.config.ts', 'vitest.config.ts', 'playwright.config.ts', 'eslint.config.js'];

/** @type {import('@sveltejs/kit').Config} */
const config = {
	kit: {
		adapter: adapter(),
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
			},
		},
		typescript: {
			config(tsconfig) {
				tsconfig.include.push(...CODE_FOLDERS.map((folder) => `../${folder}/**/*.ts`));
				tsconfig.include.push(...ROOT_FILES.map((file) => `../${file}`));
				return tsconfig;
			},
		},
	},
};

export default config;
