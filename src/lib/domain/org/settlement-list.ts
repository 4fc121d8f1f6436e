import { err, ok, type Result } from '../shared/index.ts';
import { isEkatte, settlementName } from './municipality.ts';
import type { Settlement, SettlementStatus } from './types.ts';

/** What a line of a list cannot be; `line` counts from 1, empty lines too, as an editor shows them. */
export interface SettlementListProblem {
	readonly code:
		| 'settlement/line-name'
		| 'settlement/line-ekatte'
		| 'settlement/line-residents'
		| 'settlement/line-status';
	readonly line: number;
}

type ListedSettlement = Omit<Settlement, 'origin'>;

/**
 * Settlements from a pasted list, one a line: name, ЕКАТТЕ, residents, management; between them a tab, as a sheet gives
 * it, or a semicolon. Only the name is needed; „гр.“ before it makes a town. Missing residents stay unknown. Errors: the
 * first line that cannot be read, `settlement/line-…`.
 *
 * @example „гр. Попово; 57649; 13 210; административен център“ is a town with 13 210 residents and the centre.
 */
export function readSettlementList(text: string): Result<readonly ListedSettlement[], SettlementListProblem> {
	const found: ListedSettlement[] = [];
	for (const [index, content] of text.split(/\r?\n/u).entries()) {
		if (content.trim() === '') continue;
		const settlement = readLine(content);
		if (typeof settlement === 'string') return err({ code: settlement, line: index + 1 });
		found.push(settlement);
	}
	return ok(found);
}

/** The line, from 1, on which the settlement at a place in the list, from 0, stands. */
export function lineOfSettlement(text: string, index: number): number {
	const filled = text.split(/\r?\n/u).flatMap((content, at) => (content.trim() === '' ? [] : [at + 1]));
	return filled[index] ?? 0;
}

function readLine(content: string): ListedSettlement | SettlementListProblem['code'] {
	const [name = '', code = '', people = '', managed = ''] = content
		.split(/[\t;]/u)
		.map((cell) => cell.trim());
	const kind = /^гр\./iu.test(name) ? 'town' : 'village';
	if (!/\p{L}/u.test(name) || name.length > MOST_NAME) return 'settlement/line-name';
	if (code !== '' && !isEkatte(code)) return 'settlement/line-ekatte';
	const digits = people.replace(/[\s\u00a0\u202f]/gu, '');
	if (digits !== '' && !/^\d{1,7}$/u.test(digits)) return 'settlement/line-residents';
	const status = statusOf(managed);
	if (!status) return 'settlement/line-status';
	const population = digits === '' ? null : Number(digits);
	return {
		name: settlementName(kind, { bg: name, en: null }),
		kind,
		status,
		ekatte: code || null,
		population,
	};
}

const MOST_NAME = 80;

/** Longer words first: „кметско наместничество“ is no „кметство“. */
const STATUS_WORDS: readonly (readonly [RegExp, SettlementStatus])[] = [
	[/^(?:без .*|no .*|neither .*|–|-|—|)$/iu, 'none'],
	[/(?:център|centre|center)$/iu, 'centre'],
	[/(?:наместничество|mayoral office)$/iu, 'mayoral-office'],
	[/^(?:кметство|mayoralty)$/iu, 'mayoralty'],
];

function statusOf(text: string): SettlementStatus | undefined {
	return STATUS_WORDS.find(([words]) => words.test(text))?.[1];
}
