import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema/index.ts';

/** A handle for reading outside a transaction. */
export type Db = Kysely<Database>;
/** A handle inside a transaction; writes take it, so that a write outside one does not compile. */
export type Tx = Transaction<Database>;
/** What reads take. */
export type Reader = Db | Tx;
