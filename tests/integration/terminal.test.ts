import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/server/db/index.ts';
import { startServer } from '#tests/support/server.ts';
import { runTerminal } from '#tests/support/terminal.ts';
import {
	ask,
	change,
	folder,
	inFolder,
	isOneSentence,
	seeded,
	ustroy,
} from '#tests/support/terminal-folder.ts';

describe('an unknown command', () => {
	it('is refused with the list of commands', async () => {
		const { code, err } = await ustroy('razplati');
		expect(code).toBe(2);
		expect(err).toContain('razplati');
		expect(err).toContain('backup --out');
	});
});

describe('migrate', () => {
	it('makes the schema, and finds nothing to do the second time', async () => {
		const first = await ustroy('migrate');
		expect([first.code, first.err]).toEqual([0, '']);
		expect(ask('select count(*) from kysely_migration')).toBeGreaterThan(5);
		expect((await ustroy('migrate')).code).toBe(0);
	});

	it.each(['migrate', 'seed', 'backup --out copy.db', 'user add --username nova'])(
		'leaves a database of a newer version as it is: %s',
		async (command) => {
			await ustroy('migrate');
			change("insert into kysely_migration values ('9999-later', '2030-01-01')");
			const before = readFileSync(inFolder('ustroy.db'));
			const answer = await ustroy(command, { input: 'тайна дума 1\n' });
			expect(answer.code).toBe(1);
			expect(isOneSentence(answer)).toBe(true);
			expect(readFileSync(inFolder('ustroy.db')).equals(before)).toBe(true);
		},
	);

	it('says in one sentence what is wrong with the path of the database', async () => {
		writeFileSync(inFolder('note.txt'), 'това не е база');
		const wrong = [inFolder('note.txt'), folder, join(inFolder('note.txt'), 'x.db'), 'postgres://host/db'];
		for (const file of wrong) {
			const answer = await ustroy('migrate', { file });
			expect([file, answer.code, isOneSentence(answer)]).toEqual([file, 1, true]);
		}
		expect(readFileSync(inFolder('note.txt'), 'utf8')).toBe('това не е база');
	});
});

describe('seed', () => {
	it('fills an empty database once, and is refused with 2 after that', async () => {
		expect((await ustroy('seed')).code).toBe(0);
		const functions = ask<number>('select count(*) from admin_function');
		expect(functions).toBeGreaterThanOrEqual(320);
		const again = await ustroy('seed');
		expect([again.code, isOneSentence(again)]).toEqual([2, true]);
		expect(ask('select count(*) from admin_function')).toBe(functions);
	});

	it('takes no further words', async () => {
		expect((await ustroy('seed elena')).code).toBe(2);
		expect(existsSync(inFolder('ustroy.db'))).toBe(false);
	});
});

describe('the language of the terminal', () => {
	it('is that of its surroundings, or the one that is asked for anywhere in the words', async () => {
		const nobody = 'backup --out no/copy.db';
		const says = async (command: string, language: string) => {
			const env = { DATA_DIR: folder, DATABASE_URL: inFolder('ustroy.db'), LC_ALL: '', LANG: language };
			return (await runTerminal(command.split(' '), { env })).err.trim();
		};
		const [bulgarian, english] = ['Няма папка no.', 'There is no folder no.'];
		expect(await says(nobody, 'bg_BG.UTF-8')).toBe(bulgarian);
		expect(await says(nobody, 'en_GB.UTF-8')).toBe(english);
		expect(await says(nobody, 'C.UTF-8')).toBe(bulgarian);
		expect(await says(`--lang en ${nobody}`, 'bg_BG.UTF-8')).toBe(english);
		expect(await says(`${nobody} --lang=bg`, 'en_GB.UTF-8')).toBe(bulgarian);
	});

	it('is one of ours', async () => {
		const answer = await ustroy('migrate --lang fr');
		expect([answer.code, isOneSentence(answer)]).toEqual([2, true]);
		expect(existsSync(inFolder('ustroy.db'))).toBe(false);
	});
});

