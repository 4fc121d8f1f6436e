import type { LegalReference } from '#lib/domain/legal/index.ts';
import type { AdminFunction, LocalText } from '#lib/domain/org/index.ts';
import { referenceText } from '#lib/i18n/legal-text.ts';
import { localText, nameOfFunctionKind } from '#lib/i18n/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { firstOf, foundItems, sourceOf, tracesOf, type Thing, type Where } from './about-words.ts';
import type { About } from './about.ts';

interface Act {
	readonly abbreviation: LocalText;
}

/** A function: its kind and source, what it rests on, what was found about it, who changed it, where it came from. */
export function aboutFunction(
	page: Pick<Thing, 'findings' | 'history' | 'cells'> & {
		readonly fn: AdminFunction;
		readonly bases: readonly {
			readonly actKey: string;
			readonly reference: LegalReference;
			readonly act: Act | null;
		}[];
		readonly powers: readonly {
			readonly text: LocalText;
			readonly reference: LegalReference;
			readonly act: Act | null;
		}[];
	},
	where: Where,
): About {
	const { fn, bases, powers, findings } = page;
	const { links, href } = where;
	const place = (reference: LegalReference, act: Act | null, actKey = '') =>
		[referenceText(reference), act ? localText(act.abbreviation) : actKey].filter(Boolean).join(' ');
	const grounds = bases.map(({ actKey, reference, act }) => place(reference, act, actKey)).join('; ');
	const served = powers.map(({ text, reference, act }) => ({
		...{ text: localText(text), href: null, note: place(reference, act) },
	}));
	return {
		lead: [nameOfFunctionKind(fn.kind), sourceOf(fn.origin)].join(' · '),
		facts: [
			{
				label: m.functions_field_bases(),
				value: grounds || m.functions_no_basis(),
				href: `${href}#bases-title`,
			},
		],
		lists: [
			firstOf(m.functions_field_powers(), `${href}#bases-title`, served),
			firstOf(m.shell_findings(), `${href}#function-findings`, foundItems(findings, links)),
			...tracesOf(page, where),
		],
	};
}
