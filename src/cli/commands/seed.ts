import { loadCouncillors } from '#fixtures/councillors.ts';
import { loadFixtures } from '#fixtures/load.ts';
import { DEMO_PASSWORD } from '#lib/server/services/demo-accounts.ts';
import { seed } from '#lib/server/services/seed.ts';
import { m } from '#lib/paraglide/messages.js';
import { withContext } from '../context.ts';
import { CommandRefusal, EXIT, type CommandIo } from '../io.ts';
import { extraWords } from '../refusals.ts';

/** `seed`: loads the sample data of both municipalities into an empty database. */
export async function seedCommand(args: readonly string[], io: CommandIo): Promise<number> {
	const extra = extraWords(args);
	if (extra !== undefined) throw new CommandRefusal(extra);
	return withContext(async ({ ctx }) => {
		const result = await seed(ctx, { fixtures: loadFixtures(), councillors: loadCouncillors() });
		if (!result.ok) {
			io.err(m.terminal_seed_not_empty());
			return EXIT.refused;
		}
		io.out(m.terminal_seeded({ functions: result.value.functions, password: DEMO_PASSWORD }));
		return EXIT.done;
	});
}
