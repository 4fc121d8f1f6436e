import type { DayIssue, DayWorkKind } from '#lib/domain/workload/index.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { m } from '#lib/paraglide/messages.js';

export const KIND_NAMES: Readonly<Record<DayWorkKind, () => string>> = {
	productive: m.workload_day_productive,
	preparatory: m.workload_day_preparatory,
	rest: m.workload_day_rest,
	idle: m.workload_day_idle,
};

/** Minutes since midnight as „08:30“. */
export function clockText(minutes: number): string {
	const pad = (value: number) => String(value).padStart(2, '0');
	return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function dayIssueText(issue: DayIssue): string {
	switch (issue.code) {
		case 'workload/day-overlap':
			return m.workload_day_issue_overlap({ from: clockText(issue.from), to: clockText(issue.to) });
		case 'workload/day-gap':
			return m.workload_day_issue_gap({ from: clockText(issue.from), to: clockText(issue.to) });
		case 'workload/day-sum':
			return m.workload_day_issue_sum({
				minutes: formatNumber(issue.minutes),
				shift: formatNumber(issue.shift),
			});
	}
}
