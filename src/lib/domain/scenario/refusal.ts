import type { ActivityKey, FunctionKey, OperationId, PostKey, UnitKey } from '../shared/index.ts';

/** Why a change cannot be made, with the data that the message needs. */
export type ChangeRefusal =
	| { readonly code: 'scenario/unit-not-found'; readonly unitKey: UnitKey }
	| { readonly code: 'scenario/post-not-found'; readonly postKey: PostKey }
	| { readonly code: 'scenario/function-not-found'; readonly functionKey: FunctionKey }
	| { readonly code: 'scenario/activity-not-found'; readonly activityKey: ActivityKey }
	/** The thing was closed, merged, divided or dropped by an earlier operation. */
	| { readonly code: 'scenario/already-closed'; readonly key: string; readonly closedBy: OperationId }
	| { readonly code: 'scenario/key-taken'; readonly key: string }
	| { readonly code: 'scenario/name-empty' }
	| { readonly code: 'scenario/name-taken'; readonly name: string; readonly siblingKey: UnitKey }
	| { readonly code: 'scenario/cycle'; readonly unitKey: UnitKey; readonly parentKey: UnitKey }
	| { readonly code: 'scenario/same-unit'; readonly unitKey: UnitKey }
	| {
			readonly code: 'scenario/unit-has-posts';
			readonly unitKey: UnitKey;
			readonly postKeys: readonly PostKey[];
	  }
	| {
			readonly code: 'scenario/unit-has-functions';
			readonly unitKey: UnitKey;
			readonly functionKeys: readonly FunctionKey[];
	  }
	| {
			readonly code: 'scenario/unit-has-sub-units';
			readonly unitKey: UnitKey;
			readonly unitKeys: readonly UnitKey[];
	  }
	| {
			readonly code: 'scenario/unit-still-in-use';
			readonly unitKey: UnitKey;
			readonly participations: number;
			readonly activities: number;
			readonly allowances: number;
	  }
	| { readonly code: 'scenario/post-count-invalid'; readonly approved: number; readonly step: number }
	| { readonly code: 'scenario/head-unresolved'; readonly postKeys: readonly PostKey[] }
	| { readonly code: 'scenario/head-taken'; readonly unitKey: UnitKey; readonly postKey: PostKey }
	| {
			readonly code: 'scenario/part-too-large';
			readonly postKey: PostKey;
			readonly approved: number;
			readonly occupied: number;
	  }
	| { readonly code: 'scenario/post-not-in-unit'; readonly postKey: PostKey; readonly unitKey: UnitKey }
	| {
			readonly code: 'scenario/function-not-in-unit';
			readonly functionKey: FunctionKey;
			readonly unitKey: UnitKey;
	  }
	| { readonly code: 'scenario/unit-not-below'; readonly unitKey: UnitKey; readonly parentKey: UnitKey }
	| { readonly code: 'scenario/named-twice'; readonly key: string }
	| { readonly code: 'scenario/too-few-parts'; readonly needed: number }
	| { readonly code: 'scenario/nothing-changed' }
	/** Another unit answers for the function already; one alone may. */
	| {
			readonly code: 'scenario/second-accountable';
			readonly functionKey: FunctionKey;
			readonly unitKey: UnitKey;
	  }
	| {
			readonly code: 'scenario/not-participating';
			readonly functionKey: FunctionKey;
			readonly unitKey: UnitKey;
	  }
	| {
			readonly code: 'scenario/activities-left-behind';
			readonly functionKey: FunctionKey;
			readonly activityKeys: readonly ActivityKey[];
	  };

/** A refusal with the operation that met it. */
export type OperationRefusal = ChangeRefusal & { readonly operationId: OperationId };
