export interface Hours {
  /** Of all the modules, for one person. */
  minutes: number;
  people: number;
  /** Of everyone together, whole hours, rounded up. */
  hours: number;
  /** In pounds, whole; null without a rate. */
  cost: number | null;
}

/**
 * What the required routes take, for a number of people.
 * @param rate pounds for an hour of paid time, on-costs included; null when it is not given
 */
export function hoursOf(minutes: number, people: number, rate: number | null): Hours {
  const hours = Math.ceil((minutes * people) / 60);
  return { minutes, people, hours, cost: rate === null ? null : Math.ceil(hours * rate) };
}

/** A whole number from 1 to 5,000 as typed; else what stands in for it. */
export function peopleFrom(typed: string | null, otherwise: number): number {
  const people = Number(typed);
  return Number.isInteger(people) && people >= 1 && people <= 5000 ? people : otherwise;
}

/** Pounds an hour as typed, "£14.50" too; null when it is no sum up to 500. */
export function rateFrom(typed: string | null): number | null {
  const rate = Number((typed ?? '').replace(/[£,\s]/g, '') || Number.NaN);
  return rate > 0 && rate <= 500 ? rate : null;
}
