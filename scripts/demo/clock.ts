const minute = 60_000;
const day = 24 * 60 * minute;

/** The set clock of the demonstration school: it only goes forward, and never past the moment of making. */
export class DemoClock {
  private at: number;

  constructor(
    private readonly made: number,
    daysAgo: number,
  ) {
    this.at = this.dayAt(daysAgo, 8);
  }

  readonly now = (): Date => new Date(this.at);

  /** That many days before the school is made, at that hour (UTC); a weekend becomes the Friday before. */
  dayAt(daysAgo: number, hour: number): number {
    const then = new Date(this.made - daysAgo * day);
    then.setUTCHours(hour, (daysAgo * 7) % 50, 0, 0);
    const weekday = then.getUTCDay();
    const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
    return Math.min(then.getTime() - back * day, this.made - minute);
  }

  /** Civil date, `YYYY-MM-DD`, that many days before the making (negative: after). */
  date(daysAgo: number): string {
    return new Date(this.made - daysAgo * day).toISOString().slice(0, 10);
  }

  goTo(time: number): void {
    this.at = Math.max(this.at, Math.min(time, this.made));
  }

  pass(minutes: number): void {
    this.goTo(this.at + minutes * minute);
  }
}
