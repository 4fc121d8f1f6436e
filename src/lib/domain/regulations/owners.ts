import { likeness, nameKey } from '../imports/index.ts';
import type { OrgUnit } from '../org/index.ts';
import type { UnitKey } from '../shared/index.ts';

/** Which unit of the structure an act means. */
export type OwnerMatch =
	| { readonly kind: 'matched'; readonly unitKey: UnitKey }
	/** The name comes near that of one unit; a person confirms. */
	| { readonly kind: 'near'; readonly unitKey: UnitKey }
	| { readonly kind: 'unmatched' };

const UNIT_WORD = 'дирекция|отдел|сектор|звено|служба|бюро|център|кметство|общинско предприятие';
const QUOTED = new RegExp(
	`(?<![\\p{L}])(${UNIT_WORD})(?:а|ът|та|то)?\\s*(?:на|за)?\\s*[„"«“]([^„“”"«»]{2,160})[“”"»]`,
	'iu',
);
const VERB =
	'изпълнява|осъществява|извършва|има|организира|подпомага|отговаря|осигурява|води|упражнява|съдейства|обслужва';
const SUBJECT = new RegExp(`^(.{3,160}?)(?:,.{0,200})?\\s(?:${VERB})т?(?![\\p{L}])`, 'iu');
const PLAIN = new RegExp(`(?<![\\p{L}])((?:${UNIT_WORD})(?:а|ът|та|то)?\\s+[^:;,.]{3,160})`, 'iu');

/**
 * The unit that a text is about, as it names it; null when it names none or only says „отделът“. Of a sentence that
 * opens a list of functions the subject counts whatever it is (`isOpening`): better a name that no unit has than
 * the unit of another paragraph.
 */
export function namedUnit(text: string, isOpening = false): string | null {
	const quoted = QUOTED.exec(text);
	if (quoted) return `${capital(quoted[1] ?? '')} „${(quoted[2] ?? '').trim()}“`;
	const subject =
		SUBJECT.exec(text)?.[1] ??
		/^(?:(?:(?:основни|общи|специфични)(?:те)? )?функции(?:те)? на )?([^:]{3,160}):$/iu.exec(text)?.[1];
	const named = (subject ?? PLAIN.exec(text)?.[1] ?? '')
		.replace(/^(?:(?:основни|общи|специфични)(?:те)? )?функции(?:те)? на /iu, '')
		.replace(
			/\s[–—-]\s(?:основни |преки )?(?:права|правомощия|функции|задачи|задължения|дейности)(?!\p{L}).*$/iu,
			'',
		)
		.replace(/\s(?:са|е|се)(?:\s.*)?$/iu, '')
		.replace(MANNER_OF_WORK, '')
		.trim();
	if (named === '' || IS_PRONOUN.test(named) || ENDS_IN_PRONOUN.test(named)) return null;
	if (NAMES_SOMEBODY.test(named)) return named;
	return isOpening && subject !== undefined && !/^(?:\p{L}+ (?:и )?)?функци/iu.test(named) ? named : null;
}

/** „Главният счетоводител пряко ръководи“ */
const MANNER_OF_WORK =
	/\s+(?:пряко|непосредствено|самостоятелно|лично|постоянно|текущо|периодично|ежегодно|ежемесечно|ежедневно|своевременно|също|методически)$/iu;

const IS_PRONOUN =
	/^(?:дирекцията|отделът|отдела|секторът|сектора|звеното|службата|бюрото|центърът|кметството|предприятието|той|тя|то|те|същ(?:ият|ата|ото))$/iu;
/** „В изпълнение на функциите по ал. 1 дирекцията“ */
const ENDS_IN_PRONOUN =
	/^(?:в изпълнение|при|за|по|във връзка|с оглед)\s.*\s(?:дирекцията|отделът|отдела|секторът|звеното|службата|центърът)$/iu;
const NAMES_SOMEBODY = new RegExp(
	`(?:${UNIT_WORD}|секретар|кмет|архитект|юрисконсулт|контрольор|инженер|одитор|инспекторат|администрация|специалист)`,
	'iu',
);

/** Finds the unit of a name: by the whole name, by the name without the word for its kind, or the nearest one. */
export function createUnitMatcher(units: readonly OrgUnit[]): (name: string | null) => OwnerMatch {
	const named = units.map(({ key, name }) => ({ key, full: keyOf(name.bg), short: shortOf(name.bg) }));
	const known = new Map<string, OwnerMatch>();
	return (name) => {
		if (name === null) return { kind: 'unmatched' };
		const before = known.get(name);
		if (before) return before;
		const found = match(named, name);
		known.set(name, found);
		return found;
	};
}

interface NamedUnit {
	readonly key: UnitKey;
	readonly full: string;
	readonly short: string;
}

/** Names that share fewer of their letter pairs than this are not near. */
const NEAR_FROM = 0.72;

function match(units: readonly NamedUnit[], name: string): OwnerMatch {
	const [full, short] = [keyOf(name), shortOf(name)];
	for (const same of [
		units.filter((unit) => unit.full === full),
		units.filter((unit) => unit.short === short && short !== ''),
		units.filter((unit) => indefinite(unit.full) === indefinite(full)),
	])
		if (same.length === 1 && same[0]) return { kind: 'matched', unitKey: same[0].key };
	let best: { readonly score: number; readonly key?: UnitKey } = { score: NEAR_FROM };
	for (const unit of units) {
		const score = likeness(full, unit.full);
		if (score > best.score) best = { score, key: unit.key };
	}
	return best.key === undefined ? { kind: 'unmatched' } : { kind: 'near', unitKey: best.key };
}

function keyOf(name: string): string {
	return nameKey(name, 'unit').replace(
		/^(дирекция|отдел|сектор|звен|служб|бюро|център|кметств)(?:та|ът|а|ото|о)?(?= )/u,
		'$1',
	);
}

/** „главният архитект“ and „главен архитект“, „финансовият контрольор“ and „финансов контрольор“ become equal. */
function indefinite(key: string): string {
	return key
		.replace(/(\p{L}{2})(?:ният|ния|ен)(?= |$)/gu, '$1н')
		.replace(/(\p{L}{3})(?:ият|ия|ът|ят)(?= |$)/gu, '$1');
}

function shortOf(name: string): string {
	return keyOf(name).replace(
		/^(?:дирекция|отдел|сектор|звен|служб|бюро|център|кметств|общинско предприятие) (?:на |за )?/u,
		'',
	);
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
