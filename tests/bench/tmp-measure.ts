import ExcelJS from 'exceljs';
import { guessChoices, planImport } from '#lib/domain/imports/index.ts';
import { readTables } from '#lib/server/reading/read-file.ts';
import { aContext } from '#tests/support/import.ts';
import { aStructure } from '#tests/support/small-structure.ts';
import { markedSheets } from '#exports/marked-file/model.ts';
import { markedWorkbook } from '#exports/marked-file/workbook.ts';
const HEAD = ['№','Звено','Длъжност','Брой по щат','Брой заети','Брой вакантни','Категория','Правоотношение','Финансиране','Ръководител','Годишен разход','Забележка'];
const workbook = new ExcelJS.Workbook();
const sheet = workbook.addWorksheet('Щат');
sheet.addRow(HEAD);
for (let at = 0; at < 5000; at++) sheet.addRow([at + 1, `Отдел „Звено ${at % 60}“`, `експерт ${at % 25}`, 2, 1, 1, 'експертна', 'ДС', 'делегирана', 'не', 14_820.5, `ред ${at}`]);
const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
const file = await readTables(bytes, { name: 'щат', layout: {}, progress: () => undefined });
const sheets = file.sheets.map((grid) => ({ grid, choices: guessChoices(grid, []) }));
const t = (name: string, f: () => unknown) => { for (let i = 0; i < 4; i++) { const s = performance.now(); f(); console.log(name, (performance.now() - s).toFixed(1)); } };
t('guess', () => file.sheets.map((grid) => guessChoices(grid, [])));
t('plan unknown', () => planImport(sheets, aContext(aStructure())));
const matches = Object.fromEntries(Array.from({ length: 60 }, (_, u) => [`unit:отдел звено ${u}`, '+']));
const good = sheets.map((s) => ({ ...s, choices: { ...s.choices, matches } }));
const plan = planImport(good, aContext(aStructure()));
console.log(plan.counts, plan.changes.length);
t('plan good', () => planImport(good, aContext(aStructure())));
const json = JSON.stringify(sheets);
console.log('json MB', json.length / 1e6);
t('parse', () => JSON.parse(json));





