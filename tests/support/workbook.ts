import ExcelJS, { type Cell, type Workbook } from 'exceljs';

/** A workbook read back by the library, from bytes or from a file. */
export async function readBack(source: Uint8Array | string): Promise<Workbook> {
	const workbook = new ExcelJS.Workbook();
	if (typeof source === 'string') await workbook.xlsx.readFile(source);
	else await workbook.xlsx.load(source.buffer as ArrayBuffer);
	return workbook;
}

/** Every filled cell as a line: sheet, address, value or formula with its result, number format. */
export function projection(workbook: Workbook): string {
	const lines: string[] = [];
	for (const sheet of workbook.worksheets) {
		const { views, pageSetup } = sheet;
		const view = views[0];
		lines.push(
			`# ${sheet.name} · ${pageSetup.orientation ?? ''} paper ${pageSetup.paperSize ?? ''} · titles ${pageSetup.printTitlesRow ?? '–'} · ${view?.state ?? 'normal'}${view?.state === 'frozen' ? ` ${view.xSplit ?? 0}×${view.ySplit ?? 0}` : ''} · filter ${JSON.stringify(sheet.autoFilter ?? null)}`,
		);
		sheet.eachRow((row) =>
			row.eachCell((cell) => {
				if (cell.isMerged && cell.master.address !== cell.address) return;
				const value = shown(cell);
				if (value !== '') lines.push(`${cell.address}\t${value}\t${cell.numFmt ?? ''}`.trimEnd());
			}),
		);
	}
	return `${lines.join('\n')}\n`;
}

/** Every formula with the result stored beside it and the one worked out from the cells now. */
export function checkedFormulas(workbook: Workbook): readonly {
	readonly at: string;
	readonly formula: string;
	readonly stored: unknown;
	readonly worked: number | string;
}[] {
	return workbook.worksheets.flatMap((sheet) => {
		const found: { at: string; formula: string; stored: unknown; worked: number | string }[] = [];
		sheet.eachRow((row) =>
			row.eachCell((cell) => {
				const { formula } = cell;
				if (!formula || formula.startsWith('HYPERLINK(')) return;
				const worked = new Evaluator(workbook, sheet.name).evaluate(formula);
				found.push({ at: `${sheet.name}!${cell.address}`, formula, stored: cell.result, worked });
			}),
		);
		return found;
	});
}

function shown(cell: Cell): string {
	const { value } = cell;
	if (value === null || value === undefined) return '';
	if (cell.formula) return `=${cell.formula} → ${JSON.stringify(cell.result)}`;
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return JSON.stringify(value);
}

/** The few functions that our workbooks use, worked out from the cells as stored. */
class Evaluator {
	readonly #workbook: Workbook;
	readonly #sheet: string;
	#tokens: string[] = [];

	constructor(workbook: Workbook, sheet: string) {
		this.#workbook = workbook;
		this.#sheet = sheet;
	}

	evaluate(formula: string): number | string {
		this.#tokens =
			formula.match(
				/'[^']+'!|"[^"]*"|[A-Z]+\$?\d+|\$[A-Z]+\$?\d+|[A-Z]+(?=\()|\d+(?:\.\d+)?|[<>]=?|[-+*/():,=]/g,
			) ?? [];
		const value = this.#comparison();
		if (this.#tokens.length > 0) throw new Error(`not understood: ${formula} at ${this.#tokens.join(' ')}`);
		return value;
	}

	/** A text, or a number; a comparison is 1 or 0. */
	#comparison(): number | string {
		if (this.#tokens[0]?.startsWith('"')) return (this.#tokens.shift() ?? '').slice(1, -1);
		if (this.#tokens[0] === 'IF') return this.#choice();
		const left = this.#sum();
		const [sign = ''] = this.#tokens;
		if (!/^[<>=]/.test(sign)) return left;
		this.#tokens.shift();
		const right = this.#sum();
		const isTrue = {
			'<': left < right,
			'<=': left <= right,
			'>': left > right,
			'>=': left >= right,
			'=': left === right,
		}[sign];
		return isTrue ? 1 : 0;
	}

	/** IF(condition, then, otherwise); a condition that compares two cells by „=“ compares their numbers. */
	#choice(): number | string {
		const [condition, yes, no] = (this.#tokens.shift(), this.#arguments());
		return (condition ? yes : no) ?? 0;
	}

	#arguments(): (number | string)[] {
		const values: (number | string)[] = [];
		do {
			this.#tokens.shift();
			values.push(this.#comparison());
		} while (this.#tokens[0] === ',');
		this.#closing(0);
		return values;
	}

	#sum(): number {
		let value = this.#product();
		while (this.#tokens[0] === '+' || this.#tokens[0] === '-') {
			const sign = this.#tokens.shift() === '+' ? 1 : -1;
			value += sign * this.#product();
		}
		return value;
	}

	#product(): number {
		let value = this.#term();
		while (this.#tokens[0] === '*' || this.#tokens[0] === '/') {
			value = this.#tokens.shift() === '*' ? value * this.#term() : value / this.#term();
		}
		return value;
	}

