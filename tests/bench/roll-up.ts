import BetterSqlite from 'better-sqlite3';
import { rollUp } from '#lib/domain/shared/index.ts';
import { medianOf, ms, type BenchRow } from './measure.ts';
import { randomStream } from './overlap-corpus.ts';

const UNITS = 10_000;
const AIM_MS = 0.5;

interface BenchUnit {
	readonly key: string;
	readonly parentKey: string | null;
	readonly posts: number;
}

/** Posts of every unit and all that is below it, for ten thousand units; against a recursive query. */
export async function benchRollUp(): Promise<readonly BenchRow[]> {
	const units = benchUnits();
	const first = await coldTime(units);
	const again = await medianOf(200, () => rollUp(units, (unit) => unit.posts));
	const peer = await recursiveQueryTime(units);
	return [
		{
			what: 'roll-up of 10 000 units, same units again',
			measured: ms(again),
			peer: `recursive query ${ms(peer)}`,
			aim: `≤ ${AIM_MS} ms`,
			isMet: again <= AIM_MS,
		},
		{ what: 'roll-up of 10 000 units, never seen before', measured: ms(first) },
	];
}

/** Each unit hangs on an earlier one, most of them near the top, as in a country of municipalities. */
function benchUnits(): readonly BenchUnit[] {
	const random = randomStream(7);
	return Array.from({ length: UNITS }, (_, at) => ({
		key: `unit-${at}`,
		parentKey: at < 20 ? null : `unit-${Math.floor(random() ** 2 * at)}`,
		posts: Math.floor(random() * 40) / 2,
	}));
}

function coldTime(units: readonly BenchUnit[]): Promise<number> {
	return medianOf(50, () => rollUp([...units], (unit) => unit.posts));
}

const RECURSIVE = `
with recursive above(key, parent_key, posts) as (
	select key, parent_key, posts from unit
	union all
	select unit.key, unit.parent_key, above.posts from above join unit on unit.key = above.parent_key
)
select key, sum(posts) from above group by key`;

async function recursiveQueryTime(units: readonly BenchUnit[]): Promise<number> {
	const database = new BetterSqlite(':memory:');
	database.exec('create table unit (key text primary key, parent_key text, posts real) without rowid');
	const insert = database.prepare('insert into unit values (?, ?, ?)');
	database.transaction(() => {
		for (const unit of units) insert.run(unit.key, unit.parentKey, unit.posts);
	})();
	const query = database.prepare(RECURSIVE).raw();
	const time = await medianOf(5, () => query.all());
	database.close();
	return time;
}
