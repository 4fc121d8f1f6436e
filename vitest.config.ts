import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		include: ['tests/**/*.test.ts'],
		expect: { requireAssertions: true },
		env: { TZ: 'Europe/Sofia' },
		testTimeout: 20_000,
	},
});
