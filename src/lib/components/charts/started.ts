let hasStarted = false;

/** Says in the browser that the first page has come to life: what is drawn from now on has no markup of the server to match. */
export function noteStart(): void {
	hasStarted = true;
}

/** Whether a part of the page is drawn by the browser alone; false on the server and while the first page comes to life. */
export function isStarted(): boolean {
	return hasStarted;
}
