import type { Parameter, ParameterSet, ParameterUnit } from '#lib/domain/legal/index.ts';
import type { LocalText, Power } from '#lib/domain/org/index.ts';
import type { IsoDate, MunicipalityId, PowerKey } from '#lib/domain/shared/index.ts';
import type { Reader } from '../db/index.ts';
import { toReference } from './structure.ts';

export interface LegalAct {
	readonly key: string;
	readonly abbreviation: LocalText;
	readonly name: LocalText;
	readonly kind: string;
	/** The municipality whose act it is; null for a national one. */
	readonly municipalityId: MunicipalityId | null;
}

export interface PolicyArea {
	readonly key: string;
	readonly name: LocalText;
}

/** A decreed change of the working calendar: a day off, or a Saturday worked instead. */
export interface CalendarException {
	readonly date: IsoDate;
	readonly kind: 'off' | 'working';
	readonly citation: string;
}

export async function listParameters(db: Reader): Promise<ParameterSet> {
	const rows = await db
		.selectFrom('parameter')
		.selectAll()
		.orderBy('key')
		.orderBy('valid_from', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row): Parameter => ({
		key: row.key,
		municipality: row.municipality_id,
		value: row.number_value ?? row.text_value ?? '',
		unit: row.unit as ParameterUnit,
		validFrom: row.valid_from as IsoDate,
		validTo: row.valid_to as IsoDate | null,
		citation: row.citation,
		note: row.note,
	}));
}

export async function listCalendarExceptions(db: Reader): Promise<readonly CalendarException[]> {
	const rows = await db.selectFrom('calendar_exception').selectAll().orderBy('day').execute();
	return rows.map((row) => ({ date: row.day as IsoDate, kind: row.kind, citation: row.citation }));
}

/** The national acts and those of the municipalities named, in the order of the register. */
export async function listLegalActs(
	db: Reader,
	of: readonly MunicipalityId[] = [],
): Promise<readonly LegalAct[]> {
	const rows = await db
		.selectFrom('legal_act')
		.selectAll()
		.where((eb) =>
			eb.or([eb('municipality_id', 'is', null), ...of.map((id) => eb('municipality_id', '=', id))]),
		)
		.orderBy('sort')
		.orderBy('key')
		.execute();
	return rows.map((row) => ({
		key: row.key,
		abbreviation: { bg: row.abbreviation_bg, en: row.abbreviation_en },
		name: { bg: row.name_bg, en: row.name_en },
		kind: row.kind,
		municipalityId: row.municipality_id as MunicipalityId | null,
	}));
}

export async function listPolicyAreas(db: Reader): Promise<readonly PolicyArea[]> {
	const rows = await db.selectFrom('policy_area').selectAll().orderBy('sort').orderBy('key').execute();
	return rows.map((row) => ({ key: row.key, name: { bg: row.name_bg, en: row.name_en } }));
}

export async function listPowers(db: Reader): Promise<readonly Power[]> {
	const rows = await db
		.selectFrom('power')
		.innerJoin('provision', 'provision.id', 'power.provision_id')
		.select([
			'power.key',
			'power.text_bg',
			'power.text_en',
			'power.policy_area',
			'power.valid_from',
			'power.valid_to',
		])
		.select(['provision.act_key', 'provision.paragraph', 'provision.article', 'provision.sub_paragraph'])
		.select(['provision.point', 'provision.letter'])
		.orderBy('power.sort')
		.orderBy('power.key')
		.execute();
	return rows.map((row) => ({
		key: row.key as PowerKey,
		text: { bg: row.text_bg, en: row.text_en },
		policyArea: row.policy_area,
		actKey: row.act_key,
		reference: toReference(row),
		validFrom: row.valid_from as IsoDate,
		validTo: row.valid_to as IsoDate | null,
	}));
}
