const ask = 'To make the two one team, tick the box below and save again.';

/** What to ask when a team’s new name is that of another. */
export function twoTeams(name: string, people: number): string {
  const inIt = people === 1 ? 'one person' : `${people} people`;
  return `There is a team called ${name} already, with ${inIt} in it. ${ask}`;
}

/** Whether these words are that question. */
export const asksToJoin = (words: string) => words.endsWith(ask);
