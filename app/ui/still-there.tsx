import { useEffect, useState } from 'react';
import { Button } from './button';

const minute = 60_000;
/** When to ask, and when to clear the screen; the server ends the session after the same 15 minutes. */
const askAfter = 12 * minute;
const clearAfter = 15 * minute;
/** Someone may read or type for long without asking the server for anything: tell it now and then. */
const tellEvery = minute;

const activity = ['pointerdown', 'keydown', 'scroll', 'touchmove'] as const;

/**
 * On a shared computer: asks after 12 idle minutes and clears the screen after 15. The tabs tell each other of activity,
 * so that a forgotten tab does not sign out the one in use. Times are the browser's wall clock, which alone goes on
 * while a laptop sleeps.
 */
export function StillThere({ formTag }: { formTag: string }) {
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    let active = Date.now();
    let told = active;
    const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('attune-activity') : null;

    function seen() {
      active = Date.now();
      setAsking(false);
    }
    function look() {
      const idle = Date.now() - active;
      if (idle >= clearAfter) window.location.replace('/sign-in?idle=1');
      else setAsking(idle >= askAfter);
    }
    function act(event: Event) {
      // Once asked, only the button counts; and a tab that wakes up too late may not pretend that someone was there.
      if (!event.isTrusted || Date.now() - active >= askAfter) return look();
      seen();
      tabs?.postMessage('active');
      if (active - told < tellEvery) return;
      told = active;
      void tell(formTag);
    }
    function answered() {
      told = Date.now();
      seen();
      tabs?.postMessage('active');
    }

    if (tabs) tabs.onmessage = seen;
    const timer = setInterval(look, 5_000);
    for (const kind of activity) window.addEventListener(kind, act, { passive: true });
    document.addEventListener('visibilitychange', look);
    window.addEventListener('attune:still-here', answered);
    return () => {
      clearInterval(timer);
      tabs?.close();
      for (const kind of activity) window.removeEventListener(kind, act);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('attune:still-here', answered);
    };
  }, [formTag]);

  async function stay() {
    if (await tell(formTag)) window.dispatchEvent(new Event('attune:still-here'));
    else window.location.replace('/sign-in?idle=1');
  }

  return (
    <div role="status" className="still-there">
      {asking ? (
        <div className="still-there-box">
          <p>
            <strong>Still there?</strong> This is a shared computer. In three minutes the screen
            clears. What says “Saved” beside it is kept for you.
          </p>
          <Button type="button" onClick={stay}>
            I’m still here
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** Renews the session. False when it has ended already. */
async function tell(formTag: string): Promise<boolean> {
  try {
    const answer = await fetch('/still-here', {
      method: 'POST',
      body: new URLSearchParams({ formTag }),
    });
    return answer.ok && !answer.redirected;
  } catch {
    // No connection is no reason to clear someone's screen before its time.
    return true;
  }
}
