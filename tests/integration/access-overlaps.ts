import { demoStructure } from '#tests/support/fixtures.ts';
import { textFingerprint } from '#lib/domain/overlap/index.ts';
import { MEMBERS, type RouteRow } from './routes-table.ts';

/** Judging and findings are for the consultant and the administrator. */
const DONE = '303 ok ok 404 403 403 403 403';
const EDITORS = '303 200 200 404 403 403 403 403';
const MISSING = '303 404 404 404 404 404 404 404';

const textOf = (key: string) => demoStructure('elena').functions.find((fn) => fn.key === key)?.text.bg ?? '';
const recommendation = {
	body: 'Регистърът да се води от едно звено.',
	expectedEffect: 'Един регистър.',
	kind: 'structural',
	impact: '4',
	effort: '2',
	legalComplexity: '1',
};
const finding = {
	title: 'Регистърът се води на две места',
	body: 'Двете звена водят един и същ регистър.',
	kind: 'duplication',
	criterion: 'relevance',
	severity: '3',
};

/** Overlaps, findings and the action plan, asked about Елена. */
export const OVERLAP_ROUTES: Readonly<Record<string, RouteRow>> = {
	'/(app)/m/[municipality]/overlaps': {
		at: '/m/elena/overlaps?tab=pairs',
		get: MEMBERS,
		actions: {
			judge: {
				status: DONE,
				form: () => ({
					functionA: 'el-ut-f34',
					functionB: 'el-mp-f12',
					fingerprintA: textFingerprint(textOf('el-ut-f34')),
					fingerprintB: textFingerprint(textOf('el-mp-f12')),
					verdict: 'duplication',
					reason: 'Един и същ регистър.',
					next: '/m/elena/overlaps',
				}),
			},
			stop: { status: DONE, form: () => ({ next: '/m/elena/overlaps' }) },
			start: { status: DONE, form: () => ({ next: '/m/elena/overlaps' }) },
			// Nobody has decided at that moment: whoever may decide is told so.
			withdraw: {
				status: '303 409 409 404 403 403 403 403',
				form: () => ({
					functionA: 'el-ut-f34',
					functionB: 'el-mp-f12',
					fingerprintA: textFingerprint(textOf('el-ut-f34')),
					fingerprintB: textFingerprint(textOf('el-mp-f12')),
					decidedAt: '2020-01-01T00:00:00.000Z',
					next: '/m/elena/overlaps',
				}),
			},
		},
	},
	'/(app)/m/[municipality]/overlaps/workbook': { at: '/m/elena/overlaps/workbook', get: MEMBERS },
	'/(app)/m/[municipality]/overlaps/similar': {
		at: '/m/elena/overlaps/similar?pair=nyama|nyama',
		get: '303 404 404 404 403 403 403 403',
		actions: {
			apply: {
				status: '303 404 404 404 403 403 403 403',
				form: () => ({ pair: 'nyama|nyama' }),
			},
			undo: { status: '303 404 404 404 403 403 403 403', form: () => ({ batch: 'nyama' }) },
		},
	},
	'/(app)/m/[municipality]/findings': { at: '/m/elena/findings', get: MEMBERS },
	'/(app)/m/[municipality]/findings/new': {
		at: '/m/elena/findings/new',
		get: EDITORS,
		actions: { default: { status: DONE, form: () => finding } },
	},
	'/(app)/m/[municipality]/findings/actions': {
		at: '/m/elena/findings/actions',
		get: MEMBERS,
		actions: {
			default: {
				status: '303 404 404 404 403 403 403 403',
				form: () => ({ recommendation: 'nyama', body: 'Заповед', responsible: 'Секретар', progress: '0' }),
			},
		},
	},
	'/(app)/m/[municipality]/findings/[id]': {
		at: '/m/elena/findings/nyama',
		get: MISSING,
		actions: {
			edit: {
				status: '303 404 404 404 403 403 403 403',
				form: () => ({ ...finding, status: 'open', revision: '1' }),
			},
			recommend: { status: '303 404 404 404 403 403 403 403', form: () => recommendation },
			editRecommendation: {
				status: '303 404 404 404 403 403 403 403',
				form: () => ({ ...recommendation, recommendation: 'nyama', revision: '1', status: 'proposed' }),
			},
		},
	},
};
