import { OFFICE_GROUPS } from './groups/office.ts';
import { TOWN_GROUPS } from './groups/town.ts';

/**
 * Words that administrations use for one and the same thing, as beginnings of words; the first of a line stands for
 * all. A beginning takes every word that starts with it, the longest beginning wins; with a full stop it takes only
 * the word itself and its endings („стар.“ is „стари“, not „старши“). A line joins only what could replace each
 * other in a function statement, never broader and narrower terms. Written by area of work.
 */
export const SYNONYM_GROUPS: readonly string[] = [...OFFICE_GROUPS, ...TOWN_GROUPS];
