/** Where a command speaks: results and progress on `out`, refusals on `err`. One call is one line. */
export interface CommandIo {
	out(text: string): void;
	err(text: string): void;
}

/** Exit codes of every command: done, the command itself failed, the input was refused. */
export const EXIT = { done: 0, failed: 1, refused: 2 } as const;

/** What a command refuses to take, in one sentence; ends it with the exit code 2. */
export class CommandRefusal extends Error {
	override readonly name = 'CommandRefusal';
}
