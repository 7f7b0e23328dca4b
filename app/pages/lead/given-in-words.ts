/** Of people just put in a cohort; `given`: it has been given something. */
export const addedInWords = (given: boolean) =>
  given
    ? 'They are in. What this cohort was given and they have not done yet, they are asked from today.'
    : 'They are in. Nothing has been given to this cohort yet.';

/** Of a module just given. */
export function givenInWords({ asked, done }: { asked: number; done: number }): string {
  const people = asked === 1 ? 'one person' : `${asked} people`;
  const others = done === 1 ? 'one person has' : `${done} have`;
  return [
    `The module was given. It is on the first screen of ${asked === 0 ? 'nobody' : people}`,
    done > 0 ? `; ${others} done it already and ${done === 1 ? 'is' : 'are'} not asked again` : '',
    '.',
  ].join('');
}
