import type {
	DecidingBody,
	FindingReference,
	OperationSummary,
	StructurePicture,
} from '#lib/domain/scenario/index.ts';
import type { IsoDate, OperationId } from '#lib/domain/shared/index.ts';
import { effectText } from '#lib/components/scenario/effect-text.ts';
import { decidingBodyName } from '#lib/i18n/council-names.ts';
import { formatDate } from '#lib/i18n/format.ts';
import { localText } from '#lib/i18n/names.ts';
import { operationDetails } from '#lib/i18n/operation-details.ts';
import { operationTitle } from '#lib/i18n/operation-text.ts';
import { m } from '#lib/paraglide/messages.js';

/** A point as the council reads it. */
interface Point extends OperationSummary {
	/** Null for a point that an amendment added. */
	readonly number: number | null;
	/** What was submitted, where the point stands otherwise. */
	readonly submitted: OperationSummary | null;
	readonly findings: readonly FindingReference[];
	readonly people: number;
	readonly isLeftOut: boolean;
	/** Numbers of the accepted amendments. */
	readonly amendments: readonly number[];
	readonly body: DecidingBody;
	readonly pictures: StructurePicture | null;
}

/** The same in words, so that a browser is sent the words of these points and not those of every kind of operation. */
export interface PointWords extends Pick<
	Point,
	'number' | 'findings' | 'people' | 'isLeftOut' | 'amendments' | 'pictures'
> {
	readonly id: OperationId;
	readonly title: string;
	readonly details: readonly string[];
	readonly effect: string;
	readonly units: string;
	readonly motive: string;
	readonly body: string;
	/** Null where it takes effect with the whole decision. */
	readonly effectiveOn: IsoDate | null;
	readonly submitted: { readonly title: string; readonly effect: string } | null;
}

export function pointWords(point: Point): PointWords {
	const { operation, number, findings, people, isLeftOut, amendments, pictures, submitted } = point;
	return {
		...{ id: operation.id, number, findings, people, isLeftOut, amendments, pictures },
		...{ title: operationTitle(point), details: operationDetails(point), effect: effectText(point) },
		units: Object.values(point.names.units)
			.map((name) => localText(name))
			.join('; '),
		motive: operation.motive,
		body: decidingBodyName(point.body),
		effectiveOn: operation.effectiveOn ?? null,
		submitted: submitted && { title: submittedText(submitted), effect: effectText(submitted) },
	};
}

/** What was submitted with everything that may differ, also where its heading is the same: what changes and its own day. */
function submittedText(submitted: OperationSummary): string {
	const { effectiveOn } = submitted.operation;
	const day = effectiveOn && `${m.review_fact_effective()}: ${formatDate(effectiveOn)}`;
	return [operationTitle(submitted), ...operationDetails(submitted), ...(day ? [day] : [])].join('; ');
}
