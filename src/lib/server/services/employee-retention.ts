import type { LocalText } from '#lib/domain/org/index.ts';
import { err, ok, type EmployeeId, type IsoDate, type Result } from '#lib/domain/shared/index.ts';
import { findParameter } from '#lib/domain/legal/index.ts';
import { addMonths } from '#lib/domain/training/index.ts';
import { within, type Ctx, type Refused } from '../context.ts';
import type { Reader, Tx } from '../db/index.ts';
import { listLeavers, type EmployeeRecord } from '../queries/employee.ts';
import { eraseEmployee } from '../queries/employee-erase.ts';
import { forgetNames, listNamesOf } from '../queries/employee-forget.ts';
import { listParameters } from '../queries/legal.ts';
import { recordAudit } from './audit.ts';
import { openForEdit, openPeople, type ErasedRefusal } from './employee.ts';
import { auditLook } from './training-look.ts';
import type { OpenTraining } from './training.ts';
import { can } from '#lib/domain/access/index.ts';

export type EraseRefusal =
	| ErasedRefusal
	| { readonly code: 'people/still-serves' }
	| { readonly code: 'people/no-retention' }
	| { readonly code: 'people/keep-until'; readonly until: IsoDate }
	| { readonly code: 'people/stale' };

const MONTHS_OF_YEAR = 12;

/** Somebody who left, with the first day on which the personal data may be erased. */
export interface LeaverRow {
	readonly id: EmployeeId;
	readonly name: string;
	readonly post: LocalText;
	readonly leftOn: IsoDate;
	/** Null where nobody entered the term. */
	readonly until: IsoDate | null;
	readonly isDue: boolean;
	readonly erasedOn: IsoDate | null;
	readonly revision: number;
}

export interface RetentionPage {
	/** Who may be erased first, then who must still be kept, then who was erased. */
	readonly rows: readonly LeaverRow[];
	readonly due: number;
	/** The term and what sets it; null where nobody entered it. */
	readonly term: { readonly years: number; readonly citation: string } | null;
}

/** Everybody who left, by the day on which the personal data may be erased; human resources alone. */
export async function readRetention(ctx: Ctx, slug: string): Promise<Result<RetentionPage, Refused>> {
	const opened = await openLeavers(ctx, slug);
	if (!opened.ok) return opened;
	const training = opened.value;
	const { municipality, asOf, lookup, employees } = training;
	const term = await retentionOf(ctx.db, training);
	const records = await listLeavers(ctx.db, municipality.id);
	const rows = employees.flatMap(({ id, name, leftOn, postKey }): readonly LeaverRow[] => {
		const record = records.get(id);
		if (leftOn === null || leftOn > asOf || !record) return [];
		const until = term && addMonths(leftOn, term.years * MONTHS_OF_YEAR);
		const isDue = record.erasedOn === null && until !== null && until <= asOf;
		const post = lookup.postByKey.get(postKey)?.title ?? { bg: postKey, en: null };
		return [{ id, name, post, leftOn, until, isDue, ...record }];
	});
	await auditLook(ctx, training, { entity: 'leaver-list', entityKey: slug });
	return ok({ rows: rows.sort(byTurn), due: rows.filter(({ isDue }) => isDue).length, term });
}

async function openLeavers(ctx: Ctx, slug: string): Promise<Result<OpenTraining, Refused>> {
	const opened = await openPeople(ctx, slug);
	if (!opened.ok) return opened;
	const { municipality, actor } = opened.value;
	const isAllowed = can(actor, 'people.edit', { municipalityId: municipality.id });
	return isAllowed ? opened : err({ code: 'access/forbidden' });
}

function byTurn(a: LeaverRow, b: LeaverRow): number {
	const turn = ({ erasedOn, leftOn, id }: LeaverRow) => `${erasedOn === null ? 0 : 1} ${leftOn} ${id}`;
	return turn(a) < turn(b) ? -1 : 1;
}

/**
 * Erases the personal data of people who left so many years ago (`people.retention.years`), all of them or nobody.
 * Errors: `people/erased`, `people/still-serves`, `people/keep-until` with the first day on which it may be,
 * `people/no-retention` when nobody entered the term, `people/stale`.
 */
export async function erasePeople(
	ctx: Ctx,
	slug: string,
	given: readonly { readonly id: string; readonly revision: number }[],
): Promise<Result<null, Refused | EraseRefusal>> {
	const allowed = await openLeavers(ctx, slug);
	if (!allowed.ok) return allowed;
	return allOrNothing(ctx, async (tx): Promise<Result<null, Refused | EraseRefusal>> => {
		for (const { id, revision } of given) {
			const opened = await openForEdit(within(ctx, tx), slug, id);
			if (!opened.ok) return opened;
			const { training, person } = opened.value;
			const allowed = await mayErase(tx, training, person);
			if (!allowed.ok) return allowed;
			if (!(await eraseOne(ctx, tx, training, { ...person, revision }))) return err({ code: 'people/stale' });
		}
		return ok(null);
	});
}

/** Erases the personal data of one person; errors as of `erasePeople`. */
export function erasePerson(
	ctx: Ctx,
	slug: string,
	given: { readonly id: string; readonly revision: number },
): Promise<Result<null, Refused | EraseRefusal>> {
	return erasePeople(ctx, slug, [given]);
}

async function eraseOne(
	ctx: Ctx,
	tx: Tx,
	{ actor, municipality, asOf }: OpenTraining,
	person: EmployeeRecord,
): Promise<boolean> {
	const of = { municipalityId: municipality.id, id: person.id };
	const names = await listNamesOf(tx, { ...of, name: person.name });
	if (!(await eraseEmployee(tx, { id: person.id, revision: person.revision, on: asOf }))) return false;
	await forgetNames(tx, { ...of, names });
	await recordAudit(ctx, tx, {
		...{ actor, municipalityId: municipality.id, versionId: null },
		...{ action: 'employee.erase', entity: 'employee', entityKey: person.id, before: null, after: null },
	});
	return true;
}

async function mayErase(
	db: Reader,
	training: OpenTraining,
	person: EmployeeRecord,
): Promise<Result<null, EraseRefusal>> {
	const { asOf } = training;
	if (person.leftOn === null || person.leftOn > asOf) return err({ code: 'people/still-serves' });
	const term = await retentionOf(db, training);
	if (term === null) return err({ code: 'people/no-retention' });
	const until = addMonths(person.leftOn, term.years * MONTHS_OF_YEAR);
	return asOf < until ? err({ code: 'people/keep-until', until }) : ok(null);
}

async function retentionOf(db: Reader, { asOf, municipality }: OpenTraining): Promise<RetentionPage['term']> {
	const at = { key: 'people.retention.years', asOf, municipality: municipality.id };
	const term = findParameter(await listParameters(db), at);
	return typeof term?.value === 'number' ? { years: term.value, citation: term.citation } : null;
}

/** A refusal inside takes back what was written before it. */
async function allOrNothing<E>(
	ctx: Ctx,
	work: (tx: Tx) => Promise<Result<null, E>>,
): Promise<Result<null, E>> {
	const refused = new Error('refused');
	let result: Result<null, E> = ok(null);
	try {
		await ctx.db.transaction().execute(async (tx) => {
			result = await work(tx);
			if (!result.ok) throw refused;
		});
	} catch (error) {
		if (error !== refused) throw error;
	}
	return result;
}
