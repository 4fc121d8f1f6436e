import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { m } from '#lib/paraglide/messages.js';
import { cookieName } from '#lib/paraglide/runtime.js';
import { refuseEndedSession, typedTexts } from '#lib/forms/index.ts';
import { getApp } from '#lib/server/app.ts';
import { logFault } from '#lib/server/log.ts';
import { runOnce } from '#lib/server/twice.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';

export const init: ServerInit = async () => {
	await getApp();
};

const language: Handle = ({ event, resolve }) =>
	paraglideMiddleware(inItsLanguage(event), ({ request, locale }) => {
		event.request = request;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

const session: Handle = async ({ event, resolve }) => {
	const app = await getApp();
	if (isPublic(event)) {
		event.locals.ctx = app.contextFor(undefined);
		return resolve(event);
	}
	const sessionId = event.cookies.get(app.sessions.cookieName);
	const { actor, cookie } = await app.sessions.read(sessionId);
	if (cookie) event.cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
	event.locals.ctx = app.contextFor(actor);
	event.locals.sessionId = actor && sessionId;
	event.locals.typed = sessionId && !actor ? await typedTexts(event.request) : [];
	return refuseEndedSession(event) ?? resolve(event);
};

/**
 * `same-origin` tells other sites nothing, not even of a page whose address is the key to it; `no-referrer` would make
 * browsers send forms with `Origin: null`, which the protection against foreign forms refuses.
 */
const HEADERS = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

const protection: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	if (isPersonal(event)) response.headers.set('Cache-Control', 'private, no-store');
	if (isByLink(event)) response.headers.set('X-Robots-Tag', 'noindex, nofollow');
	return response;
};

/** A form that is sent twice by one click has its effect once. */
const once: Handle = ({ event, resolve }) => {
	const { sessionId } = event.locals;
	const run = async () => resolve(event);
	return sessionId !== undefined && event.route.id?.includes('[municipality]') === true
		? runOnce(sessionId, event.request, run)
		: run();
};

export const handle = sequence(language, session, protection, once);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const fault = logFault(error, { method: event.request.method, path: loggedPath(event) });
	return { message: m.common_fault(), fault };
};

/** Whatever is shown to a person who signed in stays out of shared caches. */
function isPersonal(event: RequestEvent): boolean {
	return event.locals.sessionId !== undefined || isByLink(event);
}

/** The address for the log, without what would let its reader in. */
function loggedPath(event: RequestEvent): string {
	return isByLink(event) ? `${event.url.pathname.slice(0, 3)}[token]` : event.url.pathname;
}

/** A page for everybody: the same for whoever asks, so that it may be kept on the way. */
function isPublic(event: RequestEvent): boolean {
	return event.url.pathname.startsWith('/p/');
}

/** A public page has its language in the address, not in what a browser remembers. */
function inItsLanguage(event: RequestEvent): Request {
	if (!isPublic(event)) return event.request;
	const headers = new Headers(event.request.headers);
	headers.set('cookie', `${cookieName}=${event.url.searchParams.get('lang') === 'en' ? 'en' : 'bg'}`);
	return new Request(event.url, { method: event.request.method, headers });
}

/** A page whose address is the key to it. */
function isByLink(event: RequestEvent): boolean {
	return event.url.pathname.startsWith('/s/') || event.url.pathname.startsWith('/e/');
}
