import { describe, expect, it } from 'vitest';
import { councilPaper, paperFileName } from '#exports/council-papers/papers.ts';
import { councilChart } from '#exports/council-papers/annexes.ts';
import { publicContent } from '#exports/public-page/content.ts';
import { columnWidths } from '#exports/shared/word-table.ts';
import { PAPER_KINDS, papersOf, type PaperKind, type PaperModel } from '#exports/council-papers/model.ts';
import { wordBytes } from '#exports/shared/word.ts';
import { redactFacts, type PaperVote } from '#lib/domain/publication/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { operation } from '#tests/support/operations.ts';
import { balchik, factsOf, modelOf } from '#tests/support/papers-world.ts';
import { aPost, aStructure, aUnit, postKey, unitKey } from '#tests/support/small-structure.ts';
import { headcount } from '#lib/domain/shared/index.ts';

const rename = operation('unit-rename', {
	unitKey: unitKey('spec'),
	name: { bg: 'Дирекция „Устройство на територията“', en: null },
	kind: 'directorate',
	part: 'specialised',
});
const model = modelOf(factsOf(balchik(), [rename]));

/** All words of a paper by lines, cells of a row parted by bars. */
function textOf(kind: PaperKind, of: PaperModel = model): string {
	return councilPaper(kind, of)
		.blocks.flatMap((block): readonly string[] => {
			if (block.kind === 'table') return block.table.rows.map((row) => row.cells.join(' | '));
			return 'text' in block ? [block.text] : [];
		})
		.join('\n');
}

describe('the draft decision', () => {
	it('states the numbers of Балчик, 2008, halves as a fraction', () => {
		expect(textOf('draft')).toContain(
			'1. Одобрява обща численост на общинската администрация 123 бр., в т.ч.: пряко подчинение на кмета – 23 бр.; обща администрация – 66 бр.; специализирана администрация – 34 бр.',
		);
		expect(textOf('draft')).toContain('2. Одобрява числеността в другите дейности – 156\u00a0½ бр.');
	});

	it('states two numbers at two days as Русе did in 2008: 310, and 275 from 1 July', () => {
		const ruse = aStructure({
			units: [aUnit('kmet', null, { kind: 'mayor', part: 'direct' })],
			posts: [aPost('p', 'kmet', 310, { occupied: headcount(0) })],
		});
		const cut = operation('post-change', { postKey: postKey('p'), changes: { approved: headcount(275) } });
		const facts = factsOf(ruse, [{ ...cut, effectiveOn: isoDate('2008-07-01') }], isoDate('2008-01-01'));
		const draft = textOf('draft', modelOf(facts)).replaceAll('\u00a0', ' ').split('\n');
		expect(draft).toContain('1. Одобрява обща численост на общинската администрация, както следва:');
		expect(draft).toContain('1.1. от 01.01.2008 г. – 310 бр., в т.ч.: пряко подчинение на кмета – 310 бр.');
		expect(draft).toContain('1.2. от 01.07.2008 г. – 275 бр., в т.ч.: пряко подчинение на кмета – 275 бр.');
		expect(draft).toContain(
			'2. Одобрява структурата на общинската администрация: от 01.01.2008 г. – съгласно приложение № 1.1; от 01.07.2008 г. – съгласно приложение № 1.2.',
		);
		expect(draft).toContain(
			'3. Решението влиза в сила на части: от 01.01.2008 г. – числеността по т. 1.1; от 01.07.2008 г. – точка 1 от предложението.',
		);
		const annex = textOf('annex-counts', modelOf(facts)).replaceAll('\u00a0', ' ').split('\n');
		expect(annex).toContain('Приложение № 2.1 – от 01.01.2008 г.');
		expect(annex).toContain('Всичко общинска администрация | 310 | 310 | 0 | 310 | 0 | 0');
		expect(annex).toContain('Приложение № 2.2 – от 01.07.2008 г.');
		expect(annex).toContain('Всичко общинска администрация | 310 | 275 | −35 | 275 | 0 | 0');
		expect(annex).toContain('01.07.2008 г. | 275 | 0');
		const structure = textOf('annex-structure', modelOf(facts)).replaceAll('\u00a0', ' ').split('\n');
		expect(structure).toContain('Приложение № 1.2 – от 01.07.2008 г.');
		expect(structure.filter((line) => line.includes('Всичко'))).toEqual([
			'Всичко общинска администрация |  | 310 | ',
			'Всичко общинска администрация |  | 275 | ',
			'Всичко общинска администрация |  | 310 | ',
		]);
		const report = textOf('report', modelOf(facts));
		expect(report).toContain('01.07.2008\u00a0г. | 275 | 0');
		expect(report).toContain('В сила от 01.07.2008\u00a0г.');
		expect(report).toContain('първо от 01.01.2008\u00a0г., последно от 01.07.2008\u00a0г.');
		expect(report).toMatch(/1\. Променя се длъжност .*: 310 → 275 бр\.$/mu);
		expect(report).not.toContain('..');
	});

	it('tells citizens the steps, and what held before the first of them', () => {
		const office = aStructure({
			units: [aUnit('kmet', null, { kind: 'mayor', part: 'direct' })],
			posts: [aPost('p', 'kmet', 88, { occupied: headcount(0) })],
		});
		const cut = operation('post-change', { postKey: postKey('p'), changes: { approved: headcount(87) } });
		const again = operation('post-change', { postKey: postKey('p'), changes: { approved: headcount(86) } });
		const late = { ...again, effectiveOn: isoDate('2027-03-01') };
		const facts = factsOf(office, [cut, late], isoDate('2027-01-15'));
		const decision = {
			...{ number: '45', decidedOn: isoDate('2026-12-10'), outcome: 'adopted', body: '', leftOut: [] },
		};
		const content = publicContent(facts, redactFacts(facts, 'public', []), { decision, snapshotId: 'f' });
		const text = content.sentences.bg.join('\n').replaceAll('\u00a0', ' ');
		expect(text).toContain('от 15.01.2027 г. – 87 бр.');
		expect(text).toContain('До 15.01.2027 г. действа структурата от');
		expect(text).not.toContain('важи от 01.03.2027');
		expect(text).not.toContain('..');
	});
});

