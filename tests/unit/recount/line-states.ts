import type { RawEvent } from './raw-events';
import { allWays, type Way } from './ways';

const states: Record<Way['state'], string> = {
  asked: 'due',
  'asked again': 'refresh due',
  begun: 'in progress',
  done: 'current',
  'let off': 'exempt',
  'taken back': 'withdrawn',
};

/** Where each way of everybody through each module stands, by when it is asked for, and when it was completed. */
export function lineStates(events: readonly RawEvent[]): string[] {
  return allWays(events)
    .ways.map(({ person, module, state, asks, doneOn, version }) => {
      const due = asks.map((ask) => ask.due).sort()[0];
      return [person, module, states[state], due ?? '-', doneOn ?? '-', version ?? '-'].join(' ');
    })
    .sort();
}
