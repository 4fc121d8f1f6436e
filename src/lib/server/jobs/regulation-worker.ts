import { serveApart } from './apart-worker.ts';
import { readRegulation, type RegulationReading, type RegulationTask } from './regulation-task.ts';

serveApart<RegulationTask, RegulationReading>((task, tell) => tell(readRegulation(task)));
