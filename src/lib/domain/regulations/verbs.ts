/**
 * Verbs with which acts give a unit its functions, third person singular; the plural („организират“, „водят“) follows.
 * A word that is not here opens no function, so that a sentence about anything else gives none.
 */
const VERBS = new Set(
	`администрира актуализира анализира архивира взаимодейства взема взима внася внедрява води вписва връчва въвежда възлага гарантира
	дава докладва документира завежда заверява застрахова защитава заявява извозва извършва изготвя изгражда
	издава издирва изисква изплаща изпраща изпълнява изработва изразява изследва изчислява инвентаризира инициира
	информира кандидатства категоризира класира комплектува консултира контролира координира ликвидира мотивира
	набира нанася наблюдава назначава налага насочва настанява насърчава начислява обединява обезпечава обезщетява
	обновява обобщава обозначава обработва обслужва обучава образува обявява одитира одобрява озеленява оказва окомплектова
	окомплектува опазва описва определя организира осигурява осчетоводява осъществява отговаря отдава отпуска
	отразява отстранява отчита оформя охранява оценява планира подготвя поддържа подкрепя подпомага подрежда
	популяризира поставя почиства превежда преглежда предава предвижда предлага предоставя предотвратява
	предприема председателства представлява представя премахва преписва препоръчва привежда привлича приготвя
	приема приключва прилага присъединява провежда проверява прогнозира проектира произнася протоколира проучва
	процедира публикува разглежда раздава разплаща разпределя разпространява разработва разрешава разяснява
	реализира регистрира регулира рекламира ремонтира ръководи санкционира сигнализира синхронизира систематизира
	сключва следи снабдява спазва стимулира стопанисва сформира събира съблюдава съгласува съдейства създава
	съобщава съпровожда съставя съхранява трасира уведомява удостоверява удържа улеснява управлява упражнява
	установява утвърждава уточнява участва участвува финансира формира хармонизира
	активира благоустроява боядисва бракува ваксинира визира възобновява възпитава възстановява дежури
	депонира дообработва доокомплектова допълва доставя заменя замества заплаща заприходява засажда заснема
	запознава измерва излъчва коси кореспондира лекува монтира настройва обгрижва обезврежда обезопасява
	обезпаразитява обнародва обсъжда обхожда оползотворява опесъчава осведомява осребрява отбелязва отваря
	отглежда отменя отпечатва отписва пази парафира патрулира погасява подава подменя подобрява подписва
	полива получава помага поощрява попълва посреща превозва предоговаря призовава приспада произвежда
	пропагандира развива разгласява разкрива размножава разнася редактира рециклира свежда свиква сезира
	снегопочиства открива закрива покрива строи сътрудничи транспортира търси укрепва усвоява усъвършенства храни чертае чисти
	обменя решава подпечатва награждава наказва преценява разпорежда прекратява издължава грижи занимава работи действа изучава ходатайства посредничи поема ползва пише прави следва търгува щемпелува`.split(
		/\s+/u,
	),
);

export interface VerbPlace {
	readonly from: number;
	readonly to: number;
}

/** Whether the text begins with such a verb: „изготвя отчети“; „се“ and adverbs after it do not matter. */
export function startsWithVerb(text: string): boolean {
	const word = /^\p{L}+/u.exec(text.trim().toLowerCase())?.[0];
	return word !== undefined && isVerb(word);
}

/**
 * Whether a point of a list begins with what somebody does. Words that only end as such verbs do count here too, and
 * adverbs before the verb do not matter: „Своевременно уведомява“.
 */
export function beginsWithVerb(text: string): boolean {
	for (const word of text
		.slice(0, 120)
		.toLowerCase()
		.replace(/^\s*да\s/u, '')
		.match(/\p{L}+/gu)
		?.slice(0, 4) ?? []) {
		if (isVerb(word) || endsAsVerb(word)) return true;
		if (!ADVERB.test(word)) return false;
	}
	return false;
}

/** Whether a sentence before a colon ends in what is done, so that the points say of what: „… организира и контролира:“. */
export function endsInVerb(sentence: string): boolean {
	const word = /(\p{L}+)(?:\s+(?:за|по|с|със))?\s*:$/u.exec(sentence.slice(-60))?.[1]?.toLowerCase() ?? '';
	return isVerb(word) && !OF_UNITS.test(word);
}

/** What may be done with units and persons as well, whose list says nothing of work. */
const OF_UNITS = /^(?:подпомага|назначава|ръководи|обслужва|председателства|обединява|взаимодейства)т?$/u;

const ADVERB = /^(?:\p{L}{2,}(?:но|чески|ски|пряко)|пряко|също|така|и)$/u;

/** „окачествява“, „изпитва“ – as no noun ends that begins a point. */
function endsAsVerb(word: string): boolean {
	return /^\p{L}{3,}(?:[аяу]ва|[зт]ва)т?$/u.test(word) && !NO_VERBS.test(word);
}

const NO_VERBS =
	/^(?:държава|застава|глава|управа|направа|поправа|преправа|поява|проява|изява|заява|забава|добава|трева|молитва|такава|онова|.*ства)$/u;

/** Where the verbs of a sentence stand, outside quotation marks and brackets. */
export function verbsOf(sentence: string): readonly VerbPlace[] {
	const bare = sentence.replace(/„[^“]*“|"[^"]*"|«[^»]*»|\([^)]*\)/gu, (part) => ' '.repeat(part.length));
	return [...bare.matchAll(/\p{L}+/gu)]
		.filter(([word]) => isVerb(word.toLowerCase()))
		.map(({ index, 0: word }) => ({ from: index, to: index + word.length }));
}

/** „организира“ and „организират“; „води“ and „водят“; whatever else ends as verbs of foreign origin do. */
export function isVerb(word: string): boolean {
	if (VERBS.has(word) || (/^\p{L}{3,}ират?$/u.test(word) && !NOUNS.has(word))) return true;
	return word.endsWith('т') && (VERBS.has(word.slice(0, -1)) || VERBS.has(word.replace(/[яа]т$/u, 'и')));
}

/** Nouns that end like „координира“. */
const NOUNS = new Set(['квартира', 'сатира', 'командира', 'ориентира', 'банкира', 'курира']);
