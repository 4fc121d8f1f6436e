import { jsonAnswer } from '#lib/components/ui/json-answer.ts';
import { fileAddress } from './file-address.ts';

/** How far a file is: not asked for, being made, saved, stopped by the person, or not made for a reason of ours. */
export type MakingState =
	| { readonly kind: 'idle' | 'stopped' | 'failed' }
	| { readonly kind: 'making'; readonly made: number; readonly all: number }
	| { readonly kind: 'saved'; readonly name: string };

const ASK_EVERY_MS = 400;

/** Fetches a file that takes a while to make: says how far it is, can be stopped, and saves it when it is ready. */
export class FileMaking {
	#state = $state.raw<MakingState>({ kind: 'idle' });
	#abort: AbortController | null = null;

	get state(): MakingState {
		return this.#state;
	}

	/** Takes over a form whose pressed button leads to a file; every other submission goes its way. */
	readonly submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
		const { submitter, currentTarget: form } = event;
		const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
		if (action === null) return;
		event.preventDefault();
		const job = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
		void this.#make(fileAddress(action, form, job));
	};

	stop(): void {
		this.#abort?.abort();
	}

	async #make({ file, progress }: ReturnType<typeof fileAddress>): Promise<void> {
		this.stop();
		const abort = (this.#abort = new AbortController());
		const { signal } = abort;
		this.#state = { kind: 'making', made: 0, all: 0 };
		const timer = setInterval(() => void this.#ask(progress, signal), ASK_EVERY_MS);
		try {
			const answer = await fetch(file, { signal });
			if (!answer.ok) throw new Error(`the file was answered with ${answer.status}`);
			const name = nameIn(answer.headers.get('content-disposition') ?? '');
			if (name === '') throw new Error('the answer is a page, not a file: the session ended');
			save(await answer.blob(), name);
			if (this.#abort === abort) this.#state = { kind: 'saved', name };
		} catch {
			if (this.#abort === abort) this.#state = { kind: signal.aborted ? 'stopped' : 'failed' };
		} finally {
			clearInterval(timer);
		}
	}

	async #ask(progress: string, signal: AbortSignal): Promise<void> {
		const told = await jsonAnswer<{ progress: Sheets | null } | null>(fetch(progress, { signal }));
		const isOurs = !signal.aborted && this.#abort?.signal === signal && this.#state.kind === 'making';
		if (told?.progress && isOurs) this.#state = { kind: 'making', ...told.progress };
	}
}

interface Sheets {
	readonly made: number;
	readonly all: number;
}

/** The name that the server gives a file, „Структура Община Елена.pdf“. */
function nameIn(disposition: string): string {
	const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
	return decodeURIComponent(name);
}

function save(file: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(file);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
