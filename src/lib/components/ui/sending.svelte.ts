import type { SubmitFunction } from '@sveltejs/kit';

/** Told to the window when a form was held back: the person would rather not sign in again or try once more. */
export const HELD_BACK = 'form-held-back';

/** A form that takes a while on its way, such as one with a file: `use:enhance={sending.submit}`. */
export class Sending {
	isUnderWay = $state(false);

	readonly submit: SubmitFunction = () => {
		this.isUnderWay = true;
		const end = () => {
			this.isUnderWay = false;
			window.removeEventListener(HELD_BACK, end);
		};
		window.addEventListener(HELD_BACK, end);
		return async ({ update }) => {
			await update();
			end();
		};
	};
}
