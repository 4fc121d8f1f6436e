/** True for the driver's error of a broken UNIQUE or PRIMARY KEY constraint. */
export function isUniqueViolation(error: unknown): boolean {
	const code = codeOf(error);
	return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** True when the disk is full or the file cannot be written. */
export function isStorageFailure(error: unknown): boolean {
	const storage = ['SQLITE_FULL', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR'];
	return storage.some((code) => codeOf(error).startsWith(code));
}

/** True when the file is something else than a database, or a damaged one. */
export function isNotADatabase(error: unknown): boolean {
	return ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].some((code) => codeOf(error).startsWith(code));
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