describe('the annexes', () => {
	it('add up by parts to the number of the decision', () => {
		const lines = textOf('annex-counts').split('\n');
		expect(lines).toContain('Специализирана администрация | 34 | 34 | 0 | 34 | 0 | 0');
		expect(lines).toContain('Всичко общинска администрация | 123 | 123 | 0 | 123 | 0 | 0');
		expect(textOf('annex-other')).toContain('Всичко други дейности | 156,5 | 156,5 | 0 | 0 | 156,5 | 0');
	});

	it('name no unit below a directorate, and the papers of the mayor do', () => {
		expect(textOf('annex-structure')).not.toContain('Отдел „Строителство“');
		expect(textOf('annex-counts')).not.toContain('Отдел „Строителство“');
		expect(textOf('staffing')).toContain('Отдел „Строителство“');
	});

	it('say under the drawing from which day each structure holds', () => {
		expect(councilChart(model, 'after').subtitle).toContain('01.01.2027');
		expect(councilChart(model, 'before').subtitle).not.toContain('01.01.2027');
	});

	it('leave room for the longest word of every head of a table', () => {
		// A4 between its margins: 11 906 − 2 × 1 134 = 9 638 twentieths of a point
		const room = 9638;
		const { blocks } = councilPaper('annex-counts', model);
		const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
		const widths = columnWidths(table!, room);
		expect(widths.reduce((all, width) => all + width, 0)).toBeLessThanOrEqual(room);
		// „Дофинансирана“: 13 letters × 0,76 × 8 pt = 79,04 pt = 1 581 and 260 for the edges
		expect(widths.at(-1)).toBeGreaterThanOrEqual(1581 + 260);
	});

	it('give a mere heading the posts below it, not nought', () => {
		const heading = aStructure({
			units: [
				aUnit('kmet', null, { kind: 'mayor', part: 'direct' }),
				aUnit('villages', 'kmet', { kind: 'group', part: 'territorial' }),
				aUnit('one', 'villages', { kind: 'mayoralty', part: 'territorial' }),
				aUnit('two', 'villages', { kind: 'mayoralty', part: 'territorial' }),
			],
			posts: [aPost('p-kmet', 'kmet', 1), aPost('p-one', 'one', 5), aPost('p-two', 'two', 3)],
		});
		const close = operation('post-change', {
			postKey: postKey('p-one'),
			changes: { approved: headcount(4) },
		});
		const of = modelOf(factsOf(heading, [close]));
		// 4 + 3 = 7 after, 5 + 3 = 8 before; 1 + 7 = 8 and 1 + 8 = 9 in all
		const lines = textOf('annex-structure', of).split('\n');
		expect(lines.filter((line) => line.includes('Звено villages'))).toEqual([
			'– Звено villages | група звена | (общо 7) | ',
			'– Звено villages | група звена | (общо 8) | ',
		]);
		expect(lines).toContain('Всичко общинска администрация |  | 8 | ');
		const figures = councilChart(of, 'after').units.map((unit) => [unit.key, unit.figures]);
		expect(figures).toContainEqual(['villages', '7 бр. общо']);
	});

	it('draw the structure on which the list gives the same numbers', () => {
		const { blocks } = councilPaper('annex-structure', model);
		const [picture] = blocks.flatMap((block) => (block.kind === 'picture' ? [block] : []));
		expect(picture?.svg).toContain('34 бр.');
		expect(textOf('annex-structure')).toContain('Всичко общинска администрация |  | 123 | ');
	});
});

