import { answer } from '#lib/forms/index.ts';
import { csvResponse } from '#lib/i18n/csv.ts';
import { localText, nameOfFunctionKind, nameOfVerification } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { exportFunctions } from '#lib/server/services/function-list.ts';
import { filterOf } from '../filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { lines, municipality } = answer(
		await exportFunctions(locals.ctx, address, filterOf(url.searchParams)),
	);
	const head = [
		m.structure_column_key(),
		m.functions_function(),
		m.functions_accountable(),
		m.functions_field_area(),
		m.functions_field_kind(),
		m.functions_others(),
		m.functions_field_bases(),
		m.functions_measured_column(),
		m.structure_field_verification(),
	];
	const rows = lines.map((line) => [
		line.key,
		localText(line.text),
		line.accountable.map((unit) => localText(unit.name)).join(', '),
		localText(line.area),
		nameOfFunctionKind(line.kind),
		line.others,
		line.bases,
		line.isMeasured ? m.functions_measured() : m.common_not_measured(),
		nameOfVerification(line.verification),
	]);
	return csvResponse(`${m.shell_functions()} – ${localText(municipality)}`, [head, ...rows]);
};
