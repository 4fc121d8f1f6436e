import { describe, expect, it } from 'vitest';
import { parseStatement } from '#lib/domain/overlap/index.ts';

const actsOf = (text: string) => parseStatement(text).acts.map(({ actClass }) => actClass);

describe('a statement', () => {
	it('about taking stock checks the property and keeps no register', () => {
		expect(actsOf('Извършва годишна инвентаризация на имуществото на общината')).toEqual(['control']);
	});

	it('that assigns tasks to the mayors of settlements is a power, not the general clause', () => {
		expect(parseStatement('Възлага на кметовете на кметства изпълнението на общински задачи').isGeneral).toBe(
			false,
		);
		expect(parseStatement('Изпълнява и други задачи, възложени от кмета').isGeneral).toBe(true);
		expect(parseStatement('Изпълнява и други задачи, които му се възлагат от кмета').isGeneral).toBe(true);
	});
});
