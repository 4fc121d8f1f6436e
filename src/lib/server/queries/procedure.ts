import { MARKED_STEPS, type MarkedStep } from '#lib/domain/review/index.ts';
import type { IsoDate, ProposalId } from '#lib/domain/shared/index.ts';
import type { Reader, Tx } from '../db/index.ts';

/** A step of the way of a proposal whose day somebody wrote down. */
export interface ProcedureMark {
	readonly step: MarkedStep;
	readonly onDay: IsoDate;
	readonly note: string;
	readonly recordedName: string;
}

export async function listMarks(db: Reader, proposalId: ProposalId): Promise<readonly ProcedureMark[]> {
	const rows = await db
		.selectFrom('procedure_mark')
		.select(['step', 'on_day', 'note', 'recorded_name'])
		.where('proposal_id', '=', proposalId)
		.orderBy('step')
		.execute();
	return rows.flatMap((row) => {
		const step = MARKED_STEPS.find((known) => known === row.step);
		return step
			? [{ step, onDay: row.on_day as IsoDate, note: row.note, recordedName: row.recorded_name }]
			: [];
	});
}

export async function writeMark(
	tx: Tx,
	proposalId: ProposalId,
	mark: ProcedureMark & { readonly recordedBy: string; readonly recordedAt: string },
): Promise<void> {
	await tx
		.deleteFrom('procedure_mark')
		.where('proposal_id', '=', proposalId)
		.where('step', '=', mark.step)
		.execute();
	await tx
		.insertInto('procedure_mark')
		.values({
			...{ proposal_id: proposalId, step: mark.step, on_day: mark.onDay, note: mark.note },
			...{ recorded_by: mark.recordedBy, recorded_name: mark.recordedName, recorded_at: mark.recordedAt },
		})
		.execute();
}
