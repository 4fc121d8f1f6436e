import type { OverlapLabel } from '#lib/domain/overlap/index.ts';
import { m } from '#lib/paraglide/messages.js';

const LABELS = {
	duplication: m.overlap_label_duplication,
	overlap: m.overlap_label_overlap,
	related: m.overlap_label_related,
} satisfies Record<OverlapLabel, () => string>;

export function nameOfLabel(code: OverlapLabel): string {
	return LABELS[code]();
}