describe('the papers of the mayor', () => {
	it('put the old and the new heading of a unit side by side with the motive', () => {
		const { blocks } = councilPaper('rules', model);
		const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
		expect(rows.map(({ cells }) => cells)).toEqual([
			[
				'Дирекция „Специализирана“',
				'Дирекция „Устройство на територията“',
				'изменя се',
				'т. 1: Отстранява констатирано дублиране.',
			],
		]);
	});

	it('say plainly when no job description changes', () => {
		expect(textOf('job-descriptions')).toContain('Промяната не засяга длъжностни характеристики.');
	});

	it('leave to be filled in what nobody knows, and list the duties that come and go', () => {
		const create = operation('post-create', {
			...{ key: postKey('nov'), unitKey: unitKey('otdel'), title: { bg: 'Главен експерт', en: null } },
			...{ approved: headcount(1), category: 'expert', relation: 'civil-service', funding: 'delegated' },
			...{ isHead: false, annualCost: null },
		} as const);
		const text = textOf('job-descriptions', modelOf(factsOf(balchik(), [create])));
		expect(text).toContain('Нова длъжностна характеристика: Главен експерт');
		expect(text).toContain('Отдел „Строителство“ → Дирекция „Специализирана“ → Кмет');
		expect(text).toContain('Пряк ръководител: ………');
	});
});

const vote: PaperVote = {
	sessionOn: isoDate('2026-12-10'),
	votes: [
		{ councillorId: 'a', name: 'Иван Иванов', choice: 'for' },
		{ councillorId: 'b', name: 'Петя Петрова', choice: 'against' },
	],
	tally: {
		...{ for: 1, against: 1, abstain: 0, absent: 0, present: 2, quorumRequired: 2, hasQuorum: true },
		...{ majorityRequired: 2, hasMajority: false, outcome: 'not-carried' },
	},
	corrections: [],
	earlier: [],
	rule: { councilSize: 3, quorumShare: 0.5, majorityShare: 0.5, majorityBase: 'present' },
};

