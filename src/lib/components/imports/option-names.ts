import type { FieldKey, ValueOption } from '#lib/domain/imports/index.ts';
import { nameOfCode } from '#lib/i18n/import-names.ts';
import { localText } from '#lib/i18n/names.ts';

/** What a code of a field is called; things of a register bring their own name. */
export function nameOfOption(field: FieldKey, option: ValueOption): string {
	return option.name === null ? (nameOfCode(field, option.code) ?? option.code) : localText(option.name);
}
