import { describe, expect, it } from 'vitest';
import { accountableUnits, lookUp } from '#lib/domain/org/index.ts';
import { requirementSubject } from '#lib/domain/training/index.ts';
import { demo } from '#tests/support/fixtures.ts';

const units = new Set(demo.structures.flatMap((structure) => structure.units).map((unit) => unit.key));
const posts = new Map(
	demo.structures.flatMap((structure) => structure.posts).map((post) => [post.key, post]),
);
const functions = new Set(demo.structures.flatMap((structure) => structure.functions).map((fn) => fn.key));
const acts = new Set(demo.legalActs.map((act) => act.key));
const areas = new Set(demo.policyAreas.map((area) => area.key));
const powers = new Set(demo.powers.map((power) => power.key));
const competencies = new Set(demo.competencies.map((competency) => competency.key));

describe('every reference of the demo data leads somewhere', () => {
	it('units to their parents, one root each', () => {
		for (const structure of demo.structures) {
			expect(structure.units.filter((unit) => unit.parentKey === null)).toHaveLength(1);
			expect(structure.units.filter((unit) => unit.parentKey !== null && !units.has(unit.parentKey))).toEqual(
				[],
			);
		}
	});

	it('keys are unique', () => {
		const counted = demo.structures.flatMap(({ units: own }) => own).length;
		expect(units.size).toBe(counted);
		expect(functions.size).toBe(demo.structures.flatMap((structure) => structure.functions).length);
		expect(powers.size).toBe(demo.powers.length);
	});

	it('posts, participations and activities to units and posts of the same unit', () => {
		for (const structure of demo.structures) {
			expect(structure.posts.filter((post) => !units.has(post.unitKey))).toEqual([]);
			for (const part of [...structure.participations, ...structure.activities]) {
				expect(units.has(part.unitKey), part.unitKey).toBe(true);
				if (part.postKey !== null) expect(posts.get(part.postKey)?.unitKey).toBe(part.unitKey);
			}
		}
	});

	it('functions and powers to acts, areas and powers', () => {
		for (const fn of demo.structures.flatMap((structure) => structure.functions)) {
			expect(areas.has(fn.policyArea), fn.key).toBe(true);
			expect(fn.powers.filter((power) => !powers.has(power))).toEqual([]);
			expect(fn.bases.filter((basis) => !acts.has(basis.actKey))).toEqual([]);
		}
		expect(demo.powers.length).toBeGreaterThanOrEqual(60);
		expect(demo.powers.filter((power) => !acts.has(power.actKey) || !areas.has(power.policyArea))).toEqual(
			[],
		);
	});

	it('people, assessments, courses and requirements to posts, functions and competencies', () => {
		expect(demo.employees.filter((person) => !posts.has(person.postKey))).toEqual([]);
		const asked = [...demo.assessments, ...demo.courses, ...demo.requirements];
		expect(asked.filter((item) => !competencies.has(item.competencyKey))).toEqual([]);
		for (const item of demo.requirements) {
			const subject = requirementSubject(item);
			const known: ReadonlySet<string> = new Set<string>([...posts.keys(), ...functions.keys()]);
			expect(known.has(subject)).toBe(true);
		}
		expect(demo.courses.length).toBeGreaterThanOrEqual(25);
	});

	it('demo accounts to municipalities and units', () => {
		const slugs = new Set(demo.municipalities.map((municipality) => municipality.slug));
		for (const membership of demo.demoUsers.flatMap((user) => user.memberships)) {
			expect(slugs.has(membership.municipality)).toBe(true);
			if (membership.unitKey !== null) expect(units.has(membership.unitKey as never)).toBe(true);
		}
		expect(demo.demoUsers.some((user) => user.isAdministrator)).toBe(true);
	});

	it('functions to exactly one accountable unit, except the planted ones', () => {
		const { withoutOwner, severalOwners } = demo.plantedTruth;
		const planted = new Set<string>([...withoutOwner, ...severalOwners].map((item) => item.key));
		for (const structure of demo.structures) {
			const lookup = lookUp(structure);
			const wrong = structure.functions.filter((fn) => accountableUnits(lookup, fn.key).length !== 1);
			expect(wrong.filter((fn) => !planted.has(fn.key))).toEqual([]);
			expect(wrong.length).toBe(1);
		}
	});
});
