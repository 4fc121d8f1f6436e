import type { LocalText } from '../org/index.ts';
import { err, foldText, ok, type CompetencyKey, type Result } from '../shared/index.ts';
import type { Competency, CompetencyLevel } from './types.ts';

/** What somebody at a level of one competency does, in words. */
export interface LevelDescriptor {
	readonly level: CompetencyLevel;
	readonly text: LocalText;
}

/** A competency as a municipality reads it: everything that an edit may change. */
export interface CompetencyDraft extends Omit<Competency, 'key'> {
	/** Levels without words of their own are left out. */
	readonly levels: readonly LevelDescriptor[];
	/** Nothing new may ask for it; what already rests on it stays. */
	readonly isRetired: boolean;
}

/** One version of a competency of a municipality; number 1 is its first edit. */
export interface CompetencyVersion extends CompetencyDraft {
	readonly competencyKey: CompetencyKey;
	readonly number: number;
}

/** A competency in force, with the number of its version; 0 is as supplied, not edited yet. */
export interface DictionaryEntry extends CompetencyDraft {
	readonly key: CompetencyKey;
	readonly number: number;
}

/**
 * The competency as it reads now: its latest version, otherwise as it was supplied, which has no words for levels and is
 * not retired. Versions may come in any order.
 */
export function entryInForce(supplied: Competency, versions: readonly CompetencyVersion[]): DictionaryEntry {
	const [latest] = [...versions].sort((a, b) => b.number - a.number);
	if (latest === undefined) return { ...supplied, number: 0, levels: [], isRetired: false };
	const { competencyKey: key, ...version } = latest;
	return { ...version, key };
}

export const ENTRY_PARTS = ['group', 'name', 'description', 'weight', 'levels', 'isRetired'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

/** What differs between two readings of a competency, in the order of `ENTRY_PARTS`. */
export function changedParts(before: CompetencyDraft, after: CompetencyDraft): readonly EntryPart[] {
	return ENTRY_PARTS.filter((part) => sign(before, part) !== sign(after, part));
}

export type DictionaryRefusal =
	| { readonly code: 'dictionary/name-taken'; readonly by: CompetencyKey }
	| { readonly code: 'dictionary/no-change' };

/**
 * Whether a competency may read so. Errors: `dictionary/name-taken` with the competency that has the same name but for
 * letter case and spaces and is not retired; `dictionary/no-change` when it reads so already.
 */
export function checkDraft(
	draft: CompetencyDraft,
	context: { readonly before: DictionaryEntry | null; readonly others: readonly DictionaryEntry[] },
): Result<null, DictionaryRefusal> {
	const { before, others } = context;
	if (before !== null && changedParts(before, draft).length === 0)
		return err({ code: 'dictionary/no-change' });
	const name = foldText(draft.name.bg);
	const taken = others.find(
		(other) => other.key !== before?.key && !other.isRetired && foldText(other.name.bg) === name,
	);
	return taken && !draft.isRetired ? err({ code: 'dictionary/name-taken', by: taken.key }) : ok(null);
}

function sign(draft: CompetencyDraft, part: EntryPart): string {
	if (part === 'name' || part === 'description') return JSON.stringify([draft[part].bg, draft[part].en]);
	if (part !== 'levels') return String(draft[part]);
	const levels = [...draft.levels].sort((a, b) => a.level - b.level);
	return JSON.stringify(levels.map(({ level, text }) => [level, text.bg, text.en]));
}
