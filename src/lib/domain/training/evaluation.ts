import type { EmployeeId, IsoDate } from '../shared/index.ts';
import { learningGain } from './gain.ts';
import { addMonths } from './months.ts';
import { compare } from './requirements.ts';
import type { MonthTerm, TermOn } from './session-terms.ts';
import { SMALLEST_GROUP } from './suppression.ts';

/** What a participant is asked after a session, each 1 (poor) to 5 (excellent). */
export const RESPONSE_QUESTIONS = ['content', 'trainer', 'organisation', 'usefulness'] as const;
export type ResponseQuestion = (typeof RESPONSE_QUESTIONS)[number];

/** The answer of one participant; nothing in it says whose it is. */
export type SessionResponse = Readonly<Record<ResponseQuestion, 1 | 2 | 3 | 4 | 5>> & {
	readonly comment: string;
};

/** Level 1: what the participants say together; not shown below three answers, so that nobody is told apart. */
export type Reaction =
	| { readonly kind: 'nobody' }
	| { readonly kind: 'too-few' }
	| {
			readonly kind: 'measured';
			readonly answers: number;
			/** Mean of each question, 1–5. */
			readonly means: Readonly<Record<ResponseQuestion, number>>;
			/** Mean of all questions. */
			readonly mean: number;
			readonly comments: readonly string[];
	  };

/**
 * Level 1 (methodology §4.5): the means of the answers, from three answers on. Comments are sorted, so that their
 * order does not tell who wrote first. Example: usefulness 5, 4, 3 → 4,00.
 */
export function summariseResponses(responses: readonly SessionResponse[]): Reaction {
	if (responses.length === 0) return { kind: 'nobody' };
	if (responses.length < SMALLEST_GROUP) return { kind: 'too-few' };
	const mean = (question: ResponseQuestion) => meanOf(responses.map((one) => one[question]));
	const means = {
		content: mean('content'),
		trainer: mean('trainer'),
		organisation: mean('organisation'),
		usefulness: mean('usefulness'),
	};
	return {
		kind: 'measured',
		answers: responses.length,
		means,
		mean: meanOf(Object.values(means)),
		comments: responses
			.map(({ comment }) => comment)
			.filter((comment) => comment !== '')
			.sort(compare),
	};
}

/** Points of one person in the test before and after. */
export interface TestScore {
	readonly employeeId: EmployeeId;
	readonly before: number;
	readonly after: number;
	readonly maximum: number;
}

/** Level 2: the gain of a group. */
export interface GroupGain {
	/** Mean of the defined gains; undefined when none is. */
	readonly mean: number | undefined;
	readonly defined: number;
	/** People whose test was full before it began: they have no gain, not a gain of 0. */
	readonly undefinedGains: number;
}

/** The mean gain of a group; undefined gains are counted apart. 8→14 and 20→20 of 20 → 0,50 of one, one undefined. */
export function groupGain(scores: readonly TestScore[]): GroupGain {
	const gains = scores.map(({ before, after, maximum }) =>
		learningGain({ pre: before, post: after, max: maximum }),
	);
	const defined = gains.filter((gain) => gain !== undefined);
	return {
		mean: defined.length === 0 ? undefined : meanOf(defined),
		defined: defined.length,
		undefinedGains: gains.length - defined.length,
	};
}

export const TASK_STATES = ['late', 'due', 'later', 'done'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Level 3: one participant whom the manager evaluates. */
export interface EvaluationTask {
	readonly sessionId: string;
	readonly employeeId: EmployeeId;
	readonly from: IsoDate;
	readonly to: IsoDate;
	readonly state: TaskState;
}

/**
 * Who is to be evaluated by the manager: everybody who took part, in the months after the last day that hold on that
 * day (`training.manager.from-months`, `training.manager.to-months`); nobody where none are decided. Order: late, due,
 * later, done, then by term. Example: last day 10 March, 3 to 6 months → from 10 June to 10 September.
 */
export function evaluationTasks(input: {
	readonly attended: readonly {
		readonly sessionId: string;
		readonly employeeId: EmployeeId;
		readonly endsOn: IsoDate;
	}[];
	/** „session employee“ of those already evaluated. */
	readonly done: ReadonlySet<string>;
	readonly asOf: IsoDate;
	readonly monthsOn: TermOn<MonthTerm>;
}): readonly EvaluationTask[] {
	return input.attended
		.flatMap(({ sessionId, employeeId, endsOn }): readonly EvaluationTask[] => {
			const months = input.monthsOn(endsOn);
			if (months === undefined) return [];
			const [from, to] = [addMonths(endsOn, months.from), addMonths(endsOn, months.to)];
			const isDone = input.done.has(`${sessionId} ${employeeId}`);
			const state = isDone ? 'done' : input.asOf > to ? 'late' : input.asOf >= from ? 'due' : 'later';
			return [{ sessionId, employeeId, from, to, state }];
		})
		.sort(
			(a, b) =>
				TASK_STATES.indexOf(a.state) - TASK_STATES.indexOf(b.state) ||
				compare(a.to, b.to) ||
				compare(a.employeeId, b.employeeId) ||
				compare(a.sessionId, b.sessionId),
		);
}

/**
 * Level 4: by what part an indicator of the function became better; negative when it became worse, undefined when it
 * was 0 before. 12 days → 9 days where less is better: 0,25; 80 % → 84 % where more is better: 0,05.
 */
export function improvement(indicator: {
	readonly before: number;
	readonly after: number;
	readonly isLowerBetter: boolean;
}): number | undefined {
	const { before, after, isLowerBetter } = indicator;
	if (before === 0) return undefined;
	return (isLowerBetter ? before - after : after - before) / Math.abs(before);
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
