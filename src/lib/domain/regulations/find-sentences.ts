import { isWork } from './actions.ts';
import { startsWithBody } from './marks.ts';
import { namedUnit } from './owners.ts';
import { fromSubject, IS_CLAUSE } from './subjects.ts';
import { isVerb, verbsOf, type VerbPlace } from './verbs.ts';

/** Functions that a sentence gives a unit without listing them. */
export interface SentenceFunctions {
	/** As the sentence names the unit; null where it only says „отделът“. */
	readonly ownerText: string | null;
	/** None where the sentence only speaks of the unit. */
	readonly clauses: readonly string[];
}

/**
 * The functions in running text: „Отдел „Култура“ води регистър, изготвя план и организира празници.“ → three clauses.
 * A new clause begins at a verb after a comma or „и“, once the clause before has an object of its own, so that
 * „планира, извършва и докладва одитите“ stays one. A sentence whose subject is no unit and no post, or whose verb is
 * none that gives a function („се ръководи“, „се състои“), gives nothing. A sentence that begins with its verb is said
 * of the unit of the sentence before, the first one too where the text goes on with a unit.
 */
export function sentenceFunctions(body: string, goesOn = false): readonly SentenceFunctions[] {
	let spokenOf: string | null = goesOn ? UNNAMED : null;
	return sentencesOf(body).flatMap((given): readonly SentenceFunctions[] => {
		if (given.length > LONGEST_SENTENCE) return [];
		const written = fromSubject(given.replace(THIS_IS, ''));
		const sentence = spokenOf === null ? written : withSubject(written, spokenOf);
		if (startsWithBody(written)) spokenOf = namedUnit(written) ?? UNNAMED;
		else if (sentence === written) spokenOf = null;
		const clauses = clausesOf(sentence.replace(/[.;]+$/u, ''));
		if (clauses.length > 0) return [{ ownerText: subjectOf(sentence), clauses }];
		return startsWithBody(written) ? [{ ownerText: namedUnit(written), clauses }] : [];
	});
}

/** What is longer is a text that lost its full stops, of which no clause can be told. */
const LONGEST_SENTENCE = 4_000;
/** „Отделът“ speaks of the unit named before. */
const UNNAMED = 'Отделът';

/** „То изготвя …“ and „Изготвя …“ are said of the unit of the sentence before. */
function withSubject(sentence: string, spokenOf: string): string {
	const word = BARE_VERB.exec(sentence)?.[1] ?? '';
	if (isVerb(word.toLowerCase())) return `${UNNAMED} ${sentence.slice(sentence.indexOf(word))}`;
	const task = HIS_TASK.exec(sentence)?.[1];
	if (task !== undefined) return `${UNNAMED} има за задача да ${task}`;
	const [first] = IS_CASE.test(sentence) ? verbsOf(sentence) : [];
	if (
		first &&
		!IS_CLAUSE.test(sentence.slice(0, first.from)) &&
		/(?<!(?:\sсе|\sда|[ъя]т|[яа]та|[ое]то|ите)[ ,]*)$/u.test(
			sentence.slice(0, first.from).replace(/\s+$/u, ''),
		)
	)
		return `${UNNAMED} ${sentence.slice(first.from)}`;
	return sentence.replace(PRONOUN, `${spokenOf} `);
}

/** The first word of a sentence, adverbs passed over: „Активно участва в …“. */
const BARE_VERB = /^(?:\p{Lu}\p{Ll}+но\s+(?:\p{Ll}+но\s+)?)?(\p{L}+)/u;
/** „При констатирани нередности сигнализира …“: the unit is not said again, unless a noun with an article follows. */
const IS_CASE =
	/^(?:При|След|Във? случай|По (?:искане|предложение|преценка|заявка)|Съвместно с|Във връзка с)\s/u;
/** „Неговата задача е да осигурява …“ */
const HIS_TASK =
	/^(?:Негова|Нейна|Тяхна|Основна)(?:та)?(?: (?:му|й|ѝ|им))? (?:\p{L}+ )?(?:задача|функция|дейност) е да (.+)$/u;
/** „Това е отделът, който …“ */
const THIS_IS = /^Това е (?=\p{L}+(?:ът|ята|та|то)(?!\p{L}))/u;
const PRONOUN = /^(?:Той|Тя|То|Те)\s+(?=\p{Ll})/u;

