import { foldedWords } from '../shared/index.ts';

/**
 * Whether a motive says too little to be read as a reason: something was written, but fewer than two words of two letters or
 * more. It is told, never refused. Example: „х“ and „ок.“ say too little, „По-ясно“ does not.
 */
export function isThinMotive(motive: string): boolean {
	if (motive.trim() === '') return false;
	return foldedWords(motive).filter((word) => word.length >= 2).length < 2;
}
