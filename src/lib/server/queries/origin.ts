import type { Origin, Verification } from '#lib/domain/org/index.ts';

export interface OriginColumns {
	readonly verification: Verification;
	readonly source: string;
	readonly as_of: string | null;
}

export function toOrigin(row: OriginColumns): Origin {
	return { verification: row.verification, source: row.source, asOf: row.as_of };
}

export function fromOrigin(origin: Origin): OriginColumns {
	return { verification: origin.verification, source: origin.source, as_of: origin.asOf };
}
