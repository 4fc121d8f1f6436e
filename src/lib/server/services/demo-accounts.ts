import type { Ctx } from '../context.ts';
import { listMunicipalities } from '../queries/municipality.ts';
import { listUsers, type UserAccount } from '../queries/user.ts';

/** Password of every demo account; demo accounts exist only where the sample data were loaded. */
export const DEMO_PASSWORD = 'ustroy-demo';

export interface DemoAccount {
	readonly username: string;
	readonly isAdministrator: boolean;
	readonly roles: readonly {
		readonly role: UserAccount['memberships'][number]['role'];
		readonly municipality: { readonly bg: string; readonly en: string | null };
	}[];
}

/** The demo accounts that still can be used, for the page on which one signs in. */
export async function listDemoAccounts(
	ctx: Ctx,
): Promise<{ readonly password: string; readonly accounts: readonly DemoAccount[] }> {
	const users = (await listUsers(ctx.db)).filter((user) => user.isDemo && user.disabledAt === null);
	const names = new Map((await listMunicipalities(ctx.db)).map((item) => [item.id, item.name]));
	const accounts = users.map((user) => ({
		username: user.username,
		isAdministrator: user.isAdministrator,
		roles: user.memberships.map((membership) => ({
			role: membership.role,
			municipality: names.get(membership.municipalityId) ?? { bg: '', en: null },
		})),
	}));
	return { password: DEMO_PASSWORD, accounts };
}
