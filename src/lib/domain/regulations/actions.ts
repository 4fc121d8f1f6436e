import { IS_CLAUSE } from './subjects.ts';
import { beginsWithVerb, verbsOf } from './verbs.ts';

/** Nouns of work that do not end as those made of verbs do; with an article or in the plural too. */
const WORK = new RegExp(
	`^(?:${[
		...['контрол', 'надзор', 'мониторинг', 'анализ', 'прием', 'ремонт', 'превоз', 'преглед', 'одит'],
		...[
			'организаци',
			'координаци',
			'реализаци',
			'регистраци',
			'актуализаци',
			'категоризаци',
			'инвентаризаци',
		],
		...['популяризаци', 'рекултиваци', 'дезинфекци', 'дезинсекци', 'дератизаци', 'архиваци', 'превенци'],
		...['подготовк', 'поддръжк', 'проверк', 'заверк', 'разработк', 'обработк', 'доставк', 'оценк', 'връзк'],
		...['участи', 'съдействи', 'взаимодействи', 'отчетност', 'помощ', 'охран', 'експлоатаци', 'профилактик'],
		...['ръководств', 'представителств', 'консултаци', 'сътрудничеств', 'кандидатстван', 'стопанисван'],
	].join('|')})(?:я|ята|и|ите|а|ата|е|ето|о|ото|ът|та|та)?$`,
	'u',
);
/** „издаване“, „издаването“, „озеленяване“, „управление“. */
const MADE_OF_VERB = /^\p{L}{3,}(?:не|нето|ние|нието)$/u;
/** What ends alike and is a paper, a place, a right or a field. */
const NO_WORK =
	/^(?:заявлени|удостоверени|решени|разрешени|предложени|съобщени|уведомлени|извлечени|постановлени|определени|предписани|наказани|нарушени|обезщетени|възнаграждени|помещени|учреждени|заведени|отделени|сдружени|дружени|съоръжени|населени|имени|значени|звани|знани|умени|мнени|образовани|положени|задани|основани|издани|здани|събрани|заседани|съдържани|движени|поведени|състояни|направлени|задължени|отношени|приложени|наименовани|предназначени|завещани|дарени|растени|насаждени|поколени|искане|изискване|вземани|заболяване|време|пълномощи|твърдени|изречени|съображени|здравеопазван)/u;
/** „текущ контрол“, „административно-техническо обслужване“: what stands before the noun. */
const ATTRIBUTE = /(?:[нквтщшж](?:а|о|и|ия|ият|ата|ото|ите)|ен|ски|ащ|ящ|ущ|ов|им)$/u;

/** „по искане на училищата провежда беседи“: when or how, and then what is done. */
const INTRODUCES =
	/^(?:при|след|преди|по|за|в|във|с|със|от|до|чрез|съгласно|съобразно|на всеки|поне|въз основа)(?!\p{L})/iu;

/** Whether a point says with a verb what is done, at once or after when and how. */
export function saysVerb(body: string): boolean {
	if (beginsWithVerb(body)) return true;
	const [first] = INTRODUCES.test(body) ? verbsOf(body.slice(0, 200)) : [];
	if (!first) return false;
	const before = body.slice(0, first.from);
	return !IS_CLAUSE.test(before) && !/(?:^|\s)(?:се|да)\s+$/iu.test(before);
}

/** Whether a point names work: „изготвя отчети“, „Своевременно уведомява …“, „Издаване на скици“, „текущ контрол на …“. */
export function isWork(text: string): boolean {
	return saysVerb(text) || beginsWithNounOfWork(text) || PERFORMED.test(text);
}

/** „Деловодство – извършва се от младши експерт“ */
const PERFORMED = /^[^.;:]{3,80}\s[–—-]\s(?:извършва|изпълнява|осъществява|води|организира)т? се(?!\p{L})/iu;

function beginsWithNounOfWork(text: string): boolean {
	for (const word of text
		.slice(0, 120)
		.toLowerCase()
		.match(/\p{L}+/gu)
		?.slice(0, 5) ?? []) {
		if (WORK.test(word) || (MADE_OF_VERB.test(word) && !NO_WORK.test(word))) return true;
		if (word !== 'и' && !ATTRIBUTE.test(word)) return false;
	}
	return false;
}

/** A service that citizens ask for, with its papers, its term and its fee, is no function. */
const IS_SERVICE =
	/(?:(?:^|[.;]\s*)(?:необходими|изискуеми) документи|(?:необходими|изискуеми) документи(?:\sза\s[^:.;]{0,80})?\s*:|срок за (?:изпълнение|извършване)|образец на заявление|такса\s*[:–-])/iu;

/** Whether a point describes a service with its papers, term or fee instead of stating a function. */
export function isService(body: string): boolean {
	return IS_SERVICE.test(body);
}

/** „е с ранг на отдел“, „може да изисква справки“: what somebody is or may, between the points that say what is done. */
const IS_STATUS =
	/^(?:(?:е|са|няма)(?!\p{L})|(?:има|имат) право|(?:може|могат) да|(?:се )?(?:назначава|избира|ръководи|отчита)т? се)/iu;

export function isStatus(body: string): boolean {
	return IS_STATUS.test(body);
}

/**
 * Whether all points of a list name what somebody does; one in four may say it otherwise (`others`), and
 * what somebody is or may counts for neither.
 */
export function isListOfWork(
	bodies: readonly string[],
	names: (body: string) => boolean = isWork,
	others = 0.25,
): boolean {
	if (bodies.length < 2 || bodies.some(isService)) return false;
	const saying = bodies.filter((body) => !isStatus(body));
	return saying.length > 0 && saying.filter((body) => !names(body)).length <= saying.length * others;
}
