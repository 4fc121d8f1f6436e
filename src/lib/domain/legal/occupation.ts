import { err, foldText, ok, type Brand, type Result } from '../shared/index.ts';
import { OCCUPATION_GROUPS, USUAL_OCCUPATIONS } from './occupation-list.ts';

/** Eight digits of НКПД-2011: the single group (1112) and the post in it (7083). */
export type OccupationCode = Brand<string, 'OccupationCode'>;

export interface OccupationRefusal {
	/** Not eight digits; or the first four name no single group of the classification. */
	readonly code: 'legal/occupation-digits' | 'legal/occupation-group';
	readonly given: string;
}

/** A post of the classification by its code and official name. */
export interface Occupation {
	readonly code: OccupationCode;
	readonly name: string;
}

/**
 * Reads a code of НКПД-2011 as people write it: „1112 7083“, „1112-7083“, „11127083“. The group must exist; the post in
 * the group may be any, since the list of posts changes with every order of the minister.
 * Errors: `legal/occupation-digits`, `legal/occupation-group`.
 * Source: НКПД-2011, заповед № РД01-931 от 27.12.2010 г.
 */
export function parseOccupationCode(text: string): Result<OccupationCode, OccupationRefusal> {
	const digits = text.replace(/[\s\u00a0.‐-―-]+/gu, '');
	if (!/^\d{8}$/u.test(digits)) return err({ code: 'legal/occupation-digits', given: text });
	if (!isGroup(digits.slice(0, 4))) return err({ code: 'legal/occupation-group', given: text });
	return ok(digits as OccupationCode);
}

/** „1112 7083“: the group and the post in it, as the orders of the minister print them. */
export function printOccupationCode(code: OccupationCode): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** Posts that municipal administrations usually have, by their codes; a help for choosing, never a limit. */
export function usualOccupations(): readonly Occupation[] {
	return USUAL_OCCUPATIONS.map(([code, name]) => ({ code: code as OccupationCode, name }));
}

/** The official name of a code, where it is one of the usual posts; undefined for every other code. */
export function nameOfOccupation(code: OccupationCode): string | undefined {
	return USUAL_OCCUPATIONS.find(([usual]) => usual === code)?.[1];
}

/**
 * The usual post that a job title names word for word; undefined for any other title.
 * Example: „Главен експерт“ → 2422 6041.
 */
export function occupationOfTitle(title: string): Occupation | undefined {
	const words = foldText(title).trim();
	return usualOccupations().find(({ name }) => foldText(name) === words);
}

function isGroup(digits: string): boolean {
	return new RegExp(`\\s${digits.slice(0, 3)}:\\d*${digits.slice(3)}`, 'u').test(OCCUPATION_GROUPS);
}
