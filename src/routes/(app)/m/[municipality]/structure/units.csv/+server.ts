import { answer } from '#lib/forms/index.ts';
import { csvResponse } from '#lib/i18n/csv.ts';
import { localText, nameOfPart, nameOfUnitKind, nameOfVerification } from '#lib/i18n/names.ts';
import { sourceText } from '#lib/i18n/legal-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { viewStructure } from '#lib/server/services/unit-structure.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { units, municipality } = answer(await viewStructure(locals.ctx, address));
	const nameOf = new Map(units.map((unit) => [unit.key, localText(unit.name)]));
	const head = [
		m.structure_column_key(),
		m.structure_field_unit(),
		m.structure_field_parent(),
		m.structure_field_kind(),
		m.structure_field_part(),
		m.structure_field_approved(),
		m.structure_field_occupied(),
		m.structure_column_total(),
		m.structure_column_accountable(),
		m.structure_column_participates(),
		m.structure_field_verification(),
		m.structure_field_source(),
	];
	const rows = units.map((unit) => [
		unit.key,
		localText(unit.name),
		unit.parentKey === null ? null : (nameOf.get(unit.parentKey) ?? null),
		nameOfUnitKind(unit.kind),
		nameOfPart(unit.part),
		unit.own.approved,
		unit.own.occupied,
		unit.total,
		unit.accountable,
		unit.participates,
		nameOfVerification(unit.origin.verification),
		sourceText(unit.origin.source),
	]);
	return csvResponse(`${m.structure_export_units()} – ${localText(municipality)}`, [head, ...rows]);
};
