const reasons: Record<string, string> = {
  'recorded for the wrong person': 'it had been put down for the wrong person',
  'recorded in error': 'it had been put down by mistake',
  'content was wrong': 'what it taught was wrong',
};

/** Why something was withdrawn, to go on a sentence; a reason that a later version wrote stands as it is. */
export const withdrawnBecause = (reason: string): string => reasons[reason] ?? reason;
