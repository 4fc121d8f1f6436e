import type { EmploymentRelation } from '#lib/domain/org/index.ts';
import type {
	DistributionTimes,
	UnitTerms,
	UnitWorkload,
	WorkloadMethod,
} from '#lib/domain/workload/index.ts';
import { formatFte, formatHeadcount, formatNumber, formatShare } from '#lib/i18n/format.ts';
import { nameOfRelation } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { balanceText } from './view.ts';

/** One line of the calculation: what is computed, with which numbers, and the result. */
export interface FormulaStep {
	readonly label: string;
	readonly expression: string;
	readonly result: string;
	readonly isMain?: boolean;
}

export interface FormulaInput {
	readonly workload: UnitWorkload;
	readonly method: WorkloadMethod;
	readonly distribution: DistributionTimes | null;
}

/** The calculation of one unit with its own numbers in place of the letters, in the order of the method. */
export function formulaSteps(input: FormulaInput): readonly FormulaStep[] {
	const { terms } = input.workload;
	if (!terms) return [];
	return [
		timeStep(terms),
		{
			label: m.workload_formula_hours(),
			expression: m.workload_formula_hours_terms({ count: terms.activities.length }),
			result: hours(terms.serviceHours.expected),
		},
		{
			label: m.workload_formula_service(),
			expression: `${amount(terms.serviceHours.expected)} ÷ ${amount(terms.time.hours)}`,
			result: precise(terms.serviceFte.expected),
		},
		...(input.method === 'wisn' ? commonWorkSteps(terms) : distributionSteps(input.distribution)),
		individualStep(terms),
		...needSteps(input, terms),
	];
}

function timeStep(terms: UnitTerms): FormulaStep {
	const { time } = terms;
	const name = (relation: EmploymentRelation) => nameOfRelation(relation);
	const [only] = time.parts;
	const posts = time.parts.reduce((sum, part) => sum + part.posts, 0);
	const sum = time.parts.map((part) => `${formatHeadcount(part.posts)} × ${amount(part.hours)}`).join(' + ');
	const isOne = time.parts.length === 1;
	const expression = isOne && only ? name(only.relation) : `(${sum}) ÷ ${formatHeadcount(posts)}`;
	const note = time.basis === 'all-posts' ? ` · ${m.workload_formula_time_all()}` : '';
	return { label: m.workload_formula_time(), expression: expression + note, result: hours(time.hours) };
}

function commonWorkSteps(terms: UnitTerms): readonly FormulaStep[] {
	const parts = terms.categoryAllowances.map((item) => percent(item.percent));
	const standard = percent(terms.categoryAllowanceStandard);
	return [
		{
			label: m.workload_formula_cas(),
			expression:
				parts.length > 1 ? parts.join(' + ') : parts.length === 1 ? '' : m.workload_formula_cas_none(),
			result: standard,
		},
		{
			label: m.workload_formula_caf(),
			expression: `1 ÷ (1 − ${standard})`,
			result: precise(terms.categoryAllowanceFactor),
		},
	];
}

function distributionSteps(distribution: DistributionTimes | null): readonly FormulaStep[] {
	if (!distribution) return [];
	const { personal, material } = distribution;
	return [
		{
			label: m.workload_formula_distribution(),
			expression: `1 + ${formatShare(personal)} + ${formatShare(material)}`,
			result: precise(1 + personal + material),
		},
	];
}

function individualStep(terms: UnitTerms): FormulaStep {
	const parts = terms.individualAllowances.map(
		(item) => `${formatHeadcount(item.staff)} × ${amount(item.hoursPerYear)}`,
	);
	return {
		label: m.workload_formula_individual(),
		expression:
			parts.length > 0
				? `(${parts.join(' + ')}) ÷ ${amount(terms.time.hours)}`
				: m.workload_formula_individual_none(),
		result: precise(terms.individualAllowanceFte),
	};
}

function needSteps(input: FormulaInput, terms: UnitTerms): readonly FormulaStep[] {
	const { own } = input.workload;
	if (own.need.kind !== 'measured') return [];
	const { expected } = own.need.value;
	const factor =
		input.method === 'wisn' ? terms.categoryAllowanceFactor : distributionFactor(input.distribution);
	const occupied = formatHeadcount(own.compared.occupied);
	return [
		{
			label: m.workload_formula_need(),
			expression: `${precise(terms.serviceFte.expected)} × ${precise(factor)} + ${precise(terms.individualAllowanceFte)}`,
			result: precise(expected),
			isMain: true,
		},
		{
			label: m.workload_formula_utilisation(),
			expression: `${formatFte(expected)} ÷ ${occupied}`,
			result:
				own.utilisation === null ? m.workload_class_no_staff() : formatShare(own.utilisation, { digits: 1 }),
		},
		{
			label: m.workload_formula_balance(),
			expression: `${occupied} − ${formatFte(expected)}`,
			result: balanceText(own),
		},
	];
}

function distributionFactor(distribution: DistributionTimes | null): number {
	return distribution ? 1 + distribution.personal + distribution.material : 1;
}

const amount = (value: number): string => formatNumber(value, { digits: 1 });
const hours = (value: number): string => m.workload_hours_short({ hours: amount(value) });
const precise = (value: number): string => formatNumber(value, { digits: 4 });
const percent = (value: number): string => formatShare(value / 100, { digits: 2 });
