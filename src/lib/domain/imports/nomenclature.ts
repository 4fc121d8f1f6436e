import type {
	AdministrationPart,
	EmploymentRelation,
	FunctionKind,
	FundingSource,
	MeasurementMethod,
	ParticipationRole,
	PostCategory,
	UnitKind,
} from '../org/index.ts';
import { foldText } from '../shared/index.ts';
import { likeness, nameKey } from './words.ts';

/** Codes with the words that tables use for them. */
export type Nomenclature<Code extends string> = Readonly<Record<Code, readonly string[]>>;

export const UNIT_KIND_WORDS: Nomenclature<UnitKind> = {
	mayor: ['кмет', 'кмет на община'],
	'deputy-mayors': ['заместник-кмет', 'заместник-кметове', 'зам.-кмет'],
	secretary: ['секретар', 'секретар на община'],
	office: ['служба или длъжност на пряко подчинение', 'служба', 'звено', 'друго', 'длъжност'],
	'audit-unit': ['звено за вътрешен одит', 'вътрешен одит'],
	directorate: ['дирекция', 'дир'],
	department: ['отдел', 'отд'],
	sector: ['сектор'],
	mayoralty: ['кметство'],
	'mayoral-office': ['кметско наместничество', 'кметски наместник', 'наместничество'],
	group: ['група', 'група звена'],
	'social-service': ['социална услуга', 'социална служба'],
	'cultural-institute': ['културен институт', 'културна институция'],
	'municipal-enterprise': ['общинско предприятие', 'предприятие'],
};

export const PART_WORDS: Nomenclature<AdministrationPart> = {
	direct: [
		'пряко подчинение на кмета',
		'пряко подчинено на кмета',
		'пряко подчинени',
		'на пряко подчинение',
		'ръководство',
	],
	general: ['обща администрация', 'обща'],
	specialised: ['специализирана администрация', 'специализирана'],
	territorial: ['територия', 'кметства', 'кметства и наместничества', 'териториална'],
	outside: ['извън администрацията', 'други дейности', 'дейности'],
};

/** Whether somebody works on a post, where a table says it in words. */
export const FILLED_WORDS: Nomenclature<'occupied' | 'vacant'> = {
	occupied: ['заета', 'заето', 'заети', 'назначен', 'да'],
	vacant: [
		'незаета',
		'незаето',
		'вакантна',
		'вакантно',
		'вакантни',
		'вакант',
		'свободна',
		'свободно',
		'свободни',
		'не',
	],
};

export const CATEGORY_WORDS: Nomenclature<PostCategory> = {
	elected: ['изборна', 'изборни', 'изборна длъжност'],
	managerial: ['ръководна', 'ръководни', 'ръководен', 'ръководни длъжности'],
	expert: ['експертна', 'експертни', 'експертна с аналитични функции', 'експертен'],
	technical: ['техническа', 'технически', 'технически длъжности', 'експертна със спомагателни функции'],
};

export const RELATION_WORDS: Nomenclature<EmploymentRelation> = {
	elected: ['изборно правоотношение', 'изборна', 'изборно', 'избор'],
	appointed: ['назначение', 'назначен', 'по назначение'],
	'civil-service': [
		'дс',
		'служебно',
		'сл',
		'служ',
		'служебен',
		'сп',
		'служебно правоотношение',
		'държавен служител',
		'дсл',
	],
	labour: [
		'тпо',
		'тп',
		'тд',
		'трудово',
		'тр',
		'труд',
		'трудов',
		'трудов договор',
		'трудово правоотношение',
		'по тпо',
		'кт',
	],
};

export const FUNDING_WORDS: Nomenclature<FundingSource> = {
	delegated: [
		'делегирана държавна дейност',
		'делегирани държавни дейности',
		'ддд',
		'дд',
		'делегирана',
		'делегирана дейност',
		'делегирани',
		'държавна дейност',
		'държавен бюджет',
	],
	local: ['мд', 'местна', 'местна дейност', 'местни дейности', 'местни', 'местни приходи', 'общински бюджет'],
	'co-financed': ['дофинансиране', 'дофинансирана', 'др', 'дофин'],
};

