import type { FieldKey, ValueOption } from '#lib/domain/imports/index.ts';
import { nameOfSex } from '#lib/i18n/import-names.ts';
import {
	localText,
	nameOfCategory,
	nameOfFunctionKind,
	nameOfFunding,
	nameOfMethod,
	nameOfPart,
	nameOfRelation,
	nameOfRole,
	nameOfUnitKind,
} from '#lib/i18n/names.ts';

/** What a code of a field is called; things of a register bring their own name. */
export function nameOfOption(field: FieldKey, option: ValueOption): string {
	if (option.name !== null) return localText(option.name);
	const names: Partial<Record<FieldKey, (code: never) => string>> = {
		unitKind: nameOfUnitKind,
		part: nameOfPart,
		category: nameOfCategory,
		relation: nameOfRelation,
		funding: nameOfFunding,
		functionKind: nameOfFunctionKind,
		role: nameOfRole,
		method: nameOfMethod,
		sex: nameOfSex,
	};
	// The server gives codes of the field's own list.
	return names[field]?.(option.code as never) ?? option.code;
}
