import { changeLines } from '#lib/components/org/change-lines.ts';
import { deedOfEntry, kindOfEntry, thingOfEntry } from '#lib/components/org/trail-text.ts';
import type { LocalText } from '#lib/domain/org/index.ts';
import { answer } from '#lib/forms/index.ts';
import { csvResponse } from '#lib/i18n/csv.ts';
import { formatMoment } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { exportTrail } from '#lib/server/services/trail.ts';
import { trailFilterOf } from '../filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const address = { slug: params.municipality, versionId: url.searchParams.get('version') };
	const filter = trailFilterOf(url.searchParams);
	const file = answer(await exportTrail(locals.ctx, address, filter));
	const { entries, names, versions, count } = file;
	const head = [
		m.history_when(),
		m.history_who(),
		m.history_kind(),
		m.history_thing(),
		m.history_verb(),
		m.history_entity_version(),
		m.structure_change_field(),
		m.structure_change_from(),
		m.structure_change_to(),
	];
	const rows = entries.flatMap((entry) => {
		const what = [
			formatMoment(entry.at),
			entry.actor.name,
			kindOfEntry(entry.entity),
			thingOfEntry(entry, names),
			deedOfEntry(entry),
			versionText(entry.versionId, versions),
		];
		const lines = changeLines(entry.before, entry.after, names);
		return lines.length === 0
			? [[...what, '', '', '']]
			: lines.map((line) => [...what, line.label, line.from, line.to]);
	});
	const cut = entries.length < count ? [[m.history_csv_cut({ shown: entries.length, count })]] : [];
	return csvResponse(`${m.history_title()} – ${localText(file.municipality)}`, [head, ...rows, ...cut]);
};

function versionText(id: string | null, versions: Readonly<Record<string, LocalText>>): string {
	const label = id === null ? undefined : versions[id];
	return label ? localText(label) : id === null ? '' : m.history_version_gone();
}
