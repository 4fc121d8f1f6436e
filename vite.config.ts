import { compile } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const TEXTS = resolve('.svelte-kit/texts');
const RUNTIME = resolve('src/lib/paraglide/runtime.js');

/** Texts of one subject that the same pages use stand in one file: no page loads a text that it does not show. */
const SHARED_TEXTS = {
	test: /texts\/messages\/[a-z]+_/,
	name: (id: string) => `texts-${/messages\/([a-z]+)_[^/]*$/.exec(id)?.[1] ?? 'common'}`,
	minShareCount: 2,
	entriesAware: true,
};

/**
 * Asks the browser to compile a whole file while it comes, beside the page, and not function by function at its first
 * call: half of the time in which a chart is drawn first went there. Texts are too many and too short for it.
 */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad';

export default defineConfig({
	plugins: [textsByPage(), compiledAhead(), answerScript(), sveltekit()],
	build: {
		target: 'es2023',
		assetsInlineLimit: 0,
		// Scripts of a page to come are found by its imports: the list of all of them would be sent with every page.
		modulePreload: { resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
	},
});

/**
 * For the browser every text is a module of its own, put together by subject, so that a page loads the texts
 * of its own subject and not those of all pages. The server and the terminal keep one file for each language.
 */
function textsByPage(): Plugin {
	return {
		name: 'texts-by-page',
		apply: 'build',
		enforce: 'pre',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart: async () => {
			await compile({
				project: resolve('src/lib/i18n/project.inlang'),
				outdir: TEXTS,
				outputStructure: 'message-modules',
				emitReadme: false,
			});
		},
		outputOptions: (options) => ({ ...options, codeSplitting: { groups: [{ ...SHARED_TEXTS }] } }),
		resolveId: (source, importer) => {
			if (source === '#lib/paraglide/messages.js') return resolve(TEXTS, 'messages.js');
			return source.endsWith('/runtime.js') && importer?.startsWith(TEXTS) ? RUNTIME : null;
		},
	};
}

/** The browser's scripts begin with {@link COMPILED_AHEAD}. */
function compiledAhead(): Plugin {
	return {
		name: 'compiled-ahead',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		outputOptions: (options) => ({
			...options,
			postBanner: ({ name }) => (name.startsWith('texts-') ? '' : COMPILED_AHEAD),
		}),
	};
}

/**
 * The script of the pages of personal links, which do without the client of the framework: one file of its own that
 * the page names. While developing, the page asks for the source instead.
 */
function answerScript(): Plugin {
	return {
		name: 'answer-script',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		buildStart() {
			this.emitFile({
				type: 'chunk',
				id: resolve('src/lib/components/answer/live.ts'),
				fileName: '_app/answer.js',
			});
		},
	};
}
