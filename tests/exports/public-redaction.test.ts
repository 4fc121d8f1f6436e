import { describe, expect, it } from 'vitest';
import { publicContent } from '#exports/public-page/content.ts';
import { publicCsv, publicSvg, publicWorkbook } from '#exports/public-page/files.ts';
import { redactFacts, type RedactionLevel } from '#lib/domain/publication/index.ts';
import { isoDate } from '#lib/domain/shared/index.ts';
import { atomFeed } from '#lib/i18n/atom.ts';
import { operation } from '#tests/support/operations.ts';
import { factsOf } from '#tests/support/papers-world.ts';
import { aPost, aStructure, aUnit, unitKey } from '#tests/support/small-structure.ts';

const named = (bg: string, en: string | null = null) => ({ name: { bg, en } });

/** „Отдел А“ of one post beside „Отдел АБ“ of three, and a sector of one post deep in a directorate. */
const structure = aStructure({
	units: [
		aUnit('mayor', null, { kind: 'mayor', part: 'direct', ...named('Кмет') }),
		aUnit('a', 'mayor', named('Отдел А', 'Department A')),
		aUnit('ab', 'mayor', named('Отдел АБ', 'Department AB')),
		aUnit('dir', 'mayor', { kind: 'directorate', ...named('Дирекция „Услуги“') }),
		aUnit('deep', 'dir', { kind: 'sector', ...named('Сектор „Архив“') }),
	],
	posts: [
		aPost('p-mayor', 'mayor', 1),
		aPost('p-a', 'a', 1),
		aPost('p-ab', 'ab', 3),
		aPost('p-dir', 'dir', 5),
		aPost('p-deep', 'deep', 1),
	],
});

function contentFor(level: RedactionLevel) {
	const move = {
		...operation('unit-move', { unitKey: unitKey('a'), parentKey: unitKey('dir') }),
		motive: 'Отдел А и сектор „Архив“ работят с едни и същи преписки.',
	};
	const rename = operation('unit-rename', {
		unitKey: unitKey('deep'),
		...named('Сектор „Деловодство“'),
		...{ kind: 'sector', part: 'specialised' },
	});
	const facts = factsOf(structure, [move, rename]);
	const header = {
		...facts.report.header,
		title: 'Преместване на Отдел А при Отдел АБ',
		legalGround: 'чл. 21, ал. 1, т. 2 ЗМСМА и доклад на сектор "АРХИВ"',
	};
	const told = { ...facts, report: { ...facts.report, header } };
	const decision = {
		...{ number: '45', decidedOn: isoDate('2026-12-10'), outcome: 'adopted', body: '', leftOut: [] },
	};
	return publicContent(told, redactFacts(told, level, []), { decision, snapshotId: 'f' });
}

const HIDDEN = /Отдел А(?![\p{L}])|Department A(?![\p{L}])|Архив|Деловодство/iu;

describe('a unit of one post on the page of citizens', () => {
	const content = contentFor('public');

	it('is named nowhere: title, legal ground, sentences, points, structure', () => {
		expect(JSON.stringify(content)).not.toMatch(HIDDEN);
		expect(content.title).toBe('Преместване на звено от вид „отдел“ при Отдел АБ');
		expect(content.legalGround).toBe('чл. 21, ал. 1, т. 2 ЗМСМА и доклад на звено от вид „сектор“');
		expect(content.points[1]?.title.en).toBe(
			'a unit of the kind “sector” becomes a unit of the kind “sector”',
		);
	});

	it('is named in no file and not in the feed', () => {
		for (const locale of ['bg', 'en'] as const) {
			const options = { locale, undoneAt: null };
			expect(publicCsv(content, options)).not.toMatch(HIDDEN);
			expect(publicSvg(content, 'before', options)).not.toMatch(HIDDEN);
			expect(publicSvg(content, 'after', options)).not.toMatch(HIDDEN);
			expect(JSON.stringify(publicWorkbook(content, 'https://example.bg', options))).not.toMatch(HIDDEN);
			const entry = { id: 'x', page: 'x', title: content.title, published: 'x', updated: 'x' };
			const summary = content.sentences[locale].join(' ');
			const feed = { id: 'x', page: 'x', title: 'x', author: 'x', locale, entries: [{ ...entry, summary }] };
			expect(atomFeed(feed)).not.toMatch(HIDDEN);
		}
	});

	it('leaves the look-alike its name', () => {
		expect(content.structure.after.map(({ label }) => label.bg)).toContain('Отдел АБ');
		expect(content.hidden.units).toBe(2);
	});

	it('has its name before the council and the staff', () => {
		for (const level of ['council', 'staff'] as const) {
			expect(contentFor(level).title).toBe('Преместване на Отдел А при Отдел АБ');
			expect(contentFor(level).hidden.units).toBe(0);
		}
	});
});
