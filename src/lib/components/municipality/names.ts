import type { Settlement, SettlementStatus } from '#lib/domain/org/index.ts';
import { m } from '#lib/paraglide/messages.js';

const KINDS = { town: m.municipality_kind_town, village: m.municipality_kind_village } satisfies Record<
	Settlement['kind'],
	() => string
>;
const STATUSES = {
	centre: m.municipality_status_centre,
	mayoralty: m.municipality_status_mayoralty,
	'mayoral-office': m.municipality_status_mayoral_office,
	none: m.municipality_status_none,
} satisfies Record<SettlementStatus, () => string>;

export function nameOfSettlementKind(kind: Settlement['kind']): string {
	return KINDS[kind]();
}

export function nameOfSettlementStatus(status: SettlementStatus): string {
	return STATUSES[status]();
}
