import { parentPort, workerData } from 'node:worker_threads';
import { drawChartFile, type ChartTask } from '#exports/chart/file.ts';

const bytes = await drawChartFile(workerData as ChartTask);
parentPort?.postMessage(bytes);
