/** What the heads of two columns do not say by themselves, for whoever has the file and not the page. */
export const aboutColumns: Record<string, Record<string, string>> = {
  'coverage-summary': {
    assigned:
      'counts what was given to people and what they began without being given it; pages say the two apart.',
  },
  'practice-themes': {
    logs: 'counts people, once for a theme and term, and not their notes; in whole fives, and empty below five.',
  },
};
