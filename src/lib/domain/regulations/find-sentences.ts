import { startsWithBody } from './marks.ts';
import { namedUnit } from './owners.ts';
import { verbsOf, type VerbPlace } from './verbs.ts';

/** Functions that a sentence gives a unit without listing them. */
export interface SentenceFunctions {
	/** As the sentence names the unit; null where it only says „отделът“. */
	readonly ownerText: string | null;
	readonly clauses: readonly string[];
}

/**
 * The functions in running text: „Отдел „Култура“ води регистър, изготвя план и организира празници.“ → three clauses.
 * A new clause begins at a verb after a comma or „и“, once the clause before has an object of its own, so that
 * „планира, извършва и докладва одитите“ stays one. A sentence whose subject is no unit and no post, or whose verb is
 * none that gives a function („се ръководи“, „се състои“), gives nothing.
 */
export function sentenceFunctions(body: string): readonly SentenceFunctions[] {
	let spokenOf: string | null = null;
	return sentencesOf(body).flatMap((written): readonly SentenceFunctions[] => {
		const sentence = spokenOf === null ? written : written.replace(PRONOUN, `${spokenOf} `);
		if (startsWithBody(sentence)) spokenOf = namedUnit(sentence);
		const clauses = clausesOf(sentence.replace(/[.;]+$/u, ''));
		return clauses.length === 0 ? [] : [{ ownerText: subjectOf(sentence), clauses }];
	});
}

/** „То изготвя …“ is said of the unit of the sentence before. */
const PRONOUN = /^(?:Той|Тя|То|Те)\s+(?=\p{Ll})/u;

/** Sentences of a text; a dot after a short word („чл. 5“, „и др. Отделът“) ends none. */
export function sentencesOf(body: string): readonly string[] {
	return body.split(/(?<=\p{Ll}{3}[.;])\s+(?=\p{Lu})/u).map((part) => part.trim());
}

function subjectOf(sentence: string): string | null {
	const [first] = verbsOf(sentence);
	const subject = sentence.slice(0, first?.from ?? 0).trim();
	return namedUnit(`${subject} изпълнява`, true);
}

function clausesOf(sentence: string): readonly string[] {
	const task = startsWithBody(sentence) ? HAS_TASK.exec(sentence)?.[1] : undefined;
	if (task !== undefined) return task.split(NEXT_TASK);
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
	const rest = manner >= 0 ? sentence.slice(manner + ', като '.length) : sentence.slice(first.from);
	const clauses = splitAtVerbs(rest);
	return manner >= 0 && verbsOf(rest)[0]?.from !== 0
		? []
		: clauses.filter((clause) => !IS_EMPTY.test(clause) && !IS_HOURS.test(clause));
}

function isReflexive(sentence: string, { from }: VerbPlace): boolean {
	return /\sсе\s+$/iu.test(sentence.slice(0, from));
}

/** „Секретарят се назначава от кмета и организира …“ → „Секретарят организира …“; undefined where nothing is left. */
function afterReflexive(sentence: string): string | undefined {
	const [first, ...others] = verbsOf(sentence);
	const next = others.find(({ from }) => /\sи\s+$/iu.test(sentence.slice(0, from)));
	if (!first || !next || /^\p{L}+\s+(?:се|пред|си)(?!\p{L})/iu.test(sentence.slice(next.from)))
		return undefined;
	return `${sentence.slice(0, first.from).replace(/\sсе\s+$/iu, ' ')}${sentence.slice(next.from)}`;
}

/** „… има за задача да обслужва …, да издава … и да води …“ */
const HAS_TASK = /\sимат? за (?:\p{L}+ )?задач[аи] да (.+)$/iu;
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
		!/(?:^|\s)(?:се|си|не|да|ако|може)$/iu.test(subject)
	);
}

/** „Звената“, „Дирекциите и отделите“: what every unit does is no function of one. */
const ALL_UNITS = /^(?:дирекциите|отделите|секторите|звената|службите)(?!\p{L})/iu;

/** Says only that the unit does its work. */
const IS_EMPTY =
	/^(?:изпълнява|осъществява|извършва|организира|отчита)\s+(?:(?:функциите|дейността|задачите|задълженията|правомощията|работата)\s+си|своите|своята)(?!\p{L})/iu;

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
