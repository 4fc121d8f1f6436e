import { registerHooks } from 'node:module';

/** A piece of knowledge of the engine: the file that holds it, and what stands there when it is left out. */
const PIECES: Readonly<Record<string, { readonly file: string; readonly empty: string }>> = {
	synonyms: { file: 'lexicon/synonym-groups.ts', empty: 'export const SYNONYM_GROUPS = [];' },
	phrases: { file: 'lexicon/phrases.ts', empty: 'export const PHRASES = [];' },
	abbreviations: {
		file: 'lexicon/abbreviations.ts',
		empty: 'export const ABBREVIATIONS = new Map(); export const isLawAbbreviation = () => false;',
	},
	'role lexicon': {
		file: 'lexicon/act-affinity.ts',
		empty:
			'export const ACT_CONFLICT_BELOW = 0; export const SAME_ACT_FROM = 0; export const actAffinity = () => 1;',
	},
	'places, years and names': {
		file: 'overlap/scope.ts',
		empty:
			'export const NO_SCOPE = { places: [], periods: [], names: [] }; export const parseScope = () => ({ ...NO_SCOPE, taken: [] }); export const isWholeMunicipality = () => false;',
	},
	'general clause': {
		file: 'overlap/general-clause.ts',
		empty: 'export const isGeneralClause = () => false;',
	},
	'background shares': {
		file: 'lexicon/background.ts',
		empty:
			'export const RARE_SHARE = 0.004; export const BACKGROUND_SIZE = 400; export const BACKGROUND_SHARES = new Map();',
	},
	'catalogue of standard functions': {
		file: 'catalogue/standard-functions.ts',
		empty: 'export const STANDARD_FUNCTIONS_VERSION = 0; export const STANDARD_FUNCTIONS = [];',
	},
};

export const PIECE_NAMES: readonly string[] = Object.keys(PIECES);

/** From now on the engine is loaded without this piece; call before the first import of it. */
export function leaveOut(name: string): void {
	const piece = PIECES[name];
	if (!piece) throw new RangeError(`no piece „${name}“`);
	registerHooks({
		load: (url, context, next) =>
			url.endsWith(`/${piece.file}`)
				? { format: 'module', source: piece.empty, shortCircuit: true }
				: next(url, context),
	});
}
