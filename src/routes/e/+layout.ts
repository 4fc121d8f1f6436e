/** Pages of personal links are plain pages: a phone loads no more than the form. */
export const csr = false;
