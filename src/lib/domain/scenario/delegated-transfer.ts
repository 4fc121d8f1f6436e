import { stotinkiOfLeva, type Parameter, type ParameterSet, type Stotinki } from '../legal/index.ts';
import type { Structure } from '../org/index.ts';
import { headcount, yearOf, type Headcount, type IsoDate } from '../shared/index.ts';
import { sumPosts } from './numbers.ts';

/** What the delegated amount for „Общинска администрация“ depends on. */
export interface TransferDrivers {
	/** Residents by permanent address; null when unknown. */
	readonly population: number | null;
	/** Elected mayors of mayoralties. */
	readonly mayors: Headcount;
	/** Mayoral officials (кметски наместници); halves are real. */
	readonly officials: Headcount;
}

/** The amount with its parts, in leva of the year of the standard. */
export interface DelegatedTransfer {
	readonly drivers: TransferDrivers;
	readonly byPopulation: Stotinki;
	readonly byMayors: Stotinki;
	readonly byOfficials: Stotinki;
	readonly total: Stotinki;
}

/** The last standard whose terms are known; later years have others. */
export interface TransferStandard {
	readonly year: number;
	/** Day from which it held; leva of that day are meant. */
	readonly from: IsoDate;
	/** Amount in leva by residents, rising; straight lines between. */
	readonly points: readonly { readonly population: number; readonly leva: number }[];
	readonly perMayor: number;
	readonly perOfficial: number;
	readonly parameters: readonly Parameter[];
}

const BASE = 'delegated.administration.population.';
const MAYOR = 'delegated.administration.mayor';
const OFFICIAL = 'delegated.administration.official';

/** The standard from the dated parameters; undefined while one of its terms is missing. */
export function transferStandard(set: ParameterSet): TransferStandard | undefined {
	const [mayor, official] = [MAYOR, OFFICIAL].map((key) => latest(set, key));
	if (!mayor || !official) return undefined;
	const base = set.filter(({ key, validFrom }) => key.startsWith(BASE) && validFrom === mayor.validFrom);
	const points = base
		.map(({ key, value }) => ({ population: Number(key.slice(BASE.length)), leva: Number(value) }))
		.sort((a, b) => a.population - b.population);
	if (points.length < 2) return undefined;
	return {
		...{ year: yearOf(mayor.validFrom), from: mayor.validFrom, points },
		perMayor: Number(mayor.value),
		perOfficial: Number(official.value),
		parameters: [mayor, official, ...base],
	};
}

/**
 * The delegated amount for the administration by a standard: f(residents) + mayors × amount + officials × amount, f by
 * straight lines between the points and along the first or last of them outside. Null where the residents are unknown.
 *
 * Example (2014): Елена 10 497 residents, 3 mayors, 16 officials → 374,5 + 38,5 + 111,8 = 524,8 thousand лв.; the act gave
 * 527,7. Source: fitted to the act for 2014, structures and law §7; the text of the methodology was not found.
 */
export function delegatedTransfer(
	drivers: TransferDrivers,
	standard: TransferStandard,
): DelegatedTransfer | null {
	if (drivers.population === null) return null;
	const leva = {
		byPopulation: onLine(standard.points, drivers.population),
		byMayors: drivers.mayors * standard.perMayor,
		byOfficials: drivers.officials * standard.perOfficial,
	};
	return {
		drivers,
		byPopulation: rounded(leva.byPopulation),
		byMayors: rounded(leva.byMayors),
		byOfficials: rounded(leva.byOfficials),
		total: rounded(leva.byPopulation + leva.byMayors + leva.byOfficials),
	};
}

/** Counts the drivers: elected posts of mayoralties, approved posts of the heads of mayoral offices. */
export function transferDrivers({ municipality, units, posts }: Structure): TransferDrivers {
	const kindOf = new Map(units.map((unit) => [unit.key, unit.kind]));
	return {
		population: municipality.population,
		mayors: headcount(
			sumPosts(
				posts.filter((post) => kindOf.get(post.unitKey) === 'mayoralty' && post.relation === 'elected'),
			),
		),
		officials: headcount(
			sumPosts(posts.filter((post) => kindOf.get(post.unitKey) === 'mayoral-office' && post.isHead)),
		),
	};
}

/** The newest value, whether it still holds or not. */
function latest(set: ParameterSet, key: string): Parameter | undefined {
	return set
		.filter((one) => one.key === key)
		.reduce<Parameter | undefined>(
			(best, one) => (best && best.validFrom >= one.validFrom ? best : one),
			undefined,
		);
}

function onLine(points: TransferStandard['points'], population: number): number {
	const last = points.length - 2;
	const above = points.findIndex((point) => population <= point.population);
	const at = above < 0 ? last : Math.min(last, Math.max(0, above - 1));
	const [from, to] = [points[at], points[at + 1]];
	if (!from || !to) return 0;
	const share = (population - from.population) / (to.population - from.population);
	return from.leva + share * (to.leva - from.leva);
}

/** Whole leva; the standard was fitted, more would be false precision. */
function rounded(leva: number): Stotinki {
	return stotinkiOfLeva(Math.round(leva));
}
