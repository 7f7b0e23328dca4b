import type { SchoolDatesKind } from '../schema/cohorts';

/** As the lead would type it; `kind` says into which box. */
export interface DemoDates {
  kind: SchoolDatesKind;
  name: string;
  startsOn: string;
  endsOn: string;
}

/** The demonstration school's dates in one school year, as many schools in England have them. */
export function demoYear(began: number): DemoDates[] {
  const [autumn, after] = [`${began}`, `${began + 1}`];
  const span = (kind: SchoolDatesKind, name: string, startsOn: string, endsOn = startsOn) => ({
    kind,
    name,
    startsOn,
    endsOn,
  });
  const weekFrom = (monday: string): [string, string] => [monday, moved(monday, 4)];
  const spring = mondayFrom(`${after}-01-03`);
  const summer = mondayFrom(`${after}-04-11`);
  const lateMay = mondayFrom(`${after}-05-25`);
  return [
    span('term', 'Autumn', mondayFrom(`${autumn}-09-01`), moved(mondayFrom(`${autumn}-12-14`), 4)),
    span('closed', 'Half-term', ...weekFrom(mondayFrom(`${autumn}-10-24`))),
    span('term', 'Spring', spring, moved(summer, -17)),
    span('closed', 'Half-term', ...weekFrom(moved(spring, 42))),
    span('term', 'Summer', summer, moved(mondayFrom(`${after}-07-16`), 1)),
    span('closed', 'Half-term', ...weekFrom(lateMay)),
    span('INSET', 'INSET day', mondayFrom(`${autumn}-09-01`)),
    span('INSET', 'INSET day', spring),
  ];
}

function moved(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The first Monday on that day or after it. */
function mondayFrom(date: string): string {
  return moved(date, (8 - new Date(`${date}T00:00:00Z`).getUTCDay()) % 7);
}
