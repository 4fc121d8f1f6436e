import { writeWorkbook } from '#exports/shared/write.ts';
import { serveApart } from './apart-worker.ts';
import type { WorkbookTask } from './export.ts';

serveApart<WorkbookTask, 'written'>(async ({ spec, filename }, tell) => {
	await writeWorkbook(spec, filename);
	await tell('written');
});
