/** What the page of a respondent does more with script: totals follow the typing, and what is typed is saved. */
import { followDivision } from './live-divide.ts';
import { saveAsItGoes } from './live-save.ts';

const form = document.querySelector<HTMLFormElement>('form[data-answer]');
if (form) {
	const saving = saveAsItGoes(form);
	const list = form.querySelector<HTMLElement>('[data-divide]');
	if (list) followDivision(form, list, saving.changed);
	form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
