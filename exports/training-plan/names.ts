import { localText } from '#lib/i18n/names.ts';
import { nameOfRule, textOfCause, type KnownRule } from '#lib/i18n/training-causes.ts';
import { lookUp, type LocalText, type Structure, type StructureLookup } from '#lib/domain/org/index.ts';
import type { EmployeeId, FunctionKey } from '#lib/domain/shared/index.ts';
import type { Competency, Employee, TrainingNeed } from '#lib/domain/training/index.ts';
import type { Locale } from '#lib/paraglide/runtime.js';

/** Words for the keys of a plan, in the language of the file. */
export interface Names {
	readonly lookup: StructureLookup;
	readonly unit: (key: string | undefined) => string;
	readonly post: (key: string) => string;
	readonly functionText: (key: string) => string;
	readonly competency: (key: string) => string;
	readonly rules: ReadonlyMap<string, string>;
	readonly employee: ReadonlyMap<EmployeeId, Employee>;
	readonly locale: Locale;
}

export function namesOf(input: {
	readonly structure: Structure;
	readonly competencies: readonly Pick<Competency, 'key' | 'name'>[];
	readonly employees: readonly Employee[];
	readonly functionTexts: ReadonlyMap<FunctionKey, LocalText>;
	readonly ruleNames: ReadonlyMap<string, KnownRule>;
	readonly locale: Locale;
}): Names {
	const { locale } = input;
	const lookup = lookUp(input.structure);
	const words = <Key, Item>(map: ReadonlyMap<Key, Item>, pick: (item: Item) => LocalText) =>
		new Map<string, string>([...map].map(([key, item]) => [String(key), localText(pick(item), { locale })]));
	const units = words(lookup.unitByKey, (unit) => unit.name);
	const posts = words(lookup.postByKey, (post) => post.title);
	const functions = new Map<string, string>([
		...words(lookup.functionByKey, (fn) => fn.text),
		...words(input.functionTexts, (said) => said),
	]);
	const competencies = new Map(
		input.competencies.map((item) => [item.key as string, localText(item.name, { locale })]),
	);
	return {
		lookup,
		unit: (key) => (key === undefined ? '' : (units.get(key) ?? key)),
		post: (key) => posts.get(key) ?? key,
		functionText: (key) => functions.get(key) ?? key,
		competency: (key) => competencies.get(key) ?? key,
		rules: new Map([...input.ruleNames].map(([key, rule]) => [key, nameOfRule(rule, { locale })])),
		employee: new Map(input.employees.map((person) => [person.id, person])),
		locale,
	};
}

/** Why a need exists, in words. */
export function causeOf(need: Pick<TrainingNeed, 'cause' | 'unitKey'>, names: Names): string {
	const { cause } = need;
	const rule = cause.kind === 'rule-changed' ? names.rules.get(`${cause.rule}:${cause.ref}`) : undefined;
	return textOfCause(
		cause,
		{
			unit: names.unit(need.unitKey),
			functionText: 'functionKey' in cause ? names.functionText(cause.functionKey) : '',
			postTitle: 'postKey' in cause ? names.post(cause.postKey) : '',
			...(rule !== undefined && { rule }),
		},
		{ locale: names.locale },
	);
}