/** Sentences of a text; a dot after a short word („чл. 5“, „и др. Отделът“) ends none, one after „ЗУТ)“ does. */
export function sentencesOf(body: string): readonly string[] {
	return body.split(/(?<=(?:\p{Ll}{3}|\p{Lu}{3}|[)“”"»])[.;])\s+(?=\p{Lu})/u).map((part) => part.trim());
}

function subjectOf(sentence: string): string | null {
	const [first] = verbsOf(sentence);
	const by = IS_DONE_BY.exec(sentence.replace(/[.;]+$/u, ''));
	if (by) return namedUnit(sentence.slice(by[1]?.length ?? 0));
	const subject = (POST_DASH.exec(sentence)?.[1] ?? sentence.slice(0, first?.from ?? 0))
		.replace(/^в(?:ъв)?\s(?=\p{L})/iu, '')
		.trim();
	return namedUnit(`${subject} изпълнява`, true);
}

/** „Секретар – осъществява …“ */
const POST_DASH = /^(?=\p{L})([^"„“«:;,.–—]{3,80}?)\s[–—-]\s/u;

function clausesOf(sentence: string): readonly string[] {
	const task = startsWithBody(sentence) ? HAS_TASK.exec(sentence)?.[1] : undefined;
	if (task !== undefined) return task.split(NEXT_TASK);
	const work = startsWithBody(sentence) ? HAS_WORK.exec(sentence)?.[1] : undefined;
	if (work !== undefined && isWork(work)) return splitAtVerbs(work);
	const passive = passiveClauses(sentence);
	if (passive !== undefined) return passive;
	const [first] = verbsOf(sentence);
	if (!first) return [];
	const besides = isReflexive(sentence, first) ? afterReflexive(sentence) : undefined;
	if (besides !== undefined) return clausesOf(besides);
	if (!isSubject(sentence.slice(0, first.from)) || IS_PASSIVE.test(sentence.slice(first.from))) return [];
	const listed = /^[^:]*(?:функци|дейност|задач|задължени)\p{L}*(?:\s+\p{L}+)?\s*:\s*(.+)$/iu.exec(
		sentence,
	)?.[1];
	if (listed !== undefined) return inlineList(listed);
	const manner = sentence.search(/, като (?=\p{Ll})/u);
	const saysHow = manner >= 0 && verbsOf(sentence.slice(manner + ', като '.length))[0]?.from === 0;
	const rest = saysHow
		? sentence.slice(manner + ', като '.length)
		: sentence.slice(first.from, manner > first.from ? manner : undefined);
	const clauses = partsOf(rest).flatMap((part) => splitAtVerbs(fromVerb(part)));
	return clauses.filter((clause) => !IS_EMPTY.test(clause) && !IS_HOURS.test(clause));
}

/** What semicolons divide; a part without a verb goes on with the one before. */
function partsOf(rest: string): readonly string[] {
	const parts: string[] = [];
	for (const part of rest.split(/;\s+/u)) {
		if (parts.length > 0 && verbsOf(part).length === 0) parts.push(`${parts.pop()}; ${part}`);
		else parts.push(part);
	}
	return parts;
}

/** „при установено нарушение съставя акт“ after a semicolon → „съставя акт“ */
function fromVerb(part: string): string {
	return part.slice(verbsOf(part)[0]?.from ?? 0);
}

/** „В отдел „Х“ се извършва …“ and „Воденето на регистъра се осъществява от отдел „Х“.“ */
function passiveClauses(sentence: string): readonly string[] | undefined {
	const inside = IS_DONE_IN.exec(sentence);
	if (inside) return splitAtVerbs(inside[1] ?? '');
	const work = IS_DONE_BY.exec(sentence)?.[1];
	return work !== undefined && isWork(work) ? [work] : undefined;
}

const DONE = '(?:извършва|осъществява|изпълнява|води|изготвя|поддържа|обработва|съхранява)т?';
const A_UNIT = '(?:дирекция|отдел|сектор|звено|служба|бюро|център)(?:та|ът|а|то)?';
const IS_DONE_IN = new RegExp(`^в(?:ъв)? ${A_UNIT}\\s.{0,160}?\\sсе (${DONE}\\s[^:]{8,})$`, 'iu');
const IS_DONE_BY = new RegExp(
	`^([^:]{8,300}?)\\sсе ${DONE} от ${A_UNIT}\\s(?:на |за )?["„“«][^"„“”«»]+["“”»]$`,
	'iu',
);

function isReflexive(sentence: string, { from }: VerbPlace): boolean {
	return /\sсе\s+$/iu.test(sentence.slice(0, from));
}

/** „Секретарят се назначава от кмета и организира …“ → „Секретарят организира …“; undefined where nothing is left. */
function afterReflexive(sentence: string): string | undefined {
	const [first, ...others] = verbsOf(sentence);
	const next = others.find(({ from }) => /\sи\s+$/iu.test(sentence.slice(0, from)));
	if (!first || !next || !SAYS_MORE.test(sentence.slice(first.to, next.from))) return undefined;
	if (/^\p{L}+\s+(?:се|пред|си|от)(?!\p{L})/iu.test(sentence.slice(next.from))) return undefined;
	return `${sentence.slice(0, first.from).replace(/\sсе\s+$/iu, ' ')}${sentence.slice(next.from)}`;
}

/** „се създава, преобразува и закрива с решение“: without anything between them all the verbs are said of the unit. */
const SAYS_MORE = /\s(?:от|с|със|на|за|по|в|във|към|до|при|чрез)\s|["„“«]|\sот$/iu;

/** „… има за задача да обслужва …, да издава … и да води …“ */
const HAS_TASK = /\sимат? за (?:\p{L}+ )?(?:задач[аи]|цел) да (.+)$/iu;
/** „… има за задача обезпечаването на реда и изпълнява …“ */
const HAS_WORK = /\sимат? за (?:\p{L}+ )?(?:задач[аи]|цел) (?!да\s)(.+)$/iu;
const NEXT_TASK = /\s*(?:,|\sи|\sкакто и)+\s*да (?=\p{Ll})/u;

/** „извършва се от експерт“ */
const IS_PASSIVE = /^\p{L}+\s+се(?!\p{L})/u;

/** „приема граждани от 9,00 до 12,00 часа“: when, not what. */
const IS_HOURS = /\d{1,2}[.,:]\d{2}\s*(?:часа|ч\.|до)/iu;

/** „… следните функции: приема поща; разпределя я; съхранява печатите“ */
function inlineList(listed: string): readonly string[] {
	if (verbsOf(listed)[0]?.from !== 0) return [];
	return listed.includes(';') ? listed.split(/\s*;\s*/u).filter((part) => part !== '') : splitAtVerbs(listed);
}

/** A unit, a post, or „отделът“; not the beginning of a condition. */
function isSubject(text: string): boolean {
	const subject = text.trim();
	return (
		subject.length <= 200 &&
		startsWithBody(subject) &&
		!ALL_UNITS.test(subject) &&
		!/(?:^|\s)(?:се|(?<!(?:функциите|дейността|задачите|правомощията|задълженията)\s)си|не|да|ако|може|ко(?:й|я|е|и)то (?:го|я|ги|му|им))$/iu.test(
			subject,
		) &&
		!/\s(?:може|могат) да\s/iu.test(subject)
	);
}

/** „Звената“, „Дирекциите и отделите“: what every unit does is no function of one. */
const ALL_UNITS =
	/^(?:кметовете на райони?|дирекциите|отделите|секторите|звената|службите|директорите|началниците|ръководителите)(?!\p{L})/iu;

/** Says only that the unit does its work. */
const IS_EMPTY =
	/^действат? (?:от името|като|самостоятелно)|^(?:изпълнява|осъществява|извършва|организира|отчита)т?\s+(?:(?:функции|задачи|задълженията?|дейности),?\s+(?:които\s|възложен\p{L}*|определен\p{L}*|произтичащ\p{L}*)|(?:функциите|дейността|задачите|задълженията|правомощията|работата)\s+си|своите|своята)(?!\p{L})/iu;

/**
 * The acts that one point names, where each has an object of its own: „Контролира събирането на таксите и изплаща
 * обезщетения“ → two; „Ръководи и координира дейността“ stays one.
 */
export function clausesOfPoint(wording: string): readonly string[] {
	return verbsOf(wording)[0]?.from === 0 ? splitAtVerbs(wording) : [wording];
}

function splitAtVerbs(text: string): readonly string[] {
	const clauses: string[] = [];
	let from = 0;
	for (const verb of verbsOf(text)) {
		const gap = text.slice(from, verb.from);
		const joint = /(?:\s*[,;]\s*(?:(?:и|както и|а също и)\s+)?|\s+(?:и|както и)\s+)$/u.exec(gap);
		if (!joint || !hasObject(text.slice(from, verb.from - joint[0].length))) continue;
		clauses.push(text.slice(from, verb.from - joint[0].length));
		from = verb.from;
	}
	return [...clauses, text.slice(from)].map((clause) => clause.trim()).filter((clause) => clause !== '');
}

/** Besides its verbs the clause says of what. */
function hasObject(clause: string): boolean {
	const verbs = verbsOf(clause);
	const words = [...clause.matchAll(/\p{L}{2,}/gu)].filter(({ index }) => !stands(verbs, index));
	return words.some(([word]) => !/^(?:и|или|както|си|се|също)$/iu.test(word));
}

function stands(verbs: readonly VerbPlace[], at: number): boolean {
	return verbs.some(({ from, to }) => at >= from && at < to);
}
