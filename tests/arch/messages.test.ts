import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'src/lib/i18n/messages');

interface Settings {
	readonly locales: readonly string[];
	readonly 'plugin.inlang.messageFormat': { readonly pathPattern: readonly string[] };
}
const settings = JSON.parse(
	readFileSync(join(ROOT, 'src/lib/i18n/project.inlang/settings.json'), 'utf8'),
) as Settings;
const modules = settings['plugin.inlang.messageFormat'].pathPattern.map(
	(path) => path.split('/').at(-1) ?? '',
);

function read(locale: string, name: string): Record<string, unknown> {
	return JSON.parse(readFileSync(join(FOLDER, locale, name), 'utf8')) as Record<string, unknown>;
}

describe.each(modules)('the texts of %s', (name) => {
	it('have the same keys and placeholders in both languages', () => {
		const [bg, en] = [read('bg', name), read('en', name)];
		expect(Object.keys(en).sort()).toEqual(Object.keys(bg).sort());
		const placeholders = (text: unknown) =>
			[...new Set(JSON.stringify(text).match(/\{[a-zA-Z]+\}/g) ?? [])].sort();
		for (const key of Object.keys(bg)) expect(placeholders(en[key]), key).toEqual(placeholders(bg[key]));
	});

	it('are none of them empty, and the Bulgarian ones are written in Cyrillic', () => {
		for (const [key, text] of Object.entries(read('bg', name))) {
			expect(JSON.stringify(text).length, key).toBeGreaterThan(2);
		}
		const words = JSON.stringify(Object.values(read('en', name)));
		expect(/[\u0400-\u04ff]/.test(words.replaceAll(/"[^"]*(Български|чл\.)[^"]*"/g, '')), name).toBe(false);
	});
});

/** Names under which texts are given a day; a Bulgarian one ends in „г.“. */
const DAYS = ['date', 'day', 'until', 'deadline', 'since', 'lastDay'];

it('never put a full stop after a day, which has one of its own', () => {
	const twice = new RegExp(`\\{(${DAYS.join('|')})\\}\\.(?=[ "“]|$)`, 'u');
	const texts = modules.flatMap((name) => Object.entries(read('bg', name)));
	expect(texts.filter(([, text]) => twice.test(JSON.stringify(text))).map(([key]) => key)).toEqual([]);
});

it('are listed in the settings for every file that there is', () => {
	const files = globSync('*.json', { cwd: join(FOLDER, 'bg') });
	expect([...modules].sort()).toEqual([...files].sort());
});

it('are all used somewhere, and every key used is defined', () => {
	const files = ['src', 'exports'].flatMap((folder) =>
		globSync(`${folder}/**/*.{ts,svelte}`, { cwd: ROOT, exclude: (path) => path.includes('paraglide') }),
	);
	const used = new Set<string>();
	for (const file of files)
		for (const match of readFileSync(join(ROOT, file), 'utf8').matchAll(/\bm\.([a-z0-9_]+)/g))
			used.add(match[1] ?? '');
	const defined = new Set(modules.flatMap((name) => Object.keys(read('bg', name))));
	expect([...used].filter((key) => !defined.has(key)).sort(), 'used but not defined').toEqual([]);
	expect([...defined].filter((key) => !used.has(key)).sort(), 'defined but not used').toEqual([]);
});
