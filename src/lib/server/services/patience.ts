/** What a promise gives within some milliseconds; undefined when it takes longer, and it goes on by itself. */
export async function withinPatience<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, patience, undefined)));
	try {
		return await Promise.race([promise, late]);
	} finally {
		clearTimeout(timer);
	}
}
