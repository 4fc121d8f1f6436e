import ExcelJS from 'exceljs';

export const HEAD = [
	'№',
	'Звено',
	'Длъжност',
	'Брой по щат',
	'Брой заети',
	'Брой вакантни',
	'Категория',
	'Правоотношение',
	'Финансиране',
	'Ръководител',
	'Годишен разход',
	'Забележка',
];
/** So many rows of texts come to a file just below 20 MB. */
const LARGE_ROWS = 12_000;

/** Texts that hardly pack, so that the file is nearly as large as one may be. */
export async function aLargeFile(): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	const sheet = workbook.addWorksheet('Тежък');
	sheet.addRow(HEAD);
	let state = 1;
	const letters = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
		return (state >>> 0).toString(36);
	};
	for (let at = 0; at < LARGE_ROWS; at++)
		sheet.addRow(HEAD.map(() => Array.from({ length: 26 }, letters).join(' ')));
	return Buffer.from(await workbook.xlsx.writeBuffer());
}
