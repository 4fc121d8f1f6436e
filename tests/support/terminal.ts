import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface CommandAnswer {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** What `npm run ustroy` does once everything is installed, without looking for changed texts. */
const RUN = `
import { main } from ${JSON.stringify(resolve('src/cli/bootstrap.mjs'))};
await main(async () => {
	const { runCommand } = await import(${JSON.stringify(resolve('src/cli/main.ts'))});
	process.exitCode = await runCommand(process.argv.slice(1), {
		out: (text) => process.stdout.write(text + '\\n'),
		err: (text) => process.stderr.write(text + '\\n'),
	});
});`;

/** Runs a command as a process of its own on the database that `env` names; `input` is typed into it. */
export function runTerminal(
	args: readonly string[],
	{ env, input = '' }: { readonly env: Readonly<Record<string, string>>; readonly input?: string },
): Promise<CommandAnswer> {
	const child = spawn(process.execPath, ['--input-type=module', '-e', RUN, '--', ...args], {
		env: { ...process.env, LC_ALL: 'bg_BG.UTF-8', ...env },
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	const [out, err]: [Buffer[], Buffer[]] = [[], []];
	child.stdout.on('data', (chunk: Buffer) => void out.push(chunk));
	child.stderr.on('data', (chunk: Buffer) => void err.push(chunk));
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	return new Promise((done, failed) => {
		child.once('error', failed);
		child.once('close', (code) =>
			done({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }),
		);
	});
}
