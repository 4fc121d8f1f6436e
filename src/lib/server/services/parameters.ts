import type { Parameter } from '#lib/domain/legal/index.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, type Ctx, type Denied, type Refused } from '../context.ts';
import { listParameters } from '../queries/legal.ts';
import { listMunicipalities } from '../queries/municipality.ts';
import { openMunicipality } from './workspace.ts';

export interface ListedParameter extends Parameter {
	/** Name of the municipality that it holds for; null when it holds everywhere. */
	readonly of: LocalText | null;
}

/** Every dated parameter of the installation, by key, newest first. */
export async function listAllParameters(ctx: Ctx): Promise<Result<readonly ListedParameter[], Denied>> {
	const allowed = authoriseInstallation(ctx);
	if (!allowed.ok) return allowed;
	const names = new Map((await listMunicipalities(ctx.db)).map(({ id, name }) => [String(id), name]));
	const listed = (await listParameters(ctx.db)).map((parameter) => ({
		...parameter,
		of: names.get(parameter.municipality ?? '') ?? null,
	}));
	return ok(listed);
}

/** The dated parameters that hold in one municipality, for whoever reads its structure: those of everywhere and its own. */
export async function listParametersOf(
	ctx: Ctx,
	slug: string,
): Promise<Result<readonly ListedParameter[], Refused>> {
	const found = await openMunicipality(ctx, slug, 'municipality.read');
	if (!found.ok) return found;
	const { id, name } = found.value.municipality;
	const listed = (await listParameters(ctx.db)).filter(
		({ municipality }) => municipality === null || municipality === id,
	);
	return ok(listed.map((parameter) => ({ ...parameter, of: parameter.municipality === null ? null : name })));
}
