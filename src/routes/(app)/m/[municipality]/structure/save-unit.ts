import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { UnitKey } from '#lib/domain/shared/index.ts';
import { parseForm } from '#lib/forms/index.ts';
import { editUnit } from '#lib/server/services/unit-edit.ts';
import { viewUnit } from '#lib/server/services/unit-page.ts';
import { backAfter, failEdit, failParse } from './edit-answer.ts';
import { saveMerging, type Saved } from './save-merging.ts';
import { toUnitDraft, unitForm, unitValues } from './unit-form.ts';

type UnitEvent = RequestEvent<{ municipality: string; key: string }>;

/** Saves a unit from its form, the whole or a part of it edited in place. */
export async function saveUnit({ request, locals, params, url }: UnitEvent) {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const key = params.key as UnitKey;
	const save = async (data: FormData): Promise<Saved> => {
		const form = parseForm(unitForm, data);
		if (!form.ok) return { ok: false, failure: failParse(form.error, data) };
		const edit = { kind: 'change', key, draft: toUnitDraft(form.value) } as const;
		const result = await editUnit(locals.ctx, address, edit, { revision: form.value.revision });
		if (!result.ok) return { ok: false, failure: failEdit(result.error, data) };
		return { ok: true, warnings: result.value.warnings };
	};
	const current = async () => {
		const now = await viewUnit(locals.ctx, address, key);
		return now.ok ? { values: unitValues(now.value.unit), revision: now.value.revision } : null;
	};
	const saved = await saveMerging(await request.formData(), { save, current, action: 'save' });
	if (!saved.ok) return saved.failure;
	redirect(303, backAfter(url, `/m/${params.municipality}/structure/units/${params.key}`, saved.warnings));
}
