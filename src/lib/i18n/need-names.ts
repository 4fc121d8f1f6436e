import type {
	AssumedName,
	ComparisonBase,
	NeedMethod,
	NoComparison,
	StaffBalance,
} from '#lib/domain/workload/index.ts';
import { m } from '#lib/paraglide/messages.js';
import type { InLocale } from './names.ts';

type Name = (inputs?: Record<string, never>, options?: InLocale) => string;

const METHODS = {
	survey: m.workload_need_survey,
	volume: m.workload_need_volume,
	comparison: m.workload_need_comparison,
} satisfies Record<NeedMethod, Name>;

/** „анкета“, „обем × норма“, „сравнение“. */
export function nameOfNeedMethod(code: NeedMethod, options?: InLocale): string {
	return METHODS[code]({}, options);
}

const BALANCES = {
	shortage: m.workload_balance_shortage,
	balance: m.workload_balance_even,
	surplus: m.workload_balance_surplus,
} satisfies Record<StaffBalance, Name>;

export function nameOfBalance(code: StaffBalance, options?: InLocale): string {
	return BALANCES[code]({}, options);
}

const BASES = {
	inhabitants: m.workload_base_inhabitants,
	settlements: m.workload_base_settlements,
	services: m.workload_base_services,
} satisfies Record<ComparisonBase, Name>;

/** „на 1 000 жители“… */
export function nameOfBase(code: ComparisonBase, options?: InLocale): string {
	return BASES[code]({}, options);
}

const ASSUMED = {
	leave: m.workload_assumed_leave,
	extra: m.workload_assumed_extra,
	sick: m.workload_assumed_sick,
	training: m.workload_assumed_training,
	other: m.workload_assumed_other,
	personal: m.workload_assumed_personal,
	material: m.workload_assumed_material,
	tolerance: m.workload_assumed_tolerance,
	peers: m.workload_assumed_peers,
} satisfies Record<AssumedName, Name>;

export function nameOfAssumed(code: AssumedName, options?: InLocale): string {
	return ASSUMED[code]({}, options);
}

/** Why a function has no comparison. */
export function noComparisonText(reason: NoComparison, options?: InLocale): string {
	switch (reason.code) {
		case 'workload/no-peer':
			return m.workload_no_peer({}, options);
		case 'workload/too-few-peers':
			return m.workload_too_few_peers({ found: reason.found, minimum: reason.minimum }, options);
		case 'workload/base-unknown':
			return m.workload_base_unknown({ base: nameOfBase(reason.base, options) }, options);
	}
}
