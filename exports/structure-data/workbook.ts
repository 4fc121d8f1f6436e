import ExcelJS from 'exceljs';
import { nameKey, VERSION_SHEET } from '#lib/domain/imports/index.ts';
import { printOccupationCode, printReference } from '#lib/domain/legal/index.ts';
import type { Structure } from '#lib/domain/org/index.ts';
import {
	nameOfCategory,
	nameOfFunctionKind,
	nameOfFunding,
	nameOfMethod,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
} from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { cleanText } from '../shared/cells.ts';
import { workbookFileName } from '../shared/file-name.ts';
import { MONTH_HEADINGS } from './month-headings.ts';

/** What the sheets need beside the structure. */
export interface StructureData {
	readonly structure: Structure;
	readonly policyAreas: ReadonlyMap<string, string>;
	/** Abbreviation of an act by its key. */
	readonly acts: ReadonlyMap<string, string>;
	readonly createdAt: string;
	/** Which version this is; the import compares a changed file with it. */
	readonly versionId: string;
}

/** How a thing is written so that it can be found again: by its name where that is its own, else by its key. */
interface Refs {
	unit(key: string): string;
	fn(key: string): string;
	post(key: string): string;
}

interface Sheet {
	readonly name: string;
	readonly headings: readonly string[];
	/** Columns from 0 that carry keys: hidden, so that a changed file finds its way back. */
	readonly hidden: readonly number[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * The structure as plain tables that come back through the import: units, staffing table, functions, participations,
 * volumes. Keys stand in hidden columns; without them the names do. In Bulgarian, as the import reads it.
 */
export async function structureWorkbook(data: StructureData): Promise<Uint8Array> {
	const workbook = new ExcelJS.Workbook();
	workbook.creator = 'Устрой';
	workbook.created = new Date(data.createdAt);
	const sheets = [unitSheet, staffingSheet, functionSheet, participationSheet, activitySheet].map((make) =>
		make(data),
	);
	for (const sheet of sheets) draw(workbook, sheet);
	const mark = workbook.addWorksheet(VERSION_SHEET.name, { state: 'hidden' });
	mark.addRow([VERSION_SHEET.mark, data.versionId]);
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export function structureFileName(municipality: string, day: string): string {
	return workbookFileName([m.imports_data_file(), municipality, day]);
}

const BG = { locale: 'bg' } as const;

function refsOf({ units, functions, posts }: Structure): Refs {
	const unit = namesOf(units.map(({ key, name }) => ({ key, name: name.bg, within: '' })));
	const fn = namesOf(functions.map(({ key, text }) => ({ key, name: text.bg, within: '' })));
	const post = namesOf(posts.map(({ key, title, unitKey }) => ({ key, name: title.bg, within: unitKey })));
	return {
		unit: (key) => unit.get(key) ?? key,
		fn: (key) => fn.get(key) ?? key,
		post: (key) => post.get(key) ?? key,
	};
}

function namesOf(
	things: readonly { readonly key: string; readonly name: string; readonly within: string }[],
): ReadonlyMap<string, string> {
	const groups = Map.groupBy(things, ({ name, within }) => `${within}|${nameKey(name)}`);
	const own = [...groups.values()].filter((group) => group.length === 1).flat();
	return new Map(own.map(({ key, name }) => [key, name]));
}

function unitSheet({ structure }: StructureData): Sheet {
	const refs = refsOf(structure);
	return {
		name: 'Звена',
		headings: [
			'Ключ',
			'Наименование на звеното',
			'Вид на звеното',
			'Част от администрацията',
			'Подчинено на',
			'Забележка',
		],
		hidden: [0],
		rows: structure.units.map((unit) => [
			unit.key,
			unit.name.bg,
			nameOfUnitKind(unit.kind, BG),
			nameOfPart(unit.part, BG),
			unit.parentKey === null ? null : refs.unit(unit.parentKey),
			unit.note,
		]),
	};
}

function staffingSheet({ structure }: StructureData): Sheet {
	const refs = refsOf(structure);
	return {
		name: 'Щатно разписание',
		headings: [
			'Ключ',
			'Звено',
			'Длъжност',
			'Брой по щат',
			'Брой заети',
			'Категория',
			'Правоотношение',
			'Финансиране',
			'Ръководител',
			'Годишен разход',
			'Код по НКПД',
			'Забележка',
		],
		hidden: [0],
		rows: structure.posts.map((post) => [
			post.key,
			refs.unit(post.unitKey),
			post.title.bg,
			post.approved,
			post.occupied,
			nameOfCategory(post.category, BG),
			nameOfRelation(post.relation, BG),
			nameOfFunding(post.funding, BG),
			post.isHead ? 'да' : 'не',
			post.annualCost === null ? null : post.annualCost / 100,
			post.occupation === undefined ? null : printOccupationCode(post.occupation),
			post.note,
		]),
	};
}

function functionSheet({ structure, policyAreas, acts }: StructureData): Sheet {
	const refs = refsOf(structure);
	const owners = new Map(
		structure.participations
			.filter(({ role }) => role === 'accountable')
			.map((part) => [part.functionKey, refs.unit(part.unitKey)]),
	);
	return {
		name: 'Функции',
		headings: [
			'Ключ',
			'Функция',
			'Отговорно звено',
			'Вид функция',
			'Област на политика',
			'Правно основание',
			'Територия',
		],
		hidden: [0],
		rows: structure.functions.map((fn) => [
			fn.key,
			fn.text.bg,
			owners.get(fn.key) ?? null,
			nameOfFunctionKind(fn.kind, BG),
			policyAreas.get(fn.policyArea) ?? fn.policyArea,
			fn.bases
				.map(({ actKey, reference }) => `${printReference(reference)} ${acts.get(actKey) ?? actKey}`)
				.join('; '),
			fn.territory,
		]),
	};
}

function participationSheet({ structure }: StructureData): Sheet {
	const refs = refsOf(structure);
	return {
		name: 'Участия',
		headings: ['Функция', 'Звено', 'Длъжност', 'Роля', 'Дял'],
		hidden: [],
		rows: structure.participations.map((part) => [
			refs.fn(part.functionKey),
			refs.unit(part.unitKey),
			part.postKey === null ? null : refs.post(part.postKey),
			nameOfRole(part.role, BG),
			part.share,
		]),
	};
}

function activitySheet({ structure }: StructureData): Sheet {
	const refs = refsOf(structure);
	return {
		name: 'Обеми и времена',
		headings: [
			'Ключ',
			'Дейност',
			'Функция',
			'Звено',
			'Длъжност',
			'Мярка',
			'Годишен обем',
			'Минути най-малко',
			'Минути за случай',
			'Минути най-много',
			...MONTH_HEADINGS,
			'Метод',
			'Година',
			'Източник',
		],
		hidden: [0],
		rows: structure.activities.map((activity) => [
			activity.key,
			activity.name.bg,
			refs.fn(activity.functionKey),
			refs.unit(activity.unitKey),
			activity.postKey === null ? null : refs.post(activity.postKey),
			activity.unitOfMeasure.bg,
			activity.annualVolume,
			activity.minutes?.low ?? null,
			activity.minutes?.usual ?? null,
			activity.minutes?.high ?? null,
			...MONTH_HEADINGS.map((_month, at) => activity.months?.[at] ?? null),
			nameOfMethod(activity.method, BG),
			activity.dataYear,
			activity.source,
		]),
	};
}

function draw(workbook: ExcelJS.Workbook, sheet: Sheet): void {
	const worksheet = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
	worksheet.addRow([...sheet.headings]).font = { bold: true };
	for (const row of sheet.rows)
		worksheet.addRow(row.map((value) => (typeof value === 'string' ? cleanText(value) : value)));
	sheet.headings.forEach((heading, at) => {
		const column = worksheet.getColumn(at + 1);
		column.width = Math.max(14, Math.min(60, heading.length + 6));
		column.hidden = sheet.hidden.includes(at);
	});
}
