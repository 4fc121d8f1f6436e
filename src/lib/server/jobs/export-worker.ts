import { workerData } from 'node:worker_threads';
import type { WorkbookSpec } from '#exports/shared/sheet.ts';
import { writeWorkbook } from '#exports/shared/write.ts';

const { spec, filename } = workerData as { readonly spec: WorkbookSpec; readonly filename: string };
await writeWorkbook(spec, filename);
