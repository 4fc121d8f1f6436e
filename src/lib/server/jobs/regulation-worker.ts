import { parentPort, workerData } from 'node:worker_threads';
import { readRegulation, type RegulationTask } from './regulation-task.ts';

parentPort?.postMessage(readRegulation(workerData as RegulationTask));
