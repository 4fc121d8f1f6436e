import { describe, expect, it } from 'vitest';
import { lineOfSettlement, readSettlementList } from '#lib/domain/org/index.ts';

describe('a pasted list of settlements', () => {
	it('is read from a sheet and from typed lines alike', () => {
		const typed =
			'гр. Попово; 57649; 13 210; административен център\n\nс. Медовина\nПаламарца;;412;Кметско наместничество';
		const read = readSettlementList(typed);
		expect(read).toEqual(readSettlementList(typed.replace(/;\s*/gu, '\t').replace(/\n/gu, '\r\n')));
		expect(read).toMatchObject({
			ok: true,
			value: [
				{
					name: { bg: 'гр. Попово', en: 'Popovo' },
					kind: 'town',
					status: 'centre',
					ekatte: '57649',
					population: 13_210,
				},
				{ name: { bg: 'с. Медовина' }, kind: 'village', status: 'none', ekatte: null, population: null },
				{ name: { bg: 'с. Паламарца' }, status: 'mayoral-office', ekatte: null, population: 412 },
			],
		});
	});

	it.each([
		['Попово\n; 57649', 'settlement/line-name', 2],
		['\nПопово; 5764', 'settlement/line-ekatte', 2],
		['Попово; 57649; много', 'settlement/line-residents', 1],
		['Попово; 57649; -4', 'settlement/line-residents', 1],
		['Попово; 57649; 4; столица', 'settlement/line-status', 1],
	])('names the line that cannot be read: %j', (text, code, line) => {
		expect(readSettlementList(text)).toEqual({ ok: false, error: { code, line } });
	});

	it('counts lines as an editor does', () => {
		expect(lineOfSettlement('\nПопово\n\nМедовина', 1)).toBe(4);
	});
});
