import type { Parameter } from '#lib/domain/legal/index.ts';
import { ok, type Result } from '#lib/domain/shared/index.ts';
import { authoriseInstallation, type Ctx, type Denied } from '../context.ts';
import { listParameters } from '../queries/legal.ts';

/** Every dated parameter of the installation, by key, newest first. */
export async function listAllParameters(ctx: Ctx): Promise<Result<readonly Parameter[], Denied>> {
	const allowed = authoriseInstallation(ctx);
	return allowed.ok ? ok(await listParameters(ctx.db)) : allowed;
}
