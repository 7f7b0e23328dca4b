export type GridStatus =
  | 'done'
  | 'in progress'
  | 'not started'
  | 'opens later'
  | 'overdue'
  | 'in progress, overdue'
  | 'has asked for a hand'
  | 'not assigned';

/** Where one person stands with one module: all of it that a lead sees. */
export interface Cell {
  status: GridStatus;
  /** Civil date: of completion when done, of opening when it opens later, else when it is due. */
  on: string | null;
  /** Of the newest completion when that is a refresher: the number of its version. */
  refresher?: number;
  /** It was given in as many ways, each with its date; `on` is the first of them. */
  dates?: number;
}

/** A line of the training record, as far as a cell needs it. */
export interface CellLine {
  status: string;
  dueOn: string | null;
  completedOn: string | null;
  cpdType: string | null;
  version: number | null;
}

/**
 * The cell from all of a person's lines about one module.
 * @param hand they said that the lead may offer help, and have not completed it since.
 * @param today civil date; a module is overdue from the day after it was due.
 */
export function cellOf(lines: CellLine[], hand: boolean, today: string): Cell {
  const open = lines.filter((line) => line.status === 'due' || line.status === 'in progress');
  const dueOn = earliest(open.map((line) => line.dueOn));
  if (hand) return { status: 'has asked for a hand', on: dueOn };
  const done = lines.filter((line) => line.status === 'current');
  // A refresher adds to a completion and stands for none.
  if (done.some((line) => line.cpdType !== 'refresher')) return latest(done);
  if (open.length === 0) return { status: 'not assigned', on: null };
  const going = open.some((line) => line.status === 'in progress');
  if (dueOn !== null && dueOn < today) {
    return { status: going ? 'in progress, overdue' : 'overdue', on: dueOn };
  }
  return { status: going ? 'in progress' : 'not started', on: dueOn };
}

function latest(done: CellLine[]): Cell {
  const on = newest(done.map((line) => line.completedOn));
  const refreshers = done.filter((line) => line.cpdType === 'refresher' && line.completedOn === on);
  const version = Math.max(0, ...refreshers.map((line) => line.version ?? 0));
  return { status: 'done', on, ...(version > 0 ? { refresher: version } : {}) };
}

const dates = (list: (string | null)[]) => list.filter((date) => date !== null).sort();
const earliest = (list: (string | null)[]) => dates(list)[0] ?? null;
const newest = (list: (string | null)[]) => dates(list).at(-1) ?? null;
