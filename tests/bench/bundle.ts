import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Makes one script of a page of a measurement, as the product would ship it, and answers its text. With `css` the
 * styles go to `<name>.css` beside it; otherwise they are inside the script.
 */
export async function bundle({
	folder,
	entry,
	name,
	css = false,
}: {
	readonly folder: string;
	readonly entry: string;
	readonly name: string;
	readonly css?: boolean;
}): Promise<string> {
	await mkdir(folder, { recursive: true });
	await build({
		configFile: false,
		logLevel: 'error',
		plugins: [svelte({ configFile: false, ...(css ? {} : { emitCss: false }) })],
		define: { 'process.env.NODE_ENV': '"production"' },
		build: {
			outDir: folder,
			emptyOutDir: false,
			target: 'es2023',
			// As the scripts of the product begin, see vite.config.ts; a peer's gets the same.
			rollupOptions: { output: { postBanner: '//# allFunctionsCalledOnLoad' } },
			lib: {
				...{ entry, formats: ['iife'], name: 'bench' },
				fileName: () => `${name}.bundle.js`,
				...(css && { cssFileName: name }),
			},
		},
	});
	return readFile(join(folder, `${name}.bundle.js`), 'utf8');
}
