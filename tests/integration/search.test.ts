import { describe, expect, it } from 'vitest';
import { searchStructure } from '#lib/server/services/search.ts';
import { anInstallation } from '#tests/support/installation.ts';

const at = await anInstallation();
const consultant = await at.as('konsultant');
const address = { slug: 'elena' };

describe('search in a structure', () => {
	it('says of every hit where it stands', async () => {
		const found = await searchStructure(consultant, address, 'данъ');
		if (!found.ok) throw new Error(found.error.code);
		const { hits } = found.value;
		expect(hits?.functions.length).toBeGreaterThan(0);
		expect(hits?.functions.every(({ unit }) => unit !== null)).toBe(true);
		expect(hits?.posts.every(({ unit }) => unit !== null)).toBe(true);
	});

	it('finds findings by their words and by look-alike letters, of this municipality only', async () => {
		const title = 'Двойно водене на архива';
		await consultant.db
			.insertInto('finding')
			.values({ ...(await aFinding()), title })
			.execute();
		const titles = async (slug: string, query: string) => {
			const found = await searchStructure(consultant, { slug }, query);
			return found.ok ? found.value.findings.map((finding) => finding.title) : found.error.code;
		};
		expect(await titles('elena', 'ДВОЙНО водене')).toEqual([title]);
		// Latin „o“ and „e“
		expect(await titles('elena', 'Двoйнo водeне')).toEqual([title]);
		expect(await titles('lyaskovets', 'Двойно водене')).toEqual([]);
	});
});

async function aFinding() {
	const version = await consultant.db
		.selectFrom('structure_version')
		.innerJoin('municipality', 'municipality.id', 'structure_version.municipality_id')
		.select(['structure_version.id', 'municipality.id as municipality'])
		.where('municipality.slug', '=', 'elena')
		.executeTakeFirstOrThrow();
	return {
		id: 'finding-searched',
		municipality_id: version.municipality,
		version_id: version.id,
		number: 900,
		kind: 'overlap' as const,
		criterion: 'efficiency' as const,
		body: 'Два отдела водят един архив.',
		severity: 2,
		status: 'open' as const,
		status_reason: null,
		created_at: '2014-01-01T00:00:00.000Z',
		created_by: 'admin',
	};
}
