import type { MatrixState } from '#lib/domain/training/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** The sign of each state, so that colour never says it alone. */
export const SIGNS: Readonly<Record<MatrixState, string>> = {
	met: '●',
	partial: '◐',
	unmet: '○',
	'not-assessed': '?',
	suppressed: '∗',
};

export function signText(state: MatrixState): string {
	switch (state) {
		case 'met':
			return m.training_sign_met();
		case 'partial':
			return m.training_sign_partial();
		case 'unmet':
			return m.training_sign_unmet();
		case 'not-assessed':
			return m.training_sign_not_assessed();
		case 'suppressed':
			return m.training_sign_suppressed();
	}
}
