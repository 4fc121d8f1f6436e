import type { Ctx } from '#lib/server/context.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What an action of a page answers to a form: where it leads, or what it shows again. */
export interface Answered {
	readonly location?: string;
	readonly status?: number;
	readonly data: {
		readonly values: Readonly<Record<string, string>>;
		readonly others: Readonly<Record<string, string>> | null;
		readonly seen: Readonly<Record<string, string>> | null;
		readonly revision: string | null;
		readonly refusal: unknown;
	};
}

/** Sends a form to an action of a page, without a server. */
export async function post(
	action: unknown,
	to: { readonly ctx: Ctx; readonly params: Readonly<Record<string, string>>; readonly query?: string },
	fields: Fields,
): Promise<Answered> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields))
		for (const one of [value].flat()) body.append(name, one);
	const url = new URL(`http://localhost/${to.query ?? ''}`);
	const request = new Request(url, { method: 'POST', body });
	const event = { request, url, params: to.params, locals: { ctx: to.ctx } };
	try {
		return await (action as (given: typeof event) => Promise<Answered>)(event);
	} catch (thrown) {
		if (typeof thrown === 'object' && thrown !== null && 'location' in thrown) return thrown as Answered;
		throw thrown;
	}
}
