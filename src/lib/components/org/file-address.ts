/** Address of a file that a form leads to, with what the form says and the name by which its progress is asked for. */
export function fileAddress(
	action: string,
	form: HTMLFormElement,
	job: string,
): { readonly file: string; readonly progress: string } {
	const path = action.replace(/\?.*$/, '');
	const said = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	const search = new URLSearchParams([...said, ['job', job]]).toString();
	return { file: `${path}?${search}`, progress: `${path.replace(/[^/]+$/, 'progress')}?job=${job}` };
}