describe('the extract of the minutes', () => {
	it('holds the earlier votes, also one on the whole without a quorum', () => {
		const { tally } = vote;
		const none = { ...tally, present: 1, hasQuorum: false, outcome: 'no-quorum' } as const;
		const plain = { votes: [], corrections: [], withdrawn: null };
		const earlier = [
			{ ...plain, subject: 'amendments', items: [1], tally: { ...tally, outcome: 'carried' } },
			{ ...plain, subject: 'whole', items: [], tally: none },
		] as const;
		const text = textOf('minutes', { ...model, vote: { ...vote, earlier } });
		expect(text).toContain(
			'Предложение за изменение № 1: „за“ 1, „против“ 1, „въздържали се“ 0 – приема се.',
		);
		expect(text).toContain(
			'Предложението като цяло: „за“ 1, „против“ 1, „въздържали се“ 0 – няма кворум: присъстват 1, нужни са 2.',
		);
	});

	it('names who voted how on a point, what was corrected in the record, and what was withdrawn', () => {
		const by = { name: 'Секретар Съветов', at: '2026-12-10T09:30:00.000Z' };
		const corrections = [
			{
				...{ ...by, reason: 'Сгрешен ред' },
				...{ before: { for: 2, against: 0, abstain: 0 }, after: { for: 1, against: 1, abstain: 0 } },
				changed: [{ name: 'Петя Петрова', before: 'for', after: 'against' }],
			},
		] as const;
		const point = { subject: 'points', items: [3], tally: vote.tally, votes: vote.votes } as const;
		const earlier = [
			{ ...point, corrections, withdrawn: null },
			{ ...point, corrections: [], withdrawn: { ...by, reason: 'Записано два пъти' } },
		];
		const text = textOf('minutes', { ...model, vote: { ...vote, earlier } });
		expect(text).toContain('Поименно – за: Иван Иванов; против: Петя Петрова.');
		expect(text).toMatch(
			/Записът е поправен \(Секретар Съветов, 10\.12\.2026\sг\., 11:30\sч\.\): беше 2 „за“, 0 „против“/u,
		);
		expect(text).toContain('Променени гласове: Петя Петрова: „за“ → „против“. Причина: Сгрешен ред');
		expect(text).toMatch(/оттеглено и не се брои, Секретар Съветов, .*: Записано два пъти/u);
	});

	it('names everybody with the vote, the quorum and the result', () => {
		const text = textOf('minutes', { ...model, vote });
		expect(text).toContain('Присъстващи: 2 от 3 съветници; за кворум са нужни 2.');
		expect(text).toContain('2 | Петя Петрова | против');
		expect(text).toContain('„За“: 1, „против“: 1, „въздържали се“: 0. Нужни гласове „за“: 2.');
	});
});

describe('the extract of the minutes of several votes', () => {
	it('tells what became of amendments, and that the votes on the whole were only counted', () => {
		const tally = { ...vote.tally, for: 2, against: 0, outcome: 'carried' } as const;
		const plain = { votes: [], corrections: [], withdrawn: null };
		const earlier = [{ ...plain, subject: 'amendments', items: [1, 3], tally }] as const;
		const text = textOf('minutes', { ...model, vote: { ...vote, votes: [], earlier } });
		expect(text).toContain(
			'Предложения за изменение № 1, 3: „за“ 2, „против“ 0, „въздържали се“ 0 – приемат се.',
		);
		expect(text).toContain('Гласовете са преброени; поименно гласуване няма.');
	});
});

describe('every paper', () => {
	it('is there when what it speaks of has happened', () => {
		expect(papersOf({ decision: null, vote: null })).not.toContain('decision');
		expect(papersOf({ decision: null, vote })).toContain('minutes');
	});

	it.each(PAPER_KINDS.filter((kind) => kind !== 'minutes' && kind !== 'decision'))(
		'%s carries the snapshot and is a document in both languages',
		async (kind) => {
			expect(textOf(kind)).toContain(`Снимка на предложението: ${'f'.repeat(64)}`);
			const english = modelOf(model.submitted, 'en');
			expect(textOf(kind, english)).toContain('Snapshot of the proposal');
			expect((await wordBytes(councilPaper(kind, english))).byteLength).toBeGreaterThan(3000);
			expect(paperFileName(kind, model)).toMatch(/ Балчик предложение 14\.docx$/u);
		},
	);

	it('is the same file for the same facts', async () => {
		const bytes = async () => Buffer.from(await wordBytes(councilPaper('annex-structure', model)));
		expect((await bytes()).equals(await bytes())).toBe(true);
	});
});
