import { COMPETENCY_LEVELS, type DictionaryEntry } from '#lib/domain/training/index.ts';

/** The fields of a competency as they stand in its form, each there; without a competency, those of a new one. */
export function competencyValues(entry: DictionaryEntry | null): Readonly<Record<string, string>> {
	const levels = COMPETENCY_LEVELS.flatMap((level) => {
		const text = entry?.levels.find((one) => one.level === level)?.text;
		return [
			[`level${level}`, text?.bg ?? ''],
			[`levelEn${level}`, text?.en ?? ''],
		];
	});
	return {
		group: entry?.group ?? 'functional',
		name: entry?.name.bg ?? '',
		nameEn: entry?.name.en ?? '',
		description: entry?.description.bg ?? '',
		descriptionEn: entry?.description.en ?? '',
		weight: String(entry?.weight ?? 2),
		...Object.fromEntries(levels),
	};
}
