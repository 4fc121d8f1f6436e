import type { QuestionnaireField } from './layout.ts';

/** One row of a questionnaire: an item of the list, an empty row for own work, or a free text. */
export interface QuestionnaireRow {
	/** Key with its checksum, as it stands in the hidden column. */
	readonly key: string;
	readonly kind: 'item' | 'own' | 'note';
	readonly group: string;
	readonly text: string;
	/** What was typed, where the sheet comes back; empty in a new one. */
	readonly values: Readonly<Partial<Record<QuestionnaireField, string | number>>>;
	/** What is wrong, by field. */
	readonly marks: Readonly<Partial<Record<QuestionnaireField, string>>>;
}

export interface QuestionnaireSheet {
	readonly name: string;
	readonly key: string;
	readonly title: string;
	readonly about: string;
	readonly privacy: string;
	readonly rows: readonly QuestionnaireRow[];
	/** What is wrong with the sum; stands at it. */
	readonly sumMark: string | null;
	/** How far from 100 the sum may be, in per cent. */
	readonly tolerance: number;
}

export interface QuestionnaireWords {
	readonly instructionsName: string;
	readonly instructions: readonly string[];
	readonly headers: Readonly<Record<QuestionnaireField, string>>;
	readonly sum: string;
	readonly ready: string;
	/** „Остават“ and „Намалете с“. */
	readonly left: string;
	readonly over: string;
	readonly wrongNumber: string;
	readonly groups: readonly string[];
	readonly participations: readonly string[];
	readonly months: readonly string[];
}
