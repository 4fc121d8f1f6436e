import { benchRollUp } from './roll-up.ts';
import { benchStore } from './store.ts';
import { tableOf } from './table.ts';

process.stdout.write(`${tableOf([...(await benchRollUp()), ...(await benchStore())])}\n`);
