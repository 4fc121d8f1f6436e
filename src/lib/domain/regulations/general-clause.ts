/**
 * True for the general clause that every unit has: „изпълнява и други задачи, възложени от кмета“. It gives the unit
 * nothing of its own, so a person should not take it in as a function.
 */
export function isGeneralStatement(wording: string): boolean {
	if (!/^(?:изпълнява|осъществява|извършва)т?(?!\p{L})/iu.test(wording)) return false;
	if (!/(?:задач|функци|дейност|задължени|правомощи|работ)/iu.test(wording)) return false;
	const isOther = /(?<!\p{L})друг(?:и|ите)(?!\p{L})/iu.test(wording);
	const isAssigned =
		/(?:възложен|възлаган|произтичащ|разпореден|вменен|определен\p{L}* (?:от|със|с|в) )/iu.test(wording);
	return isAssigned && (isOther || !/\s(?:по|за)\s/iu.test(wording));
}
