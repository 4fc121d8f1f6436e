import type { RailNumbers } from '#lib/components/shell/rail.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { UndoWords } from '#lib/components/org/undo-words.ts';
import type { Workspace } from '#lib/server/services/workspace.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Ctx;
			sessionId: string | undefined;
			/** What was written in a form whose session ended before it was sent. */
			typed?: readonly string[];
		}
		interface PageData {
			workspace?: Workspace;
			railCounts?: RailNumbers;
			/** What the person can take back in a working version. */
			undoBar?: UndoWords | null;
			/** Set by the pages of a scenario; tints the strip. */
			scenarioFrame?: { name: string; status: string };
			/** Set by a page for the screen of a hall: it stands without menu and strip. */
			isWholeScreen?: boolean;
		}
		interface Error {
			message: string;
			/** Short id of a fault that the log explains. */
			fault?: string;
			/** What the person wrote in the form that was not taken, and where it was written. */
			typed?: { readonly texts: readonly string[]; readonly from: string };
		}
	}
}

export {};
