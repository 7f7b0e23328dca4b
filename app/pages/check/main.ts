import './without-eval';

import { openPage } from './page';
import { answerAsWorker, type WorkerScope } from './run';

if (typeof document === 'undefined') answerAsWorker(globalThis as unknown as WorkerScope);
else openPage(document.currentScript?.textContent ?? '');
