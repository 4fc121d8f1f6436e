/**
 * What a person wrote into a field before the page came to life; undefined when there is nothing such. Taking
 * a field over would otherwise put back what the server sent, and fast typing would be lost.
 */
export function earlyText(id: string): string | undefined {
	if (typeof document === 'undefined') return undefined;
	const field = document.getElementById(id);
	const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
	return isText && field.value !== field.defaultValue ? field.value : undefined;
}
