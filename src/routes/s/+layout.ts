/**
 * Pages of personal links are plain pages. The client of the framework alone weighs about 57 kB gzip, which is nearly
 * all that a respondent's phone may be asked to load; what follows the typing is one small module of its own.
 */
export const csr = false;
