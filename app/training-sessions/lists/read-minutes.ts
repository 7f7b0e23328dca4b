/** The longest that one training may last: a diploma over a year. */
export const mostMinutes = 400 * 60;

/**
 * How long, as people write it: “6”, “1.5 hours”, “90 mins”, “1h 30”, “2:15”. In whole minutes; null when it cannot be
 * told, as of “half a day”.
 * @param unit of a number that says none itself
 */
export function readMinutes(written: string, unit: 'hours' | 'minutes'): number | null {
  const text = written
    .toLowerCase()
    .replace(/,(?=\d)/, '.')
    .trim();
  const clock = /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(text);
  if (clock) return within(Number(clock[1]) * 60 + Number(clock[2]));
  const alone = /^\d+(\.\d+)?$/.exec(text);
  if (alone) return within(Number(text) * (unit === 'hours' ? 60 : 1));
  const [whole, hours, minutes] =
    /^(?:(\d+(?:\.\d+)?)\s*h(?:ou)?r?s?)?(?:\s*(?:and\s*)?(\d+)\s*(?:m(?:in(?:ute)?s?)?)?)?$/.exec(
      text,
    ) ?? [];
  if (!whole) return null;
  return within(Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

function within(minutes: number): number | null {
  const rounded = Math.round(minutes);
  return rounded > 0 && rounded <= mostMinutes ? rounded : null;
}
