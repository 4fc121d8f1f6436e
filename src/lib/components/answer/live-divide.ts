import type { Share } from '#lib/domain/shared/units.ts';
import { amountOf, hundredthOf, readAmount, type AmountIssue } from '#lib/domain/workload/survey/measure.ts';
import { sumShares } from '#lib/domain/workload/survey/parts.ts';
import { splitRemainder } from '#lib/domain/workload/survey/split.ts';
import type { SurveyMeasure } from '#lib/domain/workload/survey/types.ts';
import { plainAmount } from './amounts.ts';
import { totalText, type TotalFrame } from './total.ts';

interface Row {
	readonly key: string;
	readonly amount: HTMLInputElement;
	readonly lock: HTMLInputElement;
	readonly equals: HTMLElement | null;
	readonly problem: HTMLElement | null;
}

/** Keeps total, rest, problems and the second measure of a division in step with what is typed, and divides the rest. */
export function followDivision(form: HTMLFormElement, list: HTMLElement, changed: () => void): void {
	const frame = frameOf(list);
	const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].flatMap(rowOf);
	const update = () => showTotal(form, rows, frame, list);
	list.addEventListener('input', update);
	form.querySelector('[data-split]')?.addEventListener('click', (event) => {
		event.preventDefault();
		const said = split(rows, frame, list);
		const says = form.querySelector('[data-says]');
		if (says) says.textContent = said;
		update();
		if (said === '') changed();
	});
	update();
}

interface Frame extends TotalFrame {
	readonly other: SurveyMeasure;
	readonly otherUnit: string;
	readonly locale: string;
}

function frameOf(list: HTMLElement): Frame {
	const { dataset } = list;
	const locale = document.documentElement.lang;
	const text = (name: string) => dataset[name] ?? '';
	const base = { weeklyHours: Number(text('hours')), whole: Number(text('whole')) as Share };
	return {
		measure: text('measure') as SurveyMeasure,
		other: text('other') as SurveyMeasure,
		otherUnit: text('otherUnit'),
		locale,
		base,
		say: (amount) => text('unit').replace('{n}', plainAmount(amount, locale)),
		words: {
			open: (inputs) => fill(text('open'), inputs),
			over: (inputs) => fill(text('over'), inputs),
			full: (inputs) => fill(text('full'), inputs),
		},
	};
}

function rowOf(row: HTMLElement): readonly Row[] {
	const amount = row.querySelector<HTMLInputElement>('[data-amount]');
	const lock = row.querySelector<HTMLInputElement>('input[type="checkbox"]');
	if (!amount || !lock) return [];
	const [equals, problem] = ['[data-equals]', '[data-problem]'].map((at) =>
		row.querySelector<HTMLElement>(at),
	);
	return [{ key: row.dataset['row'] ?? '', amount, lock, equals: equals ?? null, problem: problem ?? null }];
}

function showTotal(form: HTMLFormElement, rows: readonly Row[], frame: Frame, list: HTMLElement): void {
	const shares = rows.map((row) => {
		const read = readAmount(row.amount.value, frame.measure, frame.base);
		showRow(row, read.ok ? read.value : 0, read.ok ? '' : problemText(read.error, frame, list), frame);
		return read.ok ? read.value : 0;
	});
	const total = totalText(sumShares(shares), frame);
	const place = form.querySelector('[data-total]');
	if (place && place.textContent !== total.text) place.textContent = total.text;
	place?.classList.toggle('over', total.state === 'over');
	const bar = form.querySelector('progress');
	if (bar) bar.value = total.percent;
}

function showRow(row: Row, part: number, problem: string, frame: Frame): void {
	const base = { weeklyHours: frame.base.weeklyHours, whole: 1 as Share };
	const amount = plainAmount(amountOf(part as Share, frame.other, base), frame.locale);
	if (row.equals) row.equals.textContent = part > 0 ? frame.otherUnit.replace('{n}', amount) : '';
	const isTouched = row.amount.value !== row.amount.defaultValue;
	if (!row.problem || (!isTouched && problem === '')) return;
	row.problem.textContent = problem;
	if (problem === '') row.amount.removeAttribute('aria-invalid');
	else row.amount.setAttribute('aria-invalid', 'true');
}

/** Divides the rest among the rows; says why when it cannot. */
function split(rows: readonly Row[], frame: Frame, list: HTMLElement): string {
	const read = rows.map((row) => readAmount(row.amount.value, frame.measure, frame.base));
	if (read.some((one) => !one.ok)) return '';
	const given = rows.map((row, at) => {
		const one = read[at];
		return { key: row.key, share: one?.ok ? one.value : (0 as Share), isLocked: row.lock.checked };
	});
	const result = splitRemainder(given, frame.base.whole, hundredthOf(frame.measure, frame.base));
	if (!result.ok) {
		const by = 'by' in result.error ? amountOf(result.error.by as Share, frame.measure, frame.base) : 0;
		const text = result.error.code === 'survey/all-locked' ? 'allLocked' : 'sumOver';
		return fill(list.dataset[text] ?? '', { over: frame.say(by) });
	}
	rows.forEach((row, at) => {
		const part = result.value.get(row.key);
		if (part === undefined || part === given[at]?.share) return;
		row.amount.value = plainAmount(amountOf(part, frame.measure, frame.base), frame.locale);
	});
	return '';
}

function problemText(issue: AmountIssue, frame: Frame, list: HTMLElement): string {
	if (issue.code === 'survey/negative') return list.dataset['negative'] ?? '';
	if (issue.code === 'survey/not-a-number') return list.dataset['notANumber'] ?? '';
	return fill(list.dataset['overWhole'] ?? '', { limit: frame.say(issue.limit) });
}

function fill(text: string, inputs: Readonly<Record<string, string>>): string {
	return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => inputs[name] ?? '');
}
