/** A repeatable stream of numbers 0–1 (mulberry32), so that every run of the bench sees the same statements. */
export function randomStream(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const VERBS =
	'изготвя контролира издава води организира координира съхранява разработва проверява предоставя осигурява поддържа актуализира събира отчита анализира подпомага съгласува регистрира планира'.split(
		' ',
	);
const NOUNS =
	'регистъра програмата плана отчета договорите заявленията удостоверенията разрешенията документите преписките справките графика протоколите досиетата архива сигналите жалбите проверките актовете картите схемите сметките плащанията задълженията приходите таксите наемите търговете конкурсите поръчките доставките ремонтите обектите сградите съоръженията улиците пътищата тротоарите парковете гробищата пазарите площадките училищата градините читалищата музеите библиотеките спортистите клубовете фестивалите изложбите туристите маршрутите горите пасищата язовирите кладенците почвите отпадъците депата контейнерите животните дърветата насажденията строежите кадастъра имотите жилищата помещенията автобусите таксиметрите паркингите светофарите знаците камерите мрежите сървърите компютрите сайта пощата печатите архивите заплатите отпуските досиетата конкурсите атестациите обученията инструктажите болничните застраховките кредитите дълга трансферите субсидиите стипендиите помощите патронажа приютите лекарствата кабинетите яслите децата семействата пенсионерите младежите доброволците бежанците избирателите новородените браковете наследниците адресите гражданствата преброяванията бедствията пожарите наводненията учението убежищата резервите охраната'.split(
		' ',
	);
const ADJECTIVES =
	'годишния месечния общинския местния социалния културния спортния здравния строителния градския селския новия електронния публичния частния държавния временния постоянния специалния основния'.split(
		' ',
	);
const TAILS = [
	'',
	'',
	'в законоустановените срокове',
	'съгласно действащата нормативна уредба',
	'съвместно с кметовете',
	'във връзка с изпълнението на бюджета',
];

/**
 * `size` statements over units of a hundred; a fifth repeats an earlier statement in a slightly other form. Made
 * only to measure time: it says nothing of quality.
 */
export function benchStatements(
	size: number,
	seed = 1,
): readonly { readonly id: string; readonly unit: string; readonly text: string }[] {
	const random = randomStream(seed);
	const pick = (words: readonly string[]) => words[Math.floor(random() ** 1.5 * words.length)] ?? '';
	const texts: string[] = [];
	for (let at = 0; at < size; at++) {
		const earlier = at > 10 && random() < 0.2 ? texts[Math.floor(random() * at)] : undefined;
		texts.push(
			earlier === undefined
				? `${pick(VERBS)} ${pick(ADJECTIVES)} ${pick(NOUNS)} и ${pick(NOUNS)} за ${pick(ADJECTIVES)} ${pick(NOUNS)} на ${pick(NOUNS)} ${local(random)} ${pick(TAILS)}`.trim()
				: `${earlier} ${pick(TAILS)}`.trim(),
		);
	}
	return texts.map((text, at) => ({ id: `f${at}`, unit: `u${Math.floor(at / 100)}`, text }));
}

const SYLLABLES = 'ба ве ги до жу за ик ла мо ну ор пе ри са ту фо ха це чи ша'.split(' ');

/** A word that few statements share, as names of places and projects are. */
function local(random: () => number): string {
	const syllable = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
	return random() < 0.5 ? '' : syllable() + syllable() + syllable();
}
