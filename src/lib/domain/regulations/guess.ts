import type { FunctionKind, OrgUnit, Structure } from '../org/index.ts';
import { foldText, type UnitKey } from '../shared/index.ts';

const KIND_VERBS: readonly (readonly [FunctionKind, RegExp])[] = [
	[
		'control',
		/^(?:контролира|проверява|следи|упражнява контрол|осъществява контрол|наблюдава|одитира|инспектира)/u,
	],
	['policy', /^(?:разработва|изготвя (?:проект|стратеги|програм|план)|предлага|планира|провежда политик)/u],
	[
		'regulation',
		/^(?:издава|разрешава|одобрява|съгласува|налага|съставя актове|регистрира|категоризира|вписва)/u,
	],
	['coordination', /^(?:координира|организира|взаимодейства|подпомага|съдейства|участва)/u],
	[
		'service',
		/^(?:обслужва|приема|предоставя|извършва (?:административн|услуг)|удостоверява|консултира|събира)/u,
	],
];

/** The type of a function by its first verb: „Контролира …“ is control. A person confirms it. */
export function guessFunctionKind(wording: string, unit: Pick<OrgUnit, 'part'> | undefined): FunctionKind {
	const folded = foldText(wording);
	const found = KIND_VERBS.find(([, verbs]) => verbs.test(folded))?.[0];
	return found ?? (unit?.part === 'general' ? 'support' : 'service');
}

/** The policy area of most functions that each unit answers for; ties by the order of the keys. */
export function usualAreas(structure: Structure): ReadonlyMap<UnitKey, string> {
	const areaOf = new Map(structure.functions.map((fn) => [fn.key, fn.policyArea]));
	const owned = structure.participations.filter(({ role }) => role === 'accountable');
	return new Map(
		[...Map.groupBy(owned, ({ unitKey }) => unitKey)].flatMap(([unitKey, parts]) => {
			const counts = new Map<string, number>();
			for (const { functionKey } of parts) {
				const area = areaOf.get(functionKey);
				if (area !== undefined) counts.set(area, (counts.get(area) ?? 0) + 1);
			}
			const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
			return best ? [[unitKey, best[0]] as const] : [];
		}),
	);
}
