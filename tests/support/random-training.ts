import fc from 'fast-check';
import { isoDate } from '#lib/domain/shared/index.ts';
import type { CompetencyLevel, NeedInput, StructuralChange } from '#lib/domain/training/index.ts';
import {
	aCompetency,
	aLookup,
	anEmployee,
	aPost,
	assessed,
	fn,
	functionRequires,
	operation,
	postRequires,
	takesPart,
	unit,
} from '../domain/training/builders.ts';

const UNITS = ['a', 'b', 'c'];
const FUNCTIONS = ['f1', 'f2', 'f3', 'f4'];
const SKILLS = ['zop', 'zut', 'law'];

const level = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<CompetencyLevel>;
const change: fc.Arbitrary<StructuralChange> = fc
	.record({ at: fc.nat(50), unitKey: fc.constantFrom(...UNITS), functionKey: fc.constantFrom(...FUNCTIONS) })
	.map(({ at, unitKey, functionKey }) => ({
		kind: 'function-received',
		operationId: operation(`op-${at}`),
		unitKey: unit(unitKey),
		functionKey: fn(functionKey),
		effectiveOn: isoDate('2026-07-01'),
	}));

/** Anything that needs can be derived from: people, what is asked of them, and changes of structure. */
export const anyNeedInput: fc.Arbitrary<NeedInput> = fc
	.record({
		asked: fc.array(fc.tuple(fc.constantFrom(...FUNCTIONS), fc.constantFrom(...SKILLS), level), {
			maxLength: 8,
		}),
		known: fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...SKILLS), level), { maxLength: 12 }),
		changes: fc.uniqueArray(change, { selector: (item) => item.operationId, maxLength: 6 }),
	})
	.map(({ asked, known, changes }) => {
		const posts = UNITS.flatMap((key) => [aPost(`${key}1`, key), aPost(`${key}2`, key)]);
		const before = aLookup(posts, [takesPart('f1', 'a')]);
		const after = aLookup(
			posts,
			FUNCTIONS.flatMap((key) => UNITS.map((unitKey) => takesPart(key, unitKey))),
		);
		return {
			before,
			after,
			requirements: [
				...asked.map(([key, competency, at]) => functionRequires(key, competency, at)),
				postRequires('a1', 'zop', 3),
			],
			employees: posts.map((item, at) => anEmployee(`e${at}`, item.key)),
			assessments: known.map(([at, competency, assessedLevel]) =>
				assessed(`e${at}`, competency, assessedLevel),
			),
			competencies: SKILLS.map((key) => aCompetency(key, 2)),
			changes,
			asOf: isoDate('2025-06-01'),
			mandatoryMonths: 3,
		};
	});
