import { type Answer, type Asked, check, failed } from './check';

type Told = { begun: true } | { step: string } | { answer: Answer };

export interface WorkerScope {
  onmessage: ((event: { data: Asked }) => void) | null;
  postMessage(told: Told): void;
}

export interface Running {
  answer: Promise<Answer>;
  stop(): void;
}

/**
 * Checks beside the page, so that it stays usable with a large record.
 * @param script this page's own script: the worker runs the same.
 */
export function run(script: string, asked: Asked, tell: (step: string) => void): Running {
  let worker: Worker | null = null;
  const answer = new Promise<Answer>((resolve) => {
    const onPage = () => resolve(check(asked, tell));
    try {
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      worker = new Worker(address);
    } catch {
      // A browser that starts no worker from a file that was kept: slower to respond, and the same check.
      return onPage();
    }
    let begun = false;
    const died = (event: Event) => {
      event.preventDefault();
      // One that never began was not let run here. One that stopped half-way would stop the page as well.
      if (begun) resolve(failed);
      else onPage();
    };
    worker.onerror = died;
    worker.onmessageerror = died;
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if ('begun' in data) begun = true;
      else if ('step' in data) tell(data.step);
      else resolve(data.answer);
    };
    worker.postMessage(asked);
  });
  return { answer, stop: () => worker?.terminate() };
}

/** The other side: what the script does where there is no page. */
export function answerAsWorker(scope: WorkerScope): void {
  scope.onmessage = async ({ data }) => {
    scope.postMessage({ begun: true });
    scope.postMessage({ answer: await check(data, (step) => scope.postMessage({ step })) });
  };
}
