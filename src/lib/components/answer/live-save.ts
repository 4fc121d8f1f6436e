const PAUSE_MS = 900;
const RETRY_MS = 5000;
/** What the server answers to a form that a script sends. */
interface Answered {
	readonly type: 'success' | 'failure' | 'redirect' | 'error';
	readonly status: number;
	/** What a refusal carries, as the framework writes it. */
	readonly data?: string;
}

export interface Saving {
	/** Says that something in the form changed. */
	readonly changed: () => void;
}

/**
 * Saves the form a moment after each change and when the page is left, one request at a time. A field that another
 * place changed too is left to the person: the form is then sent as a page, which shows both values.
 */
export function saveAsItGoes(form: HTMLFormElement): Saving {
	const state = form.querySelector<HTMLElement>('[data-state]');
	let timer: number | undefined;
	let isDirty = false;
	let isBusy = false;
	let isStopped = false;
	const say = (key: 'saved' | 'saving' | 'offline' | 'ask' | 'fix' | 'handed') => {
		if (state) state.textContent = form.dataset[key] ?? '';
	};
	const later = (pause: number) => {
		window.clearTimeout(timer);
		timer = window.setTimeout(() => void save(), pause);
	};
	async function save(): Promise<void> {
		if (!isDirty || isBusy || isStopped) return;
		const sent = contentOf(form);
		[isDirty, isBusy] = [false, true];
		say('saving');
		const answered = await send(form, sent);
		isBusy = false;
		if (answered === undefined || answered.status >= 500) {
			isDirty = true;
			say('offline');
			later(RETRY_MS);
			return;
		}
		if (answered.type === 'redirect' || answered.type === 'success') {
			remember(form, sent);
			if (isDirty) later(PAUSE_MS);
			else say('saved');
			return;
		}
		isStopped = answered.status !== 400;
		if (answered.data?.includes('survey/handed-in')) say('handed');
		else say(answered.status === 400 ? 'fix' : 'ask');
	}
	const changed = () => {
		isDirty = true;
		if (!isStopped) say('saving');
		later(PAUSE_MS);
	};
	form.addEventListener('input', changed);
	form.addEventListener('submit', () => {
		window.clearTimeout(timer);
		isStopped = true;
	});
	window.addEventListener('pagehide', () => {
		if (isDirty && !isStopped) void send(form, contentOf(form));
	});
	window.addEventListener('pageshow', (event) => {
		if (event.persisted) window.location.reload();
	});
	return { changed };
}

/** The form without what is only said by a press: a search, and an addition that is still being written. */
function contentOf(form: HTMLFormElement): URLSearchParams {
	const content = new URLSearchParams();
	const isLater = (name: string) => {
		const field = form.elements.namedItem(name);
		return field instanceof HTMLElement && field.dataset['later'] !== undefined;
	};
	for (const [name, value] of new FormData(form))
		if (typeof value === 'string' && !isLater(name)) content.append(name, value);
	content.set('go', 'stay');
	return content;
}

async function send(form: HTMLFormElement, body: URLSearchParams): Promise<Answered | undefined> {
	try {
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		const answer = await fetch(form.action, { method: 'POST', body, headers, keepalive: true });
		return answer.ok ? ((await answer.json()) as Answered) : { type: 'error', status: answer.status };
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

/** What was saved is what the next save compares with. */
function remember(form: HTMLFormElement, sent: URLSearchParams): void {
	for (const hidden of form.querySelectorAll<HTMLInputElement>('input[type="hidden"][name^="was."]')) {
		const name = hidden.name.slice('was.'.length);
		hidden.value = name.startsWith('peak.') ? String(maskOf(sent.getAll(name))) : (sent.get(name) ?? '');
	}
	const chosen = new Set(sent.getAll('item'));
	for (const hidden of form.querySelectorAll<HTMLInputElement>('input[name="had"]'))
		hidden.disabled = !chosen.has(hidden.value);
}

function maskOf(months: readonly string[]): number {
	return months.reduce((mask, month) => mask | (1 << Number(month)), 0);
}
