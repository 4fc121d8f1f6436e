/**
 * Normal form of a folded Bulgarian word: irregular nouns by table; otherwise article and ending are taken off, the
 * first five letters stay (seven after a common prefix), and the alternation к/ц/ч at the end is levelled
 * („улица“, „улици“). Source: on generated statements the first five letters beat suffix stemmers; see
 * `src/docs/methods/overlap.md`.
 */
export function stemOf(word: string): string {
	const irregular = irregularStem(word);
	if (irregular !== undefined) return irregular;
	if (/\d/u.test(word)) return word;
	const base = withoutEnding(word);
	return base.slice(0, LONG_PREFIX.test(base) ? 7 : 5).replace(/[цч]$/u, 'к');
}

const ENDING = /(ове|овете|иите|ията|ият|ите|ата|ята|ото|ето|ии|ия|ът|ят|и|а|я|о|е|у|ю)$/u;

/** The word without article and ending, if three letters stay. */
function withoutEnding(word: string): string {
	const bare = word.replace(ENDING, '');
	return bare.length >= 3 ? bare : word;
}

/** Prefixes so common that five letters would join unrelated words („предприятие“, „предписание“). */
const LONG_PREFIX = /^(пред|проти|между|свръх|преус|прехв|разпр|разпо|подго|подпо|подде|неправ|самос)/u;

/** Nouns whose short stem changes, by the beginnings that only their forms have. */
const IRREGULAR: readonly (readonly [stem: string, forms: RegExp])[] = [
	['дет', /^(дете(то)?|деца(та)?|детск(и|а|о|ия|ият|ата|ото|ите))$/u],
	['път', /^(път(я|ят|ищата?|ен|на|но|ни|ния|ният|ната|ното|ните)?)$/u],
	['град', /^(град(ът|а|ове|овете)?|градск(и|а|о|ия|ият|ата|ото|ите))$/u],
	['сел', /^(село(то)?|села(та)?|селск(и|а|о|ия|ият|ата|ото|ите))$/u],
	['лик', /^(лице(то)?|лица(та)?)$/u],
	['дом', /^(дом(ът|а|ове|овете)?)$/u],
	['акт', /^(акт(ът|а|ове|овете)?)$/u],
	['съд', /^(съд(ът|а|илища|илищата)?|съдебн(и|а|о|ия|ият|ата|ото|ите))$/u],
	['дълг', /^(дълг(ът|а|ове|овете)?|дългов(и|а|о|ия|ият|ата|ото|ите))$/u],
	['имот', /^имот.*$/u],
	['граждани', /^граждан(ин|и|ите|ина|инът)$/u],
	['наследство', /^наследство(то)?$/u],
	['населени_места', /^населен(и|о|ите|ото)$/u],
	['провер', /^провер.*$/u],
	['наем', /^(наем(и|ът|а|ите|н.*|ането|ане)?)$/u],
	['земя', /^(земя(та)?|земи(те)?)$/u],
	['цен', /^(цен(а|и|ата|ите|ови?))$/u],
	['стр', /^(страна(та)?|страни(те)?)$/u],
	['вод', /^(вод(а|и|ата|ите|н.*|оизточни.*))$/u],
	['гор', /^(гор(а|и|ата|ите|ск.*))$/u],
	['спорт', /^спорт.*$/u],
	['план', /^план(а|ът|ове|овете|ов.*)?$/u],
	['площ', /^площ(и|ите|та|ен|ни|ното)?$/u],
	['площад', /^площад(и|ите|а|ът)?$/u],
	['актуал', /^актуал.*$/u],
	['данък', /^дан(ък|ъка|ъкът|ъци|ъците|ъчн.*)$/u],
];

const BY_LETTER: ReadonlyMap<string, readonly (readonly [string, RegExp])[]> = Map.groupBy(
	IRREGULAR,
	([stem]) => stem.charAt(0),
);

function irregularStem(word: string): string | undefined {
	return BY_LETTER.get(word.charAt(0))?.find(([, forms]) => forms.test(word))?.[0];
}
