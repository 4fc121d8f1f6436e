import type { Brand } from './brand.ts';

export type MunicipalityId = Brand<string, 'MunicipalityId'>;
export type VersionId = Brand<string, 'VersionId'>;
/** Keys stay the same from structure version to version, so that evidence keeps pointing at the same thing. */
export type UnitKey = Brand<string, 'UnitKey'>;
export type PostKey = Brand<string, 'PostKey'>;
export type FunctionKey = Brand<string, 'FunctionKey'>;
export type ActivityKey = Brand<string, 'ActivityKey'>;
export type PowerKey = Brand<string, 'PowerKey'>;
export type CompetencyKey = Brand<string, 'CompetencyKey'>;
export type CourseKey = Brand<string, 'CourseKey'>;
export type EmployeeId = Brand<string, 'EmployeeId'>;
export type FindingId = Brand<string, 'FindingId'>;
export type OperationId = Brand<string, 'OperationId'>;
export type ScenarioId = Brand<string, 'ScenarioId'>;
export type ProposalId = Brand<string, 'ProposalId'>;
export type TechnologyCardId = Brand<string, 'TechnologyCardId'>;
export type UserId = Brand<string, 'UserId'>;

const MAX_LENGTH = 80;
const SHAPE = /^[a-z0-9][a-z0-9._-]*$/;

/** True for a text that may be an identifier or a key: lower-case ASCII, digits, `.`, `_`, `-`. */
export function isId(text: string): boolean {
	return text.length <= MAX_LENGTH && SHAPE.test(text);
}

/** Brands a checked text, for example `asId<UnitKey>('el-ut')`. A malformed one is a bug of the caller. */
export function asId<Id extends Brand<string, string>>(text: string): Id {
	if (!isId(text)) throw new RangeError(`not an identifier: ${JSON.stringify(text)}`);
	return text as Id;
}
