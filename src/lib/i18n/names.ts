import type {
	AdministrationPart,
	EmploymentRelation,
	FunctionKind,
	FundingSource,
	LocalText,
	MeasurementMethod,
	ParticipationRole,
	PostCategory,
	UnitKind,
	Verification,
} from '#lib/domain/org/index.ts';
import type { Role } from '#lib/domain/access/index.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';

/** Options that every message takes; without a locale, the one of the request. */
export interface InLocale {
	readonly locale?: Locale;
}

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

/** The text in the language of the page; Bulgarian where the other one is missing. */
export function localText(text: LocalText, { locale = getLocale() }: InLocale = {}): string {
	return locale === 'en' ? (text.en ?? text.bg) : text.bg;
}

const UNIT_KINDS = {
	mayor: m.common_unit_kind_mayor,
	'deputy-mayors': m.common_unit_kind_deputy_mayors,
	secretary: m.common_unit_kind_secretary,
	office: m.common_unit_kind_office,
	'audit-unit': m.common_unit_kind_audit_unit,
	directorate: m.common_unit_kind_directorate,
	department: m.common_unit_kind_department,
	sector: m.common_unit_kind_sector,
	mayoralty: m.common_unit_kind_mayoralty,
	'mayoral-office': m.common_unit_kind_mayoral_office,
	group: m.common_unit_kind_group,
	'social-service': m.common_unit_kind_social_service,
	'cultural-institute': m.common_unit_kind_cultural_institute,
	'municipal-enterprise': m.common_unit_kind_municipal_enterprise,
} satisfies Record<UnitKind, Name>;

export function nameOfUnitKind(code: UnitKind, options?: InLocale): string {
	return UNIT_KINDS[code]({}, options);
}

const PARTS = {
	direct: m.common_part_direct,
	general: m.common_part_general,
	specialised: m.common_part_specialised,
	territorial: m.common_part_territorial,
	outside: m.common_part_outside,
} satisfies Record<AdministrationPart, Name>;

export function nameOfPart(code: AdministrationPart, options?: InLocale): string {
	return PARTS[code]({}, options);
}

const CATEGORIES = {
	elected: m.common_category_elected,
	managerial: m.common_category_managerial,
	expert: m.common_category_expert,
	technical: m.common_category_technical,
} satisfies Record<PostCategory, Name>;

export function nameOfCategory(code: PostCategory, options?: InLocale): string {
	return CATEGORIES[code]({}, options);
}

const RELATIONS = {
	elected: m.common_relation_elected,
	appointed: m.common_relation_appointed,
	'civil-service': m.common_relation_civil_service,
	labour: m.common_relation_labour,
} satisfies Record<EmploymentRelation, Name>;

export function nameOfRelation(code: EmploymentRelation, options?: InLocale): string {
	return RELATIONS[code]({}, options);
}

const FUNDINGS = {
	delegated: m.common_funding_delegated,
	local: m.common_funding_local,
	'co-financed': m.common_funding_co_financed,
} satisfies Record<FundingSource, Name>;

export function nameOfFunding(code: FundingSource, options?: InLocale): string {
	return FUNDINGS[code]({}, options);
}

const FUNCTION_KINDS = {
	policy: m.common_function_kind_policy,
	regulation: m.common_function_kind_regulation,
	service: m.common_function_kind_service,
	coordination: m.common_function_kind_coordination,
	control: m.common_function_kind_control,
	support: m.common_function_kind_support,
} satisfies Record<FunctionKind, Name>;

export function nameOfFunctionKind(code: FunctionKind, options?: InLocale): string {
	return FUNCTION_KINDS[code]({}, options);
}

const ROLES = {
	accountable: m.common_role_accountable,
	participates: m.common_role_participates,
	consulted: m.common_role_consulted,
	informed: m.common_role_informed,
} satisfies Record<ParticipationRole, Name>;

export function nameOfRole(code: ParticipationRole, options?: InLocale): string {
	return ROLES[code]({}, options);
}

const METHODS = {
	register: m.common_method_register,
	estimate: m.common_method_estimate,
	survey: m.common_method_survey,
	sampling: m.common_method_sampling,
	'sample-data': m.common_method_sample_data,
} satisfies Record<MeasurementMethod, Name>;

export function nameOfMethod(code: MeasurementMethod, options?: InLocale): string {
	return METHODS[code]({}, options);
}

const VERIFICATIONS = {
	verified: m.common_verification_verified,
	reconstructed: m.common_verification_reconstructed,
} satisfies Record<Verification, Name>;

export function nameOfVerification(code: Verification, options?: InLocale): string {
	return VERIFICATIONS[code]({}, options);
}

const USER_ROLES = {
	consultant: m.common_user_role_consultant,
	hr: m.common_user_role_hr,
	'unit-head': m.common_user_role_unit_head,
	chair: m.common_user_role_chair,
	councillor: m.common_user_role_councillor,
	viewer: m.common_user_role_viewer,
} satisfies Record<Role, Name>;

export function nameOfUserRole(code: Role, options?: InLocale): string {
	return USER_ROLES[code]({}, options);
}

const ROLE_LETTERS = {
	accountable: m.common_role_letter_accountable,
	participates: m.common_role_letter_participates,
	consulted: m.common_role_letter_consulted,
	informed: m.common_role_letter_informed,
} satisfies Record<ParticipationRole, Name>;

/** The one letter that stands in a cell of the matrix: О У С И. */
export function letterOfRole(code: ParticipationRole, options?: InLocale): string {
	return ROLE_LETTERS[code]({}, options);
}

/** The nine official categories of the general administration, as the state register names them. */
const GENERAL_CATEGORIES: Readonly<Record<string, Name>> = {
	office: m.common_general_office,
	'financial-economic': m.common_general_financial_economic,
	legal: m.common_general_legal,
	'property-management': m.common_general_property_management,
	'human-resources': m.common_general_human_resources,
	'defence-mobilisation': m.common_general_defence_mobilisation,
	'information-technology': m.common_general_information_technology,
	'administrative-services': m.common_general_administrative_services,
	'protocol-public-relations': m.common_general_protocol_public_relations,
};

export function nameOfGeneralCategory(code: string, options?: InLocale): string {
	return GENERAL_CATEGORIES[code]?.({}, options) ?? code;
}

/** The codes of the nine categories, in the official order. */
export const GENERAL_CATEGORY_CODES = Object.keys(GENERAL_CATEGORIES);
