import { overlapCommand } from '#cli/commands/overlap.ts';
import { EXIT } from '#cli/io.ts';

/** Runs `overlap` on the file named first into the one named second, and prints how large the process grew, in kilobytes. */
const [from = '', to = ''] = process.argv.slice(2);
const io = { out: () => undefined, err: (text: string) => process.stderr.write(`${text}\n`) };
const code = await overlapCommand(['--in', from, '--top', '10', '--out', to], io);
if (code !== EXIT.done) throw new Error(`overlap ended with ${code}`);
process.stdout.write(String(process.resourceUsage().maxRSS));
