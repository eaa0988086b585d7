import { parentPort, workerData } from 'node:worker_threads';
import { packagedAnnotator } from './annotator';
import type { Options } from './options';
import { answer } from './output';
import type { Passage } from './passage';

const options: Options = workerData;
const annotator = await packagedAnnotator();

parentPort?.on('message', (passages: Passage[]) => {
  parentPort?.postMessage(passages.map((passage) => answer(passage, annotator, options)).join(''));
});
