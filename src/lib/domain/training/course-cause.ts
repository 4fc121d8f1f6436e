import type { NeedCauseKind, TrainingNeed } from './need-types.ts';
import type { CourseCause } from './types.ts';

const SERVED: Readonly<Partial<Record<NeedCauseKind, CourseCause>>> = {
	'new-head': 'new-head',
	'appointed-head': 'new-head',
	'new-employee': 'new-employee',
	'rule-changed': 'rule-changed',
};

/**
 * The cause that a course must serve for a need of no one competency; null for every other need. A lapsed certificate of
 * mandatory training is met by what serves that training. Source: products N24 („course for new heads“ by its cause).
 */
export function causeToServe(need: Pick<TrainingNeed, 'cause' | 'competencyKey'>): CourseCause | null {
	if (need.competencyKey !== null) return null;
	if (need.cause.kind !== 'certificate') return SERVED[need.cause.kind] ?? null;
	return need.cause.subject === 'head' ? 'new-head' : need.cause.subject === 'entry' ? 'new-employee' : null;
}
