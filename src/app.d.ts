import type { RailNumbers } from '#lib/components/shell/rail.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { UndoWords } from '#lib/components/org/undo-words.ts';
import type { Workspace } from '#lib/server/services/workspace.ts';

declare global {
	namespace App {
		interface Locals {
			ctx: Ctx;
			sessionId: string | undefined;
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
		}
	}
}

export {};
