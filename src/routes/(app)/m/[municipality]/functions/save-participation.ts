import { redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { PARTICIPATION_ROLES, type ParticipationPlace } from '#lib/domain/org/index.ts';
import type { FunctionKey, PostKey, UnitKey } from '#lib/domain/shared/index.ts';
import { choice, id, optionalDecimal, parseForm, revision } from '#lib/forms/index.ts';
import { viewFunction } from '#lib/server/services/function-page.ts';
import { editParticipation } from '#lib/server/services/participation-edit.ts';
import { backAfter, failEdit, failParse } from '../structure/edit-answer.ts';
import { saveMerging, type Saved } from '../structure/save-merging.ts';

export const participationPlace = {
	unitKey: id(),
	postKey: z.union([z.literal(''), id()]).default(''),
	revision: revision(),
};

const setForm = z.object({
	...participationPlace,
	/** Empty where the choice between two edits was that nobody stands there any more. */
	role: z.union([z.literal(''), choice(PARTICIPATION_ROLES)]),
	/** Per cent, as people write it. */
	share: optionalDecimal({ min: -1000, max: 1000 }),
});

/** Puts a role at a place, or changes the one that stands there. */
export async function saveParticipation({
	request,
	locals,
	params,
	url,
}: RequestEvent<{ municipality: string; key: string }>) {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	let at: ParticipationPlace | undefined;
	const save = async (data: FormData): Promise<Saved> => {
		const form = parseForm(setForm, data);
		if (!form.ok) return { ok: false, failure: failParse(form.error, data) };
		const { role, share } = form.value;
		if (role === '') return { ok: true, warnings: [] };
		at = placeIn(params.key, form.value);
		const edit = { kind: 'set', place: at, role, share: share === null ? null : share / 100 } as const;
		const result = await editParticipation(locals.ctx, address, edit, form.value.revision);
		if (!result.ok) return { ok: false, failure: failEdit(result.error, data) };
		return { ok: true, warnings: result.value.warnings };
	};
	const current = async () => {
		const page = await viewFunction(locals.ctx, address, params.key as FunctionKey);
		if (!page.ok || !at) return null;
		const { unitKey, postKey } = at;
		const part = page.value.participants.find(
			(one) => one.unit.key === unitKey && (one.post?.key ?? null) === postKey,
		);
		const place = { unitKey, postKey: postKey ?? '' };
		return {
			values: { ...place, role: part?.role ?? '', share: percentOf(part?.share ?? null) },
			revision: page.value.revision,
		};
	};
	const saved = await saveMerging(await request.formData(), { save, current, action: 'participate' });
	if (!saved.ok) return saved.failure;
	redirect(303, backAfter(url, `/m/${params.municipality}/functions/${params.key}`, saved.warnings));
}

export function placeIn(
	key: string,
	form: { readonly unitKey: string; readonly postKey: string },
): ParticipationPlace {
	return {
		functionKey: key as FunctionKey,
		unitKey: form.unitKey as UnitKey,
		postKey: form.postKey === '' ? null : (form.postKey as PostKey),
	};
}

function percentOf(share: number | null): string {
	return share === null ? '' : String(Number((share * 100).toFixed(4))).replace('.', ',');
}
