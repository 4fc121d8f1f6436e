import { describe, expect, it } from 'vitest';
import { currentPath, homePhases, railPhases } from '#lib/components/shell/rail.ts';

const rail = (version: string | null) =>
	railPhases({ slug: 'elena', allowed: ['scenario.read', 'proposal.read'], counts: {}, version });
const hrefs = (version: string | null) =>
	rail(version).flatMap((phase) => phase.entries.map((entry) => entry.href));

describe('the rail', () => {
	it('keeps the version that the person chose in every entry', () => {
		expect(hrefs('v-7').every((href) => href.endsWith('?version=v-7'))).toBe(true);
		expect(hrefs(null).some((href) => href.includes('?'))).toBe(false);
	});

	it('marks the entry of the page with a version as without one', () => {
		expect(currentPath(rail('v-7'), '/m/elena/training/needs')).toBe('/m/elena/training/needs');
		expect(currentPath(rail(null), '/m/elena/structure/units/el-mayor')).toBe('/m/elena/structure');
		expect(currentPath(rail(null), '/m/elena')).toBe('/m/elena');
	});

	it('leaves out what the person may not open', () => {
		const closed = railPhases({ slug: 'elena', allowed: [], counts: {}, version: null });
		expect(closed.flatMap((phase) => phase.entries.map((entry) => entry.path))).not.toContain(
			'/m/elena/council',
		);
	});

	it('offers the municipalities where no one of them is open, and the settings to the administrator alone', () => {
		const municipalities = [{ slug: 'elena', name: 'Елена' }];
		const paths = (isAdministrator: boolean) =>
			homePhases({ municipalities, isAdministrator }).flatMap((phase) =>
				phase.entries.map((entry) => entry.path),
			);
		expect(paths(false)).toEqual(['/m', '/m/elena', '/account']);
		expect(paths(true)).toEqual([
			...['/m', '/m/elena', '/account'],
			...['/admin/municipalities', '/admin/users', '/admin/parameters'],
		]);
	});
});
