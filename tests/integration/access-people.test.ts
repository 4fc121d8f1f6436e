import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFixtures } from '#fixtures/load.ts';
import { ROUTES } from './access-routes.ts';
import { statusOf, type Persona } from './routes-table.ts';
import { openWorld, type OpenWorld } from './routes-world.ts';

let world: OpenWorld;
beforeAll(async () => {
	world = await openWorld();
}, 60_000);
afterAll(() => world.close());

/** Nobody of these may learn who works where. */
const WITHOUT_NAMES: readonly Persona[] = ['administrator', 'consultant', 'councillor', 'viewer'];

const fixtures = loadFixtures();
/** Names of accounts are known to whoever looks after the accounts. */
const ofAccounts = new Set(fixtures.demoUsers.map((user) => user.name));
const NAMES = fixtures.employees.map((employee) => employee.name).filter((name) => !ofAccounts.has(name));

describe('the name of an employee', () => {
	it.each(WITHOUT_NAMES)('is in no page and no workbook that the %s is given', async (persona) => {
		expect(NAMES.length).toBeGreaterThan(50);
		for (const [id, row] of Object.entries(ROUTES)) {
			if (row.get === undefined || statusOf(row.get, persona) !== '200') continue;
			const address = world.addressOf(row);
			expect(namesIn(await contentOf(persona, address)), `${id} for ${persona}`).toEqual([]);
			const [path = '', query] = address.split('?');
			const data = `${path}/__data.json${query === undefined ? '' : `?${query}`}`;
			expect(namesIn(await contentOf(persona, data)), `data of ${id} for ${persona}`).toEqual([]);
		}
	});
});

function namesIn(content: string): readonly string[] {
	return NAMES.filter((name) => content.includes(name));
}

async function contentOf(persona: Persona, address: string): Promise<string> {
	const answer = await world.visitor(persona).get(address);
	const bytes = Buffer.from(await answer.arrayBuffer());
	return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
		? textOfZip(bytes)
		: bytes.toString('utf8');
}

const CENTRAL_ENTRY = 0x0201_4b50;

/** Every file inside a zip archive as one text; entries are found through the central directory. */
function textOfZip(bytes: Buffer): string {
	const texts: string[] = [];
	const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
	let at = bytes.readUInt32LE(end + 16);
	while (bytes.readUInt32LE(at) === CENTRAL_ENTRY) {
		const start = bytes.readUInt32LE(at + 42);
		const content = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
		const packed = bytes.subarray(content, content + bytes.readUInt32LE(at + 20));
		texts.push((bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
		at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return texts.join('\n');
}