	#term(): number {
		const token = this.#tokens.shift() ?? '';
		if (token === '(') return this.#closing(this.#sum());
		if (token === '-') return -this.#term();
		if (/^\d/.test(token)) return Number(token);
		if (this.#tokens[0] === '(') return this.#call(token);
		return numberOf(this.#range(token)[0]);
	}

	#call(name: string): number {
		this.#tokens.shift();
		if (name === 'ROUND') {
			const value = this.#sum();
			this.#tokens.shift();
			const digits = this.#sum();
			return this.#closing(Math.round(value * 10 ** digits) / 10 ** digits);
		}
		if (name === 'SUMIFS' || name === 'COUNTIFS') return this.#sumWhere(name === 'COUNTIFS');
		if (name === 'ISNUMBER')
			return this.#closing(Number(this.#range(this.#tokens.shift() ?? '').every(isFilled)));
		const ofNumbers = NUMBERS[name];
		if (ofNumbers) {
			this.#tokens.unshift('(');
			return ofNumbers(this.#arguments().map(Number));
		}
		const isCount = name === 'SUBTOTAL' && this.#tokens[0] === '103';
		if (name === 'SUBTOTAL') this.#tokens.splice(0, 2);
		const cells = this.#range(this.#tokens.shift() ?? '');
		if (isCount || name === 'COUNTA')
			return this.#closing(cells.filter((cell) => cell.value !== null).length);
		if (name === 'SUM' || name === 'SUBTOTAL') return this.#closing(total(cells));
		if (name === 'COUNTIF') {
			this.#tokens.shift();
			const counted = this.#criterion();
			return this.#closing(cells.filter((cell) => resultOf(cell) === counted).length);
		}
		if (name !== 'SUMIF') throw new Error(`unknown function ${name}`);
		this.#tokens.shift();
		const wanted = this.#criterion();
		this.#tokens.shift();
		const summed = this.#range(this.#tokens.shift() ?? '');
		return this.#closing(total(summed.filter((_, at) => cells[at] && resultOf(cells[at]) === wanted)));
	}

	/** The sum of the first range, or the number of rows, where all conditions are met. */
	#sumWhere(isCount: boolean): number {
		const summed = isCount ? null : this.#range(this.#tokens.shift() ?? '');
		if (isCount) this.#tokens.unshift(',');
		const kept = this.#kept();
		if (!summed) return this.#closing(kept.filter(Boolean).length);
		return this.#closing(total(summed.filter((_, at) => kept[at])));
	}

	/** Which rows meet all the conditions „, range, criterion“ that follow. */
	#kept(): readonly boolean[] {
		let kept: readonly boolean[] = [];
		for (let isFirst = true; this.#tokens[0] === ','; isFirst = false) {
			this.#tokens.shift();
			const tested = this.#range(this.#tokens.shift() ?? '');
			this.#tokens.shift();
			const wanted = this.#criterion();
			kept = tested.map((cell, at) => (isFirst || kept[at] === true) && resultOf(cell) === wanted);
		}
		return kept;
	}

	#criterion(): unknown {
		const token = this.#tokens.shift() ?? '';
		if (token.startsWith('"')) return token.slice(1, -1);
		if (/^\d/.test(token)) return Number(token);
		const cell = this.#range(token)[0];
		return cell && resultOf(cell);
	}

	#range(first: string): Cell[] {
		const sheetName = first.endsWith('!') ? first.slice(1, -2) : this.#sheet;
		const from = (first.endsWith('!') ? (this.#tokens.shift() ?? '') : first).replaceAll('$', '');
		const sheet = this.#workbook.getWorksheet(sheetName);
		if (!sheet) throw new Error(`no sheet ${sheetName}`);
		if (this.#tokens[0] !== ':') return [sheet.getCell(from)];
		this.#tokens.shift();
		const start = sheet.getCell(from);
		const end = sheet.getCell((this.#tokens.shift() ?? '').replaceAll('$', ''));
		const cells: Cell[] = [];
		for (let row = Number(start.row); row <= Number(end.row); row++) {
			for (let col = Number(start.col); col <= Number(end.col); col++) cells.push(sheet.getCell(row, col));
		}
		return cells;
	}

	#closing(value: number): number {
		if (this.#tokens.shift() !== ')') throw new Error('a bracket is missing');
		return value;
	}
}

const NUMBERS: Readonly<Record<string, (values: readonly number[]) => number>> = {
	MIN: (values) => Math.min(...values),
	MAX: (values) => Math.max(...values),
	ABS: ([value = 0]) => Math.abs(value),
	AND: (values) => (values.every(Boolean) ? 1 : 0),
	OR: (values) => (values.some(Boolean) ? 1 : 0),
};

const isFilled = (cell: Cell): boolean => typeof resultOf(cell) === 'number';

function total(cells: readonly Cell[]): number {
	return cells.reduce((sum, cell) => sum + numberOf(cell), 0);
}

function resultOf(cell: Cell): unknown {
	return cell.formula ? cell.result : cell.value;
}

function numberOf(cell: Cell | undefined): number {
	const value = cell && resultOf(cell);
	return typeof value === 'number' ? value : 0;
}