describe('backup and restore', () => {
	it('bring back what stood in the database, and keep what stood there meanwhile', async () => {
		await seeded();
		const copy = inFolder('copy.db');
		expect((await ustroy(`backup --out ${copy}`)).code).toBe(0);
		change("update municipality set name_bg = 'Друга'");
		expect((await ustroy(`restore --in ${copy}`)).code).toBe(0);
		expect(ask("select count(*) from municipality where name_bg = 'Друга'")).toBe(0);
		expect(ask('select count(*) from municipality', inFolder('ustroy.db.before-restore'))).toBe(2);
		expect(readdirSync(folder).filter((name) => /part|copy\.db-/.test(name))).toEqual([]);
	});

	it('keep also what a killed server had not put into the file yet', async () => {
		await seeded();
		await ustroy(`backup --out ${inFolder('copy.db')}`);
		const alive = openDatabase({ file: inFolder('ustroy.db') });
		alive.raw.exec("update municipality set name_bg = 'Друга' where slug = 'elena'");
		for (const ending of ['', '-wal'])
			copyFileSync(inFolder(`ustroy.db${ending}`), inFolder(`killed.db${ending}`));
		await alive.close();
		const file = inFolder('killed.db');
		expect((await ustroy(`restore --in ${inFolder('copy.db')}`, { file })).code).toBe(0);
		const others = "select count(*) from municipality where name_bg = 'Друга'";
		expect([ask(others, file), ask(others, `${file}.before-restore`)]).toEqual([0, 1]);
	});

	it('bring a database back where a damaged one stands, which is kept', async () => {
		await seeded();
		await ustroy(`backup --out ${inFolder('copy.db')}`);
		writeFileSync(inFolder('ustroy.db'), 'това беше база'.repeat(400));
		expect((await ustroy(`restore --in ${inFolder('copy.db')}`)).code).toBe(0);
		expect(ask('select count(*) from municipality')).toBe(2);
		expect(readFileSync(inFolder('ustroy.db.before-restore'), 'utf8')).toMatch(/^това беше база/u);
	});

	it('write over nothing that an earlier restoring kept, and name what is kept', async () => {
		await seeded();
		const copy = inFolder('copy.db');
		await ustroy(`backup --out ${copy}`);
		change("update municipality set name_bg = 'Друга' where slug = 'elena'");
		const first = await ustroy(`restore --in ${copy}`);
		const second = await ustroy(`restore --in ${copy}`);
		expect(
			[first.out, second.out].map((said) => /ustroy\.db\.before-restore[-\d]*/u.exec(said)?.[0]),
		).toEqual(['ustroy.db.before-restore', 'ustroy.db.before-restore-2']);
		const others = "select count(*) from municipality where name_bg = 'Друга'";
		expect(ask(others, inFolder('ustroy.db.before-restore'))).toBe(1);
		const elsewhere = await ustroy(`restore --in ${copy}`, { file: inFolder('new.db') });
		expect([elsewhere.code, elsewhere.out.includes('before-restore')]).toEqual([0, false]);
	});

	it('write over no file, and say when the copy cannot be made', async () => {
		await ustroy('migrate');
		writeFileSync(inFolder('copy.db'), 'моето');
		expect((await ustroy(`backup --out ${inFolder('copy.db')}`)).code).toBe(2);
		expect(readFileSync(inFolder('copy.db'), 'utf8')).toBe('моето');
		const nowhere = await ustroy(`backup --out ${inFolder('no/copy.db')}`);
		expect([nowhere.code, isOneSentence(nowhere)]).toEqual([2, true]);
		expect(nowhere.err).not.toMatch(/directory/u);
		expect((await ustroy('backup')).code).toBe(2);
	});

	it('refuse a copy that is missing, damaged, of something else or of a newer version', async () => {
		await seeded();
		await ustroy(`backup --out ${inFolder('newer.db')}`);
		change("insert into kysely_migration values ('9999-later', '2030-01-01')", inFolder('newer.db'));
		writeFileSync(inFolder('text.db'), 'това не е база');
		writeFileSync(inFolder('half.db'), readFileSync(inFolder('ustroy.db')).subarray(0, 100_000));
		change('create table other (id)', inFolder('other.db'));
		for (const name of ['missing.db', 'text.db', 'half.db', 'other.db', 'newer.db', '']) {
			const answer = await ustroy(`restore --in ${inFolder(name)}`);
			expect([name, answer.code, isOneSentence(answer)]).toEqual([name, 2, true]);
		}
		expect(ask('select count(*) from municipality')).toBe(2);
		expect(readdirSync(folder).sort()).toEqual(['half.db', 'newer.db', 'other.db', 'text.db', 'ustroy.db']);
	});

	it('go together with a running server: the copy is made, the return is refused', async () => {
		const server = await startServer();
		try {
			const file = server.databaseFile;
			expect((await ustroy(`backup --out ${inFolder('copy.db')}`, { file })).code).toBe(0);
			const back = await ustroy(`restore --in ${inFolder('copy.db')}`, { file });
			expect([back.code, isOneSentence(back)]).toEqual([2, true]);
			expect((await server.nobody().get('/login')).status).toBe(200);
		} finally {
			await server.stop();
		}
	});
});
