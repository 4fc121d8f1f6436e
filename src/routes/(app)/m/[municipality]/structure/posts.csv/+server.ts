import { printOccupationCode } from '#lib/domain/legal/index.ts';
import { answer } from '#lib/forms/index.ts';
import { csvResponse } from '#lib/i18n/csv.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunding,
	nameOfRelation,
	nameOfVerification,
} from '#lib/i18n/names.ts';
import { sourceText } from '#lib/i18n/legal-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { exportPosts } from '#lib/server/services/post-page.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const { lines, municipality } = answer(await exportPosts(locals.ctx, address));
	const head = [
		m.structure_column_key(),
		m.structure_field_unit(),
		m.structure_post(),
		m.structure_field_approved(),
		m.structure_field_occupied(),
		m.structure_field_category(),
		m.structure_field_relation(),
		m.structure_field_funding(),
		`${m.structure_field_cost()} (${m.structure_euro_a_year()})`,
		m.structure_field_occupation(),
		m.structure_field_verification(),
		m.structure_field_source(),
	];
	const rows = lines.map(({ post, unitName, isCostHidden }) => [
		post.key,
		localText(unitName),
		localText(post.title),
		post.approved,
		post.occupied,
		nameOfCategory(post.category),
		nameOfRelation(post.relation),
		nameOfFunding(post.funding),
		isCostHidden ? m.structure_cost_hidden() : post.annualCost === null ? null : post.annualCost / 100,
		post.occupation === undefined ? null : printOccupationCode(post.occupation),
		nameOfVerification(post.origin.verification),
		sourceText(post.origin.source),
	]);
	return csvResponse(`${m.structure_export_posts()} – ${localText(municipality)}`, [head, ...rows]);
};
