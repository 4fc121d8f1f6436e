import { describe, expect, it } from 'vitest';
import { makeCalendar, type Parameter } from '#lib/domain/legal/index.ts';
import {
	checkFilingTerm,
	checkMark,
	checkSession,
	PROCEDURE,
	PROCEDURE_STEPS,
	walkProcedure,
	type ProcedureFacts,
} from '#lib/domain/review/index.ts';
import { asId, isoDate, type MunicipalityId } from '#lib/domain/shared/index.ts';

const term = (key: string, value: number, from: string, to: string | null = null): Parameter => ({
	...{ key, value, municipality: null, unit: 'days', citation: `основание за ${key}`, note: null },
	validFrom: isoDate(from),
	validTo: to === null ? null : isoDate(to),
});
const parameters = [
	term('council.term.materials', 3, '2012-01-01'),
	term('council.term.sending', 7, '2012-01-01'),
	term('council.term.governor', 14, '2012-01-01', '2027-01-01'),
	term('council.term.governor', 10, '2027-01-01'),
];
const walk = (facts: ProcedureFacts, today = '2026-12-20') =>
	new Map(
		walkProcedure(facts, {
			parameters,
			calendar: makeCalendar([]),
			municipality: asId<MunicipalityId>('elena'),
			today: isoDate(today),
		}).map((place) => [place.key, place]),
	);

describe('the way of a proposal', () => {
	it('names every step once, each with who acts', () => {
		expect(PROCEDURE.map(({ key }) => key)).toEqual([...PROCEDURE_STEPS]);
	});

	it('counts seven days for sending from the day of adoption: 10.12 → 17.12.2026', () => {
		const facts = { done: { adoption: isoDate('2026-12-10') }, planned: {} };
		expect(walk(facts).get('sending')).toMatchObject({ dueOn: '2026-12-17', status: 'overdue' });
		const late = { done: { ...facts.done, sending: isoDate('2026-12-18') }, planned: {} };
		expect(walk(late).get('sending')).toMatchObject({ doneOn: '2026-12-18', status: 'late' });
	});

	it('ends a term on a working day: 14 days from 10.12.2026 end on 29.12 (oracle T17)', () => {
		const facts = { done: { sending: isoDate('2026-12-10') }, planned: {} };
		expect(walk(facts).get('governor-term')).toMatchObject({ dueOn: '2026-12-29', status: 'due' });
		expect(walk(facts, '2026-12-30').get('governor-term')).toMatchObject({
			doneOn: '2026-12-29',
			status: 'done',
		});
	});

	it('takes the term in force on the day from which it is counted', () => {
		const facts = { done: { sending: isoDate('2027-01-04') }, planned: {} };
		expect(walk(facts, '2027-01-05').get('governor-term')).toMatchObject({
			termDays: 10,
			dueOn: '2027-01-14',
		});
	});

	it('counts the papers back from the planned session, waits where the step before has no day', () => {
		const way = walk({ done: {}, planned: { session: isoDate('2026-12-24') } });
		expect(way.get('materials')).toMatchObject({ dueOn: '2026-12-21', status: 'due' });
		expect(way.get('sending')).toMatchObject({ dueOn: null, status: 'waiting' });
		expect(way.get('announcement')).toMatchObject({ termDays: null, status: 'not-set' });
	});
});

describe('out of term', () => {
	it('is the day after the last one', () => {
		const until = isoDate('2026-12-05');
		expect(checkFilingTerm(until, until).ok).toBe(true);
		expect(checkFilingTerm(null, until).ok).toBe(true);
		expect(checkFilingTerm(until, isoDate('2026-12-06'))).toEqual({
			ok: false,
			error: { code: 'review/out-of-term', until },
		});
	});

	it('is a session before the submission, or while amendments may still be filed', () => {
		const given = { submittedOn: isoDate('2026-11-21'), amendmentsUntil: isoDate('2026-12-05') };
		expect(checkSession({ ...given, sessionOn: isoDate('2026-11-20') })).toMatchObject({
			error: { code: 'review/session-before-submission' },
		});
		expect(checkSession({ ...given, sessionOn: isoDate('2026-12-05') })).toMatchObject({
			error: { code: 'review/session-within-term' },
		});
		expect(checkSession({ ...given, sessionOn: isoDate('2026-12-06') }).ok).toBe(true);
	});
});

describe('a step that is marked', () => {
	const facts = { done: { submission: isoDate('2026-11-21') }, planned: { session: isoDate('2026-12-10') } };
	const today = isoDate('2026-12-20');
	const decided = { ...facts, done: { ...facts.done, session: isoDate('2026-12-10') } };

	it('has happened: no day after today', () => {
		const mark = { step: 'committee', onDay: isoDate('2026-12-21') } as const;
		expect(checkMark(mark, facts, today)).toMatchObject({ error: { code: 'review/mark-future' } });
	});

	it('keeps the order: the committee between submission and session, sending after the decision', () => {
		const on = (step: 'committee' | 'sending', day: string) => ({ step, onDay: isoDate(day) });
		expect(checkMark(on('committee', '2026-11-20'), facts, today)).toMatchObject({
			error: { code: 'review/mark-before', step: 'submission' },
		});
		expect(checkMark(on('committee', '2026-12-11'), facts, today)).toMatchObject({
			error: { code: 'review/mark-after', step: 'session' },
		});
		expect(checkMark(on('committee', '2026-12-10'), facts, today).ok).toBe(true);
		expect(checkMark(on('sending', '2026-12-11'), facts, today)).toMatchObject({
			error: { code: 'review/mark-waits', step: 'adoption' },
		});
		expect(checkMark(on('sending', '2026-12-09'), decided, today)).toMatchObject({
			error: { code: 'review/mark-before', step: 'session' },
		});
		expect(checkMark(on('sending', '2026-12-11'), decided, today).ok).toBe(true);
	});
});
