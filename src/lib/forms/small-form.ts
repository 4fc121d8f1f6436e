/** More than any form of a page behind a personal link can hold. */
const MOST_BYTES = 256 * 1024;

/**
 * The form that a page behind a personal link was sent; null where it is larger than any such form, or does not say how
 * large it is. It is read to its end, or the browser would see a broken connection in place of the answer.
 */
export async function readSmallForm(request: Request): Promise<FormData | null> {
	const size = Number(request.headers.get('content-length') ?? Number.NaN);
	if (size <= MOST_BYTES) return request.formData();
	await request.body?.pipeTo(new WritableStream());
	return null;
}
