import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { newUnitValue, ROW_FILTERS, ROW_ORDERS, IMPORT_STEPS } from '#lib/domain/imports/index.ts';
import type { VersionId } from '#lib/domain/shared/index.ts';
import { answer, parseForm, refuseAccess } from '#lib/forms/index.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { applyImport } from '#lib/server/services/import-apply.ts';
import { decideSheet, decideTarget, type SheetDecision } from '#lib/server/services/import-choices.ts';
import { undoImport } from '#lib/server/services/import-undo.ts';
import { cancelReading, discardImport, readAgain } from '#lib/server/services/import-upload.ts';
import { stopPlanning, viewImport } from '#lib/server/services/import-view.ts';
import {
	acceptForm,
	asDataForm,
	applyForm,
	bandForm,
	fillForm,
	fixForm,
	kindForm,
	layoutForm,
	leaveForm,
	mapForm,
	readColumns,
	readMatches,
	replaceForm,
	targetForm,
} from './forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const number = (name: string, fallback: number) => {
		const value = Number(url.searchParams.get(name) ?? fallback);
		return Number.isInteger(value) ? value : fallback;
	};
	const wish = {
		step: IMPORT_STEPS.find((step) => step === url.searchParams.get('step')) ?? null,
		sheet: number('sheet', -1),
		page: number('page', 1),
		order: ROW_ORDERS.find((order) => order === url.searchParams.get('order')) ?? ('row' as const),
		filter: ROW_FILTERS.find((filter) => filter === url.searchParams.get('only')) ?? null,
	};
	const at = { slug: params.municipality, id: params.id };
	return { view: answer(await viewImport(locals.ctx, at, wish)) };
};

type Event = RequestEvent<{ municipality: string; id: string }>;
interface Refused {
	readonly code: string;
}

const STALE = { isStale: true } as const;

/** Saves a decision about a sheet and shows the same step again, or the next. */
async function decide(event: Event, sheet: number, decision: SheetDecision) {
	const { locals, params, url } = event;
	const at = { slug: params.municipality, id: params.id, sheet };
	const saved = await decideSheet(locals.ctx, at, decision);
	return after(event, saved.ok ? null : saved.error, pageOf(url));
}

function after({ params }: Event, refusal: Refused | null, query: string) {
	if (refusal === null) redirect(303, `/m/${params.municipality}/imports/${params.id}${query}`);
	refuseAccess(refusal);
	return fail(409, { ...STALE, refusal: refusal.code });
}

/** The address of the page without the name of the action. */
function pageOf(url: URL): string {
	const search = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return search.size === 0 ? '' : `?${search.toString()}`;
}

const invalid = () => fail(400, { isInvalid: true });

export const actions: Actions = {
	cancel: async ({ locals, params }) => {
		const result = await cancelReading(locals.ctx, params.municipality, params.id);
		if (!result.ok) refuseAccess(result.error);
		redirect(303, `/m/${params.municipality}/imports/${params.id}`);
	},
	stop: async ({ locals, params }) => {
		const result = await stopPlanning(locals.ctx, params.municipality, params.id);
		if (!result.ok) refuseAccess(result.error);
		redirect(303, `/m/${params.municipality}/imports`);
	},
	discard: async ({ locals, params }) => {
		const result = await discardImport(locals.ctx, params.municipality, params.id);
		if (!result.ok) refuseAccess(result.error);
		redirect(303, `/m/${params.municipality}/imports`);
	},
	layout: async (event) => {
		const form = parseForm(layoutForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { locals, params } = event;
		const result = await readAgain(locals.ctx, { slug: params.municipality, id: params.id }, form.value);
		return after(event, result.ok ? null : result.error, '');
	},
	kind: async (event) => {
		const form = parseForm(kindForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { kind, sheet } = form.value;
		return decide(event, sheet, { what: 'kind', kind: kind === '' ? null : kind });
	},
	band: async (event) => {
		const form = parseForm(bandForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { sheet, first, last, last_row: lastRow, takes_hidden: takesHidden } = form.value;
		const takesTotals = !form.value.leaves_totals;
		const band = { first, last };
		return decide(event, sheet, { what: 'band', band, lastRow, takesHidden, takesTotals });
	},
	columns: async (event) => {
		const form = readColumns(await event.request.formData());
		if (!form) return invalid();
		const { sheet, ...table } = form;
		return decide(event, sheet, { what: 'columns', ...table });
	},
	map: async (event) => {
		const form = parseForm(mapForm, await event.request.formData());
		if (!form.ok) return invalid();
		return decide(event, form.value.sheet, { what: 'map', mapId: form.value.map });
	},
	replace: async (event) => {
		const form = parseForm(replaceForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { sheet, field, find, by } = form.value;
		return decide(event, sheet, { what: 'replace', field, find, by });
	},
	fill: async (event) => {
		const form = parseForm(fillForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { sheet, row, field } = form.value;
		return decide(event, sheet, { what: 'fill', row, field });
	},
	'as-data': async (event) => {
		const form = parseForm(asDataForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { sheet, row, data } = form.value;
		return decide(event, sheet, { what: 'as-data', row, isData: data });
	},
	values: async (event) => {
		const data = await event.request.formData();
		const form = readMatches(data);
		if (!form) return invalid();
		const makesAll = data.get('make_all') !== null;
		const matches = form.matches.map((one) =>
			makesAll && one.field === 'unit' && one.meaning === ''
				? { ...one, meaning: newUnitValue(one.text) }
				: one,
		);
		return decide(event, form.sheet, { what: 'matches', matches });
	},
	fix: async (event) => {
		const form = parseForm(fixForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { sheet, row, field, text } = form.value;
		return decide(event, sheet, { what: 'fix', row, field, text });
	},
	accept: async (event) => {
		const form = parseForm(acceptForm, await event.request.formData());
		if (!form.ok) return invalid();
		return decide(event, form.value.sheet, { what: 'accept', alike: form.value.alike });
	},
	leave: async (event) => {
		const form = parseForm(leaveForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { sheet, row, left } = form.value;
		return decide(event, sheet, { what: 'leave', row, isLeft: left });
	},
	target: async (event) => {
		const form = parseForm(targetForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { locals, params } = event;
		const { mode, version, standing } = form.value;
		const target = { mode, versionId: version as VersionId | null, standing };
		const result = await decideTarget(locals.ctx, { slug: params.municipality, id: params.id }, target);
		return after(event, result.ok ? null : result.error, '?step=difference');
	},
	apply: async (event) => {
		const form = parseForm(applyForm, await event.request.formData());
		if (!form.ok) return invalid();
		const { locals, params } = event;
		const date = locals.ctx.clock.today();
		const label = {
			bg: m.structure_working_label({ date: formatDate(date, { locale: 'bg' }) }, { locale: 'bg' }),
			en: m.structure_working_label({ date: formatDate(date, { locale: 'en' }) }, { locale: 'en' }),
		};
		const at = { slug: params.municipality, id: params.id, ...form.value };
		const result = await applyImport(locals.ctx, at, label);
		if (!result.ok && result.error.code === 'imports/reason-needed') return fail(409, { needsReason: true });
		return after(event, result.ok ? null : result.error, '?step=result');
	},
	undo: async (event) => {
		const { locals, params } = event;
		const result = await undoImport(locals.ctx, params.municipality, params.id);
		if (result.ok) redirect(303, `/m/${params.municipality}/imports/${params.id}?step=result`);
		refuseAccess(result.error);
		const blocks = result.error.code === 'imports/undo-blocked' ? result.error.blocks : [];
		return fail(409, { undo: result.error.code, blocks });
	},
};
