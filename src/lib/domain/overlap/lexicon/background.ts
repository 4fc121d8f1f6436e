import { conceptOf } from './synonyms.ts';

/**
 * How often a word is met in function statements of municipal administrations at large, in tiers estimated by
 * reading published organisational rules. It keeps the weights of a small municipality sensible: with two hundred
 * statements „бюджет“ may be as rare as „наследници“, but everywhere else it is not.
 */
const TIERS: readonly { readonly share: number; readonly words: string }[] = [
	{
		share: 0.2,
		words: 'дейност община кмет документи изпълнение общински закон функции задачи работа',
	},
	{
		share: 0.08,
		words:
			'програма план проект договор контрол мерки административен общинска съвет решения нормативен акт закон наредба предложения информация услуги развитие управление организация изисквания отношения област процес въпрос система данни граждани политика условия годишен населени места регистър удостоверения отчет заявление разрешение досие бележки връзки комисия график протокол заповед становище доклад административен',
	},
	{
		share: 0.035,
		words:
			'бюджет имоти финансови срокове средства социални територия строеж опазване създаване поддържане стратегия обществен държавен местен звена електронен организации институции комисия експерт служители обслужване справки анализ състояние ред процедури преписки издаване юридически физически лица правила изготвяне предоставяне участие проверки обекти дейности образование култура деца екология контролни органи работници електронни актуален становища доклад документация график списък месечен състояние нужди реализация предприятия',
	},
	{
		share: 0.015,
		words:
			'отпадъци данъци такси наем търг поръчки улици пътища паркове здравен спорт туризъм младежи училища градини читалища жалба сигнали преписка деловодство архив счетоводство плащания приходи трудови правоотношения обучение заповеди протоколи устройствен подробен кадастър разрешение търговски превоз осветление вода собственост земя гори земеделие защита бедствия сигурност транспорт инвестиции европейски фондове население адресна регистрация гражданска актове имуществен задължения глоби нарушения животни пазари реклама жилища увреждания възрастни помощи безработни медии сайт събития празници паметници технологии мрежа компютри поддръжка ремонт сгради съоръжения материали стоки доставки поща',
	},
];

/** Share of statements, 0–1, that hold a word of no tier. */
export const RARE_SHARE = 0.004;

/** Number of imagined statements behind the shares; the more real ones there are, the less it weighs. */
export const BACKGROUND_SIZE = 400;

/** Concept → share of statements that hold it. */
export const BACKGROUND_SHARES: ReadonlyMap<string, number> = buildShares();

function buildShares(): ReadonlyMap<string, number> {
	const shares = new Map<string, number>();
	for (const tier of TIERS)
		for (const word of tier.words.split(' ')) {
			const concept = conceptOf(word);
			if (!shares.has(concept)) shares.set(concept, tier.share);
		}
	return shares;
}
