/** Public pages are read without script: nothing in them needs the client of the framework. */
export const csr = false;
