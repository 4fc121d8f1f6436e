import type { MunicipalityId, UserId, VersionId } from '../shared/index.ts';
import type { ImportMode } from './changes.ts';
import type { FileNote, FileRefusalCode, TextLayout } from './file.ts';
import type { MendedCell } from './mend.ts';
import type { ImportCounts, RowOutcome } from './plan-import.ts';

/** A file that somebody brought, and how far it came. */
export interface ImportBatch {
	readonly id: string;
	readonly municipalityId: MunicipalityId;
	readonly fileName: string;
	readonly fileHash: string;
	readonly fileSize: number;
	readonly state: 'reading' | 'refused' | 'open' | 'applied' | 'undone';
	readonly refusal: FileRefusalCode | null;
	readonly format: 'workbook' | 'text' | null;
	readonly notes: readonly FileNote[];
	readonly layout: TextLayout | null;
	readonly mode: ImportMode;
	/** The working version that it goes into; null until one is chosen. */
	readonly versionId: VersionId | null;
	readonly runId: string | null;
	readonly revision: number;
	readonly createdAt: string;
	readonly createdBy: UserId;
}

/** A file that was taken in. */
export interface ImportRun extends Omit<ImportCounts, 'withErrors'> {
	readonly id: string;
	readonly municipalityId: MunicipalityId;
	readonly versionId: VersionId | null;
	readonly fileName: string;
	readonly fileHash: string;
	readonly kinds: readonly string[];
	readonly undoneAt: string | null;
	readonly createdAt: string;
	readonly createdBy: UserId;
}

/** A row of the file that was corrected or not taken in. */
export interface RunRow {
	readonly sheet: string;
	readonly row: number;
	readonly outcome: 'corrected' | 'skipped';
	readonly reason: string | null;
	readonly problems: RowOutcome['problems'];
	/** What a person corrected in the row. */
	readonly mended: readonly MendedCell[];
}
