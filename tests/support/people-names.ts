import type { Installation } from './installation.ts';

/** The names of everybody who works in a municipality of the installation. */
export async function namesOfEmployees({ database }: Installation): Promise<readonly string[]> {
	const rows = await database.db.selectFrom('employee').select('name').execute();
	return [...new Set(rows.map(({ name }) => name))];
}
