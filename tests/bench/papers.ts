import { councilPaper } from '#exports/council-papers/papers.ts';
import { PAPER_KINDS } from '#exports/council-papers/model.ts';
import { proposalWorkbook } from '#exports/proposal/workbook.ts';
import { workbookBytes } from '#exports/shared/write.ts';
import { wordBytes } from '#exports/shared/word.ts';
import { loadFixtures } from '#fixtures/load.ts';
import { aProposalModel, OPERATIONS } from '#tests/exports/proposal-sample.ts';
import { factsOf, modelOf } from '#tests/support/papers-world.ts';
import { medianOf, ms, type BenchRow } from './measure.ts';

const MOST_MS = 4_000;
const ROUNDS = 3;
/** Those that need a vote and a decision are made of the same facts and are shorter. */
const KINDS = PAPER_KINDS.filter((kind) => kind !== 'minutes' && kind !== 'decision');

/** All papers of a proposal of Елена, from the counting of the facts to the bytes of the files. */
export async function benchPapers(say: (text: string) => void): Promise<readonly BenchRow[]> {
	const [elena] = loadFixtures().structures;
	if (!elena) throw new Error('the demo data hold no structure');
	say('papers of a proposal');
	const all = await medianOf(ROUNDS, async () => {
		const model = modelOf(factsOf(elena, OPERATIONS));
		for (const kind of KINDS) await wordBytes(councilPaper(kind, model));
		await workbookBytes(proposalWorkbook(aProposalModel()));
	});
	return [
		{
			what: `${KINDS.length} Word papers and the workbook of a proposal`,
			measured: ms(all),
			aim: `≤ ${MOST_MS} ms`,
			isMet: all <= MOST_MS,
		},
	];
}