export const FUNCTION_KIND_WORDS: Nomenclature<FunctionKind> = {
	policy: ['политика и планиране', 'разработване на политика', 'политика', 'секторна политика'],
	regulation: ['регулиране', 'регулативна', 'регулаторна'],
	service: ['услуги', 'услуга', 'предоставяне на услуги', 'административно обслужване'],
	coordination: ['координация', 'координираща', 'координиране'],
	control: ['контрол', 'контролна', 'контролни'],
	support: ['поддържаща', 'поддържащи', 'спомагателна'],
};

export const ROLE_WORDS: Nomenclature<ParticipationRole> = {
	accountable: ['о', 'отговаря', 'отговорен', 'титуляр', 'изпълнява'],
	participates: ['у', 'участва', 'подпомага', 'участие'],
	consulted: ['с', 'съгласува', 'съгласуващ', 'дава становище'],
	informed: ['и', 'информиран', 'информира се', 'уведомява се'],
};

export const METHOD_WORDS: Nomenclature<MeasurementMethod> = {
	register: ['по регистър', 'регистър', 'от регистър', 'деловодна система', 'отчет'],
	estimate: ['оценка', 'експертна оценка', 'преценка'],
	survey: ['анкета', 'анкетно проучване', 'самооценка'],
	sampling: ['снимка на работния ден', 'моментни наблюдения', 'хронометраж', 'наблюдение'],
	'sample-data': ['примерни данни', 'пример'],
};

export const SEX_WORDS: Nomenclature<'female' | 'male'> = {
	female: ['ж', 'жена', 'женски'],
	male: ['м', 'мъж', 'мъжки'],
};

/** The code that a text means, by the words of the nomenclature or the code itself. */
export function codeOf<Code extends string>(words: Nomenclature<Code>, text: string): Code | undefined {
	const { codes } = folded(words);
	const code = codes.get(foldText(text)) ?? codes.get(nameKey(text));
	// The map holds codes of this nomenclature only.
	return code as Code | undefined;
}

interface FoldedWords {
	/** The first code that each word and each code stands for. */
	readonly codes: ReadonlyMap<string, string>;
	readonly words: readonly { readonly code: string; readonly word: string; readonly key: string }[];
}

const FOLDED = new WeakMap<object, FoldedWords>();

/** The words of a nomenclature folded once, since every row asks for them. */
function folded<Code extends string>(nomenclature: Nomenclature<Code>): FoldedWords {
	const known = FOLDED.get(nomenclature);
	if (known) return known;
	const words = (Object.keys(nomenclature) as Code[]).flatMap((code) =>
		nomenclature[code].map((word) => ({ code, word, key: nameKey(word) })),
	);
	const names = [
		...Object.keys(nomenclature).map((code) => [code, code] as const),
		...words.map(({ key, code }) => [key, code] as const),
	];
	const codes = new Map<string, string>();
	for (const [name, code] of names) if (!codes.has(name)) codes.set(name, code);
	const made = { codes, words };
	FOLDED.set(nomenclature, made);
	return made;
}

const LEAST_LIKENESS = 0.5;

/** The word of the nomenclature that a text comes nearest to; undefined when none is near. */
export function nearestWord<Code extends string>(
	words: Nomenclature<Code>,
	text: string,
): { readonly code: Code; readonly word: string } | undefined {
	const key = nameKey(text);
	let best: { readonly score: number; readonly code?: Code; readonly word?: string } = { score: 0 };
	for (const { code, word, key: name } of folded(words).words) {
		const score = nearness(key, name);
		if (score > best.score) best = { score, code: code as Code, word };
	}
	return best.code !== undefined && best.word !== undefined && best.score >= LEAST_LIKENESS
		? { code: best.code, word: best.word }
		: undefined;
}

function nearness(key: string, word: string): number {
	if (key.length >= 2 && word.startsWith(key)) return 0.9;
	return word.length >= 4 && key.startsWith(word) ? 0.8 : likeness(key, word);
}
