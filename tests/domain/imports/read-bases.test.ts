import { describe, expect, it } from 'vitest';
import { readBases } from '#lib/domain/imports/index.ts';

const ACTS = [
	{ key: 'zpf', names: ['ЗПФ', 'Закон за публичните финанси'] },
	{ key: 'zmdt', names: ['ЗМДТ', 'Закон за местните данъци и такси'] },
];

describe('a legal basis in a cell', () => {
	it.each([
		['Закон за публичните финанси, чл. 123', 'zpf', { article: '123' }],
		['ЗМДТ', 'zmdt', {}],
		['съгласно Закона за местните данъци и такси', 'zmdt', {}],
		['чл. 52, ал. 1 ЗМДТ', 'zmdt', { article: '52', subParagraph: '1' }],
		['чл.52, ал.1 от Закона за местните данъци и такси', 'zmdt', { article: '52', subParagraph: '1' }],
	])('is read from „%s“', (text, actKey, reference) => {
		expect(readBases(text, ACTS)).toEqual({ bases: [{ actKey, reference }], unread: [] });
	});

	it('that says more than the act, but no place in it, is left to a person', () => {
		expect(readBases('по реда на ЗМДТ и вътрешните правила', ACTS)).toEqual({
			bases: [],
			unread: ['по реда на ЗМДТ и вътрешните правила'],
		});
	});
});
