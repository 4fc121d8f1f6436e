import type { Locale } from '#lib/paraglide/runtime.js';

/** A list of what is new, for programs that watch it (RFC 4287). */
export interface AtomFeed {
	/** Address of the feed itself. */
	readonly id: string;
	readonly page: string;
	readonly title: string;
	readonly author: string;
	readonly locale: Locale;
	readonly entries: readonly {
		readonly id: string;
		readonly page: string;
		readonly title: string;
		/** Moments, ISO in UTC. */
		readonly published: string;
		readonly updated: string;
		readonly summary: string;
	}[];
}

/** A feed without entries has a moment all the same; nobody knows of anything before it. */
const BEGINNING = '2026-01-01T00:00:00.000Z';

/** The feed as XML; texts are never markup. */
export function atomFeed({ id, page, title, author, locale, entries }: AtomFeed): string {
	const updated = entries.reduce(
		(latest, entry) => (entry.updated > latest ? entry.updated : latest),
		BEGINNING,
	);
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
		`<id>${plain(id)}</id>`,
		`<title>${plain(title)}</title>`,
		`<updated>${updated}</updated>`,
		`<author><name>${plain(author)}</name></author>`,
		`<link rel="self" href="${plain(id)}"/>`,
		`<link rel="alternate" type="text/html" href="${plain(page)}"/>`,
		...entries.map((entry) =>
			[
				`<entry><id>${plain(entry.id)}</id>`,
				`<title>${plain(entry.title)}</title>`,
				`<link rel="alternate" type="text/html" href="${plain(entry.page)}"/>`,
				`<published>${entry.published}</published><updated>${entry.updated}</updated>`,
				`<summary>${plain(entry.summary)}</summary></entry>`,
			].join(''),
		),
		'</feed>',
		'',
	].join('\n');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function plain(text: string): string {
	return text
		.toWellFormed()
		.replace(/[^\P{Cc}\t\n]|[\ufffe\uffff]/gu, '')
		.replace(/[&<>"]/gu, (sign) => SIGNS[sign] ?? sign);
}
