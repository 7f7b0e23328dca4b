import { setTimeout } from 'node:timers/promises';
import type { Attune } from '~/context.server';
import { runSchedules } from './schedule.server';
import { sendReady } from './send.server';
import { tidyMessages } from './tidy.server';

/** How often the outbox is looked at, in milliseconds: a look that finds nothing is one small query. */
const often = 5_000;
const hour = 3_600_000;
/** How long a stop waits for a mail server's last word; after that the message may have arrived. */
const lastWord = 10_000;

export interface Post {
  /** Finishes the message under way, and begins no other. */
  stop(): Promise<void>;
}

/**
 * Runs as long as the server does: writes what a schedule asks for, sends what is ready where there is a mail server, and tidies up. One at a time in a
 * process; several processes share the work by claiming each message.
 */
export function startPost(attune: Attune): Post {
  let stopping = false;
  let running: Promise<void> | null = null;
  let tidiedAt = 0;

  async function look(): Promise<void> {
    const at = attune.now().getTime();
    if (at - tidiedAt >= hour) {
      tidiedAt = at;
      tidyMessages(attune);
    }
    runSchedules(attune);
    const { mail } = attune.config;
    if (mail) await sendReady(attune, mail, { stopping: () => stopping });
  }

  function tick(): void {
    if (running || stopping) return;
    running = look()
      .catch((error: unknown) => attune.log.error({ err: error }, 'the outbox'))
      .finally(() => {
        running = null;
      });
  }

  const timer = setInterval(tick, often);
  tick();
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await Promise.race([running, setTimeout(lastWord)]);
    },
  };
}
