import type { Membership } from '#lib/domain/access/index.ts';
import type { ParameterSet } from '#lib/domain/legal/index.ts';
import type { Municipality, OrgUnit } from '#lib/domain/org/index.ts';
import { depthFirst, err, ok, type Result, type UserId } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, DENIED, type Ctx, type Denied } from '../context.ts';
import { listCouncillorRecords, type CouncillorRecord } from '../queries/councillor.ts';
import { listParameters } from '../queries/legal.ts';
import { holdsAnything } from '../queries/municipality-holdings.ts';
import {
	findMunicipalityRevision,
	findMunicipalityBySlug,
	listMunicipalities,
} from '../queries/municipality.ts';
import { listSettlementRecords, listSettlements, type SettlementRecord } from '../queries/settlement.ts';
import { listUsers, type UserAccount } from '../queries/user.ts';
import { listVersions } from '../queries/version.ts';
import { readStructure } from './structure-cache.ts';

export interface MunicipalityLine {
	readonly municipality: Municipality;
	readonly settlements: number;
	/** People with a role there. */
	readonly people: number;
	/** Whether some version was adopted; until then the first one is in preparation. */
	readonly hasAdopted: boolean;
}

/** Every municipality of the installation, by name. */
export async function listMunicipalityLines(ctx: Ctx): Promise<Result<readonly MunicipalityLine[], Denied>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const users = await listUsers(ctx.db);
	const lines: MunicipalityLine[] = [];
	for (const municipality of await listMunicipalities(ctx.db)) {
		const versions = await listVersions(ctx.db, municipality.id);
		lines.push({
			municipality,
			settlements: (await listSettlements(ctx.db, municipality.id)).length,
			people: users.filter(({ memberships }) => memberships.some(isIn(municipality))).length,
			hasAdopted: versions.some(({ status }) => status === 'frozen'),
		});
	}
	return ok(lines);
}

export interface MunicipalityPage {
	readonly municipality: Municipality;
	readonly revision: number;
	/** Whether it may be removed: nothing stands in it but its first version, empty. */
	readonly isEmpty: boolean;
	readonly settlements: readonly SettlementRecord[];
	/** Who may do what there, by user name. */
	readonly members: readonly (Membership &
		Pick<UserAccount, 'username' | 'name'> & { readonly userId: UserId })[];
	readonly accounts: readonly Pick<UserAccount, 'id' | 'username' | 'name'>[];
	/** Units that may have a head, each under its superior. */
	readonly units: readonly Pick<OrgUnit, 'key' | 'name'>[];
	readonly councillors: readonly CouncillorRecord[];
	/** Dated parameters that are the municipality's own. */
	readonly parameters: ParameterSet;
}

/** One municipality for whoever looks after the installation. */
export async function viewMunicipality(ctx: Ctx, slug: string): Promise<Result<MunicipalityPage, Denied>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const municipality = await findMunicipalityBySlug(ctx.db, slug);
	if (!municipality) return err(DENIED);
	const { id } = municipality;
	const users = await listUsers(ctx.db);
	return ok({
		municipality,
		revision: (await findMunicipalityRevision(ctx.db, id)) ?? 1,
		isEmpty: !(await holdsAnything(ctx.db, id)),
		settlements: await listSettlementRecords(ctx.db, id),
		members: users.flatMap(({ id: userId, username, name, memberships }) =>
			memberships.filter(isIn(municipality)).map((membership) => ({ ...membership, userId, username, name })),
		),
		accounts: users.filter(({ disabledAt }) => disabledAt === null).map(toAccount),
		units: await unitsOf(ctx, municipality),
		councillors: await listCouncillorRecords(ctx.db, id),
		parameters: (await listParameters(ctx.db)).filter((parameter) => parameter.municipality === id),
	});
}

export interface UnitsOfMunicipality {
	readonly municipality: Municipality;
	readonly units: MunicipalityPage['units'];
}

/** The units of every municipality that may have a head, to be chosen from. */
export async function listHeadedUnits(ctx: Ctx): Promise<Result<readonly UnitsOfMunicipality[], Denied>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const found: UnitsOfMunicipality[] = [];
	for (const municipality of await listMunicipalities(ctx.db))
		found.push({ municipality, units: await unitsOf(ctx, municipality) });
	return ok(found);
}

function isIn({ id }: Municipality): (membership: Membership) => boolean {
	return ({ municipalityId }) => municipalityId === id;
}

function toAccount({ id, username, name }: UserAccount): Pick<UserAccount, 'id' | 'username' | 'name'> {
	return { id, username, name };
}

async function unitsOf(ctx: Ctx, { id }: Municipality): Promise<MunicipalityPage['units']> {
	const [newest] = await listVersions(ctx.db, id);
	const structure = newest && (await readStructure(ctx.db, newest.id));
	return depthFirst(structure?.units ?? []).map(({ item }) => ({ key: item.key, name: item.name }));
}
