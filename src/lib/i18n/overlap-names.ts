import type {
	ActClass,
	EvidenceReason,
	JointGround,
	OverlapVerdict,
	TwinCaveat,
} from '#lib/domain/overlap/index.ts';
import { m } from '#lib/paraglide/messages.js';

type Name = () => string;

const VERDICTS = {
	duplication: m.overlap_verdict_duplication,
	control: m.overlap_verdict_control,
	coordination: m.overlap_verdict_coordination,
	territorial: m.overlap_verdict_territorial,
	'not-overlap': m.overlap_verdict_not_overlap,
} satisfies Record<OverlapVerdict, Name>;

export function nameOfVerdict(code: OverlapVerdict): string {
	return VERDICTS[code]();
}

const ACTS = {
	plan: m.overlap_act_plan,
	prepare: m.overlap_act_prepare,
	regulate: m.overlap_act_regulate,
	issue: m.overlap_act_issue,
	register: m.overlap_act_register,
	control: m.overlap_act_control,
	serve: m.overlap_act_serve,
	coordinate: m.overlap_act_coordinate,
	perform: m.overlap_act_perform,
	maintain: m.overlap_act_maintain,
	collect: m.overlap_act_collect,
	pay: m.overlap_act_pay,
	report: m.overlap_act_report,
	analyse: m.overlap_act_analyse,
	support: m.overlap_act_support,
	participate: m.overlap_act_participate,
	advise: m.overlap_act_advise,
	propose: m.overlap_act_propose,
	represent: m.overlap_act_represent,
	protect: m.overlap_act_protect,
	supply: m.overlap_act_supply,
} satisfies Record<ActClass, Name>;

export function nameOfAct(code: ActClass): string {
	return ACTS[code]();
}

const REASONS = {
	'same-standard': m.overlap_reason_same_standard,
	'other-standard': m.overlap_reason_other_standard,
	wider: m.overlap_reason_wider,
	reworded: m.overlap_reason_reworded,
	'other-object': m.overlap_reason_other_object,
	'other-place': m.overlap_reason_other_place,
	'one-place': m.overlap_reason_one_place,
	'other-period': m.overlap_reason_other_period,
	'other-name': m.overlap_reason_other_name,
	negation: m.overlap_reason_negation,
	'general-clause': m.overlap_reason_general_clause,
	'one-general-clause': m.overlap_reason_one_general_clause,
	'same-power': m.overlap_reason_same_power,
	'same-basis': m.overlap_reason_same_basis,
	'same-area': m.overlap_reason_same_area,
	'other-area': m.overlap_reason_other_area,
	'same-kind': m.overlap_reason_same_kind,
	'nested-units': m.overlap_reason_nested_units,
	'territorial-split': m.overlap_reason_territorial_split,
} satisfies Record<Exclude<EvidenceReason, 'same-act' | 'like-act' | 'other-act'>, Name>;

/** Why two functions are alike or apart, in one sentence; `acts` are the classes of the two sides. */
export function reasonText(
	reason: EvidenceReason,
	acts: { readonly a: readonly ActClass[]; readonly b: readonly ActClass[] },
): string {
	if (reason !== 'same-act' && reason !== 'like-act' && reason !== 'other-act') return REASONS[reason]();
	if (acts.a.length === 0 || acts.b.length === 0) return m.overlap_reason_act_unknown();
	const a = namesOf(acts.a);
	const b = namesOf(acts.b);
	if (reason === 'same-act') return m.overlap_reason_same_act({ act: a });
	const both = `${a} / ${b}`;
	return reason === 'like-act'
		? m.overlap_reason_like_act({ acts: both })
		: m.overlap_reason_other_act({ acts: both });
}

function namesOf(acts: readonly ActClass[]): string {
	return [...new Set(acts)].map(nameOfAct).join(' + ');
}

const CAVEATS = {
	'not-measured': m.overlap_caveat_not_measured,
	'population-unknown': m.overlap_caveat_population_unknown,
	'population-year': m.overlap_caveat_population_year,
	settlements: m.overlap_caveat_settlements,
	'structure-year': m.overlap_caveat_structure_year,
	funding: m.overlap_caveat_funding,
} satisfies Record<TwinCaveat, Name>;

export function nameOfCaveat(code: TwinCaveat): string {
	return CAVEATS[code]();
}

const GROUNDS = {
	agreement: m.overlap_ground_agreement,
	'shared-official': m.overlap_ground_shared_official,
	'joint-audit': m.overlap_ground_joint_audit,
} satisfies Record<JointGround, Name>;

export function nameOfGround(code: JointGround): string {
	return GROUNDS[code]();
}

const GAPS = {
	power: m.overlap_export_gap_power,
	'no-owner': m.overlap_gap_no_owner,
	'several-owners': m.overlap_gap_several_owners,
	'no-basis': m.overlap_gap_no_basis,
	'no-power': m.overlap_gap_no_power,
	'no-post': m.overlap_gap_no_post,
	post: m.overlap_gap_posts,
} satisfies Record<string, Name>;

/** What kind of gap a row is. */
export function nameOfGap(code: keyof typeof GAPS): string {
	return GAPS[code]();
}
