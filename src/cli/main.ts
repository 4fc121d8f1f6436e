import { CommandRefusal, EXIT, type CommandIo } from './io.ts';
import { speakLanguage } from './language.ts';

type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** Every command with its line of help; each is loaded only when it is asked for. */
const COMMANDS: Readonly<Record<string, { readonly help: string; readonly load: () => Promise<Command> }>> = {
	migrate: {
		help: 'migrate — привежда базата към схемата на тази версия · brings the schema up to date',
		load: async () => (await import('./commands/migrate.ts')).migrateCommand,
	},
	seed: {
		help: 'seed — зарежда примерните данни в празна база · loads the sample data into an empty database',
		load: async () => (await import('./commands/seed.ts')).seedCommand,
	},
	overlap: {
		help: 'overlap --in statements.jsonl [--threshold 0..1] [--top K] --out pairs.jsonl — припокривания между формулировки · overlaps between statements',
		load: async () => (await import('./commands/overlap.ts')).overlapCommand,
	},
	workload: {
		help: 'workload --in case.json --out result.json — необходими служители · needed staff',
		load: async () => (await import('./commands/workload.ts')).workloadCommand,
	},
	export: {
		help: 'export proposal|training --municipality <slug> … --out file.xlsx — работна книга · workbook',
		load: async () => (await import('./commands/export.ts')).exportCommand,
	},
	papers: {
		help: 'papers check --municipality <slug> --proposal <номер> [--json] файл… — сравнява документи със снимката на предложението · compares papers with the snapshot of the proposal',
		load: async () => (await import('./commands/papers.ts')).papersCommand,
	},
	backup: {
		help: 'backup --out file.db — проверено копие на базата · a checked copy of the database',
		load: async () => (await import('./commands/backup.ts')).backupCommand,
	},
	restore: {
		help: 'restore --in file.db — връща базата от копие; спрете сървъра преди това · restores a copy; stop the server first',
		load: async () => (await import('./commands/restore.ts')).restoreCommand,
	},
	municipality: {
		help: 'municipality add --name <име> --province <област> [--name-en <име>] [--slug <адрес>] [--population <жители> --population-as-of <година>] — община с празна редакция в подготовка · a municipality with an empty version in preparation',
		load: async () => (await import('./commands/municipality.ts')).municipalityCommand,
	},
	user: {
		help: 'user add --username <име> --name <име> [--administrator] [--municipality <slug> --role <роля> [--unit <ключ>]], user password --username <име> — паролата се чете от входа · the password is read from the input',
		load: async () => (await import('./commands/user.ts')).userCommand,
	},
};

/** Runs one command and answers its exit code: 0 done, 1 failed, 2 the input was refused. */
export async function runCommand(args: readonly string[], io: CommandIo): Promise<number> {
	try {
		const [name = 'help', ...rest] = speakLanguage(args, process.env);
		const command = COMMANDS[name];
		if (!command) return help(name, io);
		return await (
			await command.load()
		)(rest, io);
	} catch (error) {
		if (error instanceof CommandRefusal) {
			io.err(error.message);
			return EXIT.refused;
		}
		const { explainFailure } = await import('./refusals.ts');
		const sentence = explainFailure(error);
		if (sentence === undefined) throw error;
		io.err(sentence);
		return EXIT.failed;
	}
}

function help(name: string, io: CommandIo): number {
	const isHelp = ['help', '--help', '-h'].includes(name);
	const lines = Object.values(COMMANDS).map((command) => `  ${command.help}`);
	if (!isHelp) io.err(`Няма команда „${name}“. · There is no command “${name}”.`);
	(isHelp ? io.out : io.err)(
		[
			'npm run ustroy -- <команда · command> [--lang bg|en]',
			...lines,
			'Без --lang се говори на езика на терминала (LANG). · Without --lang the language of the terminal is spoken.',
		].join('\n'),
	);
	return isHelp ? EXIT.done : EXIT.refused;
}
