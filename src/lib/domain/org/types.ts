import type { LegalReference, OccupationCode } from '../legal/index.ts';
import type {
	ActivityKey,
	AnnualVolume,
	EurCents,
	FunctionKey,
	Headcount,
	HoursPerYear,
	IsoDate,
	Minutes,
	MunicipalityId,
	PostKey,
	PowerKey,
	Share,
	UnitKey,
	VersionId,
} from '../shared/index.ts';

/** A text in the two languages of the product. Bulgarian is the official one; English may still be missing. */
export interface LocalText {
	readonly bg: string;
	readonly en: string | null;
}

/** Whether a datum was found in a named source or put together by us and still to be checked. */
export type Verification = 'verified' | 'reconstructed';

/** Where a datum comes from; shown beside it („потвърдено“ / „възстановено“). */
export interface Origin {
	readonly verification: Verification;
	/** Address or name of the source, as given by whoever recorded it. */
	readonly source: string;
	/** The day or year the source speaks about, as written there; null when unknown. */
	readonly asOf: string | null;
}

export const UNIT_KINDS = [
	'mayor',
	'deputy-mayors',
	'secretary',
	'office',
	'audit-unit',
	'directorate',
	'department',
	'sector',
	'mayoralty',
	'mayoral-office',
	'group',
	'social-service',
	'cultural-institute',
	'municipal-enterprise',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * Part of the administration: `general` (обща) serves the mayor and the citizens, `specialised` helps to use the
 * powers, `direct` stands directly under the mayor, `territorial` is a mayoralty or a mayoral office,
 * `outside` is paid from the municipal budget but is not the municipal administration.
 */
export const ADMINISTRATION_PARTS = ['direct', 'general', 'specialised', 'territorial', 'outside'] as const;
export type AdministrationPart = (typeof ADMINISTRATION_PARTS)[number];

export interface OrgUnit {
	readonly key: UnitKey;
	readonly parentKey: UnitKey | null;
	readonly name: LocalText;
	readonly kind: UnitKind;
	readonly part: AdministrationPart;
	/** Order among siblings as in the act; the drawing keeps it. */
	readonly sort: number;
	readonly origin: Origin;
	readonly note: string | null;
}

export const POST_CATEGORIES = ['elected', 'managerial', 'expert', 'technical'] as const;
export type PostCategory = (typeof POST_CATEGORIES)[number];

export const EMPLOYMENT_RELATIONS = ['elected', 'appointed', 'civil-service', 'labour'] as const;
export type EmploymentRelation = (typeof EMPLOYMENT_RELATIONS)[number];

export const FUNDING_SOURCES = ['delegated', 'local', 'co-financed'] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** One line of the staffing table: a job title in a unit with its approved and occupied posts. */
export interface Post {
	readonly key: PostKey;
	readonly unitKey: UnitKey;
	readonly title: LocalText;
	/** Approved posts of this line, for example 2 or 0,5. */
	readonly approved: Headcount;
	/** Occupied posts of this line; never more than approved. */
	readonly occupied: Headcount;
	readonly category: PostCategory;
	readonly relation: EmploymentRelation;
	readonly funding: FundingSource;
	/** True for the head of the unit. */
	readonly isHead: boolean;
	/** Yearly cost of one full post with employer contributions, in euro cents; null when unknown. */
	readonly annualCost: EurCents | null;
	/** Code of the job title in НКПД-2011; absent where nobody gave it. */
	readonly occupation?: OccupationCode;
	readonly origin: Origin;
	readonly note: string | null;
}

export const FUNCTION_KINDS = [
	'policy',
	'regulation',
	'service',
	'coordination',
	'control',
	'support',
] as const;
/** Type of function: разработване на политика, регулиране, услуги, координация, контрол, поддържаща. */
export type FunctionKind = (typeof FUNCTION_KINDS)[number];

/** A legal basis of a function: the act and the place in it. */
export interface FunctionBasis {
	readonly actKey: string;
	readonly reference: LegalReference;
}

/** A lasting responsibility of a unit, stated in the organisational rules. */
export interface AdminFunction {
	readonly key: FunctionKey;
	readonly text: LocalText;
	readonly kind: FunctionKind;
	readonly policyArea: string;
	/** One of the nine official categories of the general administration; only for `support`. */
	readonly generalCategory: string | null;
	/** Settlement that bounds the function („с. Беброво“); null when it covers the whole municipality. */
	readonly territory: string | null;
	readonly bases: readonly FunctionBasis[];
	/** Powers of the mayor that the function serves. */
	readonly powers: readonly PowerKey[];
	readonly origin: Origin;
	readonly sort: number;
}

export const PARTICIPATION_ROLES = ['accountable', 'participates', 'consulted', 'informed'] as const;
/** О отговаря, У участва, С съгласува, И информиран. */
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number];

