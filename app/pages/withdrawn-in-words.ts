const reasons: Record<string, string> = {
  'recorded for the wrong person': 'it had been put down for the wrong person',
  'recorded in error': 'it had been put down by mistake',
  'content was wrong': 'what it taught was wrong',
};

/** Why something was withdrawn, to go on a sentence; a reason that a later version wrote stands as it is. */
export const withdrawnBecause = (reason: string): string => reasons[reason] ?? reason;

const standsAfterAll: Record<string, { their: string; your: string }> = {
  'withdrawn in error': {
    their: 'the wrong one had been withdrawn',
    your: 'the wrong one had been withdrawn',
  },
  'theirs after all': { their: 'it was theirs after all', your: 'it was yours after all' },
};

/** Why something was put back, to go on a sentence to its person (`your`) or about them. */
export const putBackBecause = (reason: string, whose: 'their' | 'your'): string =>
  standsAfterAll[reason]?.[whose] ?? reason;
