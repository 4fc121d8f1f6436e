import type { AdminFunction, OrgUnit, Post, Structure } from '../../org/index.ts';
import { foldText } from '../../shared/index.ts';

/** Posts whose title, folded, holds one of the phrases. */
export function postsTitled(structure: Structure, phrases: readonly string[]): readonly Post[] {
	return structure.posts.filter((post) => {
		const title = plain(post.title.bg);
		return phrases.some((phrase) => title.includes(phrase));
	});
}

/** Units whose name, folded, holds one of the phrases. */
export function unitsNamed(structure: Structure, phrases: readonly string[]): readonly OrgUnit[] {
	return structure.units.filter((unit) => {
		const name = plain(unit.name.bg);
		return phrases.some((phrase) => name.includes(phrase));
	});
}

/** Deputy mayors, whatever the dash in the title. */
export const DEPUTY_MAYOR = ['заместник-кмет', 'заместник кмет', 'зам.-кмет', 'зам. кмет'] as const;
export const SECRETARY = ['секретар на община', 'секретар на общината'] as const;
export const CHIEF_ARCHITECT = ['главен архитект'] as const;
export const FINANCIAL_CONTROLLER = ['финансов контрольор'] as const;
export const COUNCIL_UNIT = ['общинския съвет', 'общински съвет'] as const;
export const PLANNING_UNIT = ['устройство на територията', 'териториалноустройствен'] as const;

export const PROCUREMENT_UNIT = ['обществени поръчки'] as const;
export const FOREST_UNIT = ['горск', 'общински гори', 'гори'] as const;
export const DATA_PROTECTION = ['защита на личните данни', 'защита на данните', 'лични данни'] as const;
export const PROJECT = ['проект'] as const;

/** Functions whose wording, folded, holds all stems of one of the rows. */
export function functionsSaying(
	structure: Structure,
	rows: readonly (readonly string[])[],
): readonly AdminFunction[] {
	return structure.functions.filter(({ text }) => {
		const said = foldText(text.bg);
		return rows.some((stems) => stems.every((stem) => said.includes(stem)));
	});
}

/** „Директор …“ or „Началник …“: the title of who leads a unit. */
export function isTitledHead(post: Post): boolean {
	return /^(директор|началник)(?![\p{L}-])/u.test(plain(post.title.bg));
}

/** Folded, and without spaces around a dash. */
function plain(text: string): string {
	return foldText(text).replace(/\s*-\s*/g, '-');
}