export interface Participation {
	readonly functionKey: FunctionKey;
	readonly unitKey: UnitKey;
	/** The post that performs, when it is known; otherwise the unit as a whole. */
	readonly postKey: PostKey | null;
	readonly role: ParticipationRole;
	/** Estimated share of the function's work that falls here, 0–1; null when not known. */
	readonly share: Share | null;
}

export const MEASUREMENT_METHODS = ['register', 'estimate', 'survey', 'sampling', 'sample-data'] as const;
/** How a volume or a time norm was obtained; `sample-data` is shown as „примерни данни“. */
export type MeasurementMethod = (typeof MEASUREMENT_METHODS)[number];

/** Countable work done to fulfil a function. */
export interface Activity {
	readonly key: ActivityKey;
	readonly functionKey: FunctionKey;
	/** Unit that does this part of the work. */
	readonly unitKey: UnitKey;
	readonly postKey: PostKey | null;
	readonly name: LocalText;
	/** What is counted: „удостоверение“, „преписка“. */
	readonly unitOfMeasure: LocalText;
	/** Cases a year; null when nobody counted them. */
	readonly annualVolume: AnnualVolume | null;
	/** Cases in each month, January first; they sum to the annual volume. Absent where only the year was counted. */
	readonly months?: readonly AnnualVolume[];
	/** Minutes a case: low, usual, high; null when nobody measured them. */
	readonly minutes: { readonly low: Minutes; readonly usual: Minutes; readonly high: Minutes } | null;
	readonly method: MeasurementMethod;
	readonly dataYear: number;
	readonly source: string;
}

/**
 * Work that is not counted by cases. `category`: done by everybody in the unit, as hours a year each or as a
 * share of the working time. `individual`: done by some, as hours a year for each of `staff` people.
 */
export type WorkloadAllowance =
	| {
			readonly kind: 'category';
			readonly unitKey: UnitKey;
			readonly name: LocalText;
			readonly per: { readonly hours: HoursPerYear } | { readonly share: Share };
			readonly source: string;
	  }
	| {
			readonly kind: 'individual';
			readonly unitKey: UnitKey;
			readonly name: LocalText;
			readonly staff: Headcount;
			readonly hours: HoursPerYear;
			readonly source: string;
	  };

export interface Municipality {
	readonly id: MunicipalityId;
	/** Part of the address: `elena`, `lyaskovets`. */
	readonly slug: string;
	readonly name: LocalText;
	readonly oblast: LocalText;
	/** Residents by permanent address; null when unknown. */
	readonly population: number | null;
	readonly populationAsOf: string | null;
	/** Yearly budget plan; null when unknown. */
	readonly budget: EurCents | null;
	readonly budgetAsOf: string | null;
}

export type SettlementStatus = 'centre' | 'mayoralty' | 'mayoral-office' | 'none';

export interface Settlement {
	readonly name: LocalText;
	readonly kind: 'town' | 'village';
	readonly status: SettlementStatus;
	readonly ekatte: string | null;
	readonly population: number | null;
	readonly origin: Origin;
}

/** One structure version (редакция) of a municipality with everything in it; the input of every analysis. */
export interface Structure {
	readonly versionId: VersionId;
	readonly municipality: Municipality;
	readonly validFrom: IsoDate;
	readonly units: readonly OrgUnit[];
	readonly posts: readonly Post[];
	readonly functions: readonly AdminFunction[];
	readonly participations: readonly Participation[];
	readonly activities: readonly Activity[];
	readonly allowances: readonly WorkloadAllowance[];
	readonly settlements: readonly Settlement[];
}

/** A power or duty that the law gives the mayor; the catalogue against which gaps are sought. */
export interface Power {
	readonly key: PowerKey;
	readonly text: LocalText;
	readonly policyArea: string;
	readonly actKey: string;
	readonly reference: LegalReference;
	readonly validFrom: IsoDate;
	readonly validTo: IsoDate | null;
}
