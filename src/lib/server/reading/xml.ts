import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import { UnreadableFile } from './limits.ts';

/** What a reader of XML hears, elements without their prefix. */
export interface XmlListener {
	open?(name: string, attribute: (name: string) => string | undefined): void;
	text?(text: string): void;
	close?(name: string): void;
}

/**
 * Reads a part of XML piece by piece. Document types are refused, so that no entity is ever expanded; a part that is
 * not well formed is a damaged file. Before the next piece is read, `paused` is called and waited for.
 */
export async function readXml(
	stream: Readable,
	listener: XmlListener,
	paused?: () => Promise<void>,
): Promise<void> {
	const parser = new SaxesParser({ position: false });
	const decoder = new StringDecoder('utf8');
	parser.on('error', (error) => {
		throw new UnreadableFile('file/damaged', { cause: error });
	});
	parser.on('doctype', () => {
		throw new UnreadableFile('file/damaged');
	});
	parser.on('opentag', (tag) => {
		const { attributes } = tag as { readonly attributes: Readonly<Record<string, string>> };
		listener.open?.(localName(tag.name), (name) => attributes[name]);
	});
	parser.on('text', (text) => listener.text?.(text));
	parser.on('cdata', (text) => listener.text?.(text));
	parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
	try {
		for await (const chunk of stream as AsyncIterable<Buffer>) {
			parser.write(decoder.write(chunk));
			await paused?.();
		}
		parser.write(decoder.end()).close();
	} catch (error) {
		stream.destroy();
		throw error instanceof UnreadableFile ? error : new UnreadableFile('file/damaged', { cause: error });
	}
}

function localName(name: string): string {
	const at = name.indexOf(':');
	return at < 0 ? name : name.slice(at + 1);
}
