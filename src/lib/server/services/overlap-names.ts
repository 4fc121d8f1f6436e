import type { LegalReference } from '#lib/domain/legal/index.ts';
import { lookUp, type AdminFunction, type LocalText } from '#lib/domain/org/index.ts';
import type { OverlapMember } from '#lib/domain/overlap/index.ts';
import type { Reader } from '../db/index.ts';
import { listLegalActs, listPolicyAreas } from '../queries/legal.ts';
import { createHoursOf } from './overlap-analysis.ts';
import type { OpenStructure } from './workspace.ts';

/** A function as a page about overlaps shows it. */
export interface FunctionView {
	readonly key: string;
	/** Slug of its municipality. */
	readonly slug: string;
	readonly text: LocalText;
	readonly unit: { readonly key: string; readonly name: LocalText } | null;
	readonly area: LocalText | null;
	readonly kind: AdminFunction['kind'];
	/** Legal bases in words: „чл. 14, ал. 2 ЗОбС“. */
	readonly bases: readonly { readonly act: LocalText; readonly reference: LegalReference }[];
	/** Hours a year of its measured activities; null when nothing is measured. */
	readonly hours: number | null;
	readonly fingerprint: string;
}

/** Turns members of an analysis into what a page shows of them. */
export async function createFunctionViews(
	db: Reader,
	structures: readonly OpenStructure[],
): Promise<(member: OverlapMember) => FunctionView> {
	const own = structures.map(({ municipality }) => municipality.id);
	const acts = new Map((await listLegalActs(db, own)).map((act) => [act.key, act.abbreviation]));
	const areas = new Map((await listPolicyAreas(db)).map((area) => [area.key, area.name]));
	const lookups = new Map(
		structures.map(({ municipality, structure }) => [
			municipality.id,
			{ slug: municipality.slug, lookup: lookUp(structure) },
		]),
	);
	const hoursOf = createHoursOf(structures.map(({ structure }) => structure));
	return (member) => {
		const home = lookups.get(member.municipalityId);
		if (!home) throw new RangeError(`no structure of ${member.municipalityId}`);
		const { fn } = member;
		const unit = member.unitKey === null ? undefined : home.lookup.unitByKey.get(member.unitKey);
		return {
			key: fn.key,
			slug: home.slug,
			text: fn.text,
			unit: unit ? { key: unit.key, name: unit.name } : null,
			area: areas.get(fn.policyArea) ?? null,
			kind: fn.kind,
			bases: fn.bases.map(({ actKey, reference }) => ({
				act: acts.get(actKey) ?? { bg: actKey, en: null },
				reference,
			})),
			hours: hoursOf(member),
			fingerprint: member.fingerprint,
		};
	};
}
