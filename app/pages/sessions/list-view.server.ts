import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { roleName } from '~/people/role-names';
import { roleNamesOf } from '~/people/role-names.server';
import { capitalised } from '~/people/staff-details';
import { londonDate } from '~/record/london-date';
import {
  type ListRow,
  markOf,
  type OpenList,
  planList,
} from '~/training-sessions/lists/lists.server';
import type { Doubt, LineKind, TrainingLine } from '~/training-sessions/lists/plan';
import type { Listed } from '~/training-sessions/lists/recognise';
import { canUndo } from '~/training-sessions/lists/undo.server';
import type { RoleNames } from '~db/schema';
import { kindInWords, lengthInWords, lineKinds, type Shown } from './in-words';

const perPage = 50;

/** A list that is being checked, as its page shows it: fifty rows of one kind, and what it all comes to. */
export function openView({ db }: Pick<Attune, 'db'>, row: OpenList, query: URLSearchParams) {
  const about = aboutWith(roleNamesOf(db, row.schoolId));
  const lines = planList(db, row);
  const counts: Partial<Record<LineKind, number>> = {};
  for (const { kind } of lines) counts[kind] = (counts[kind] ?? 0) + 1;
  const recorded = lines.filter(({ kind }) => kind === 'record');
  const doubtful = recorded.filter(({ doubts }) => doubts.length > 0);
  const kinds = (Object.keys(lineKinds) as Shown[]).flatMap((kind) => {
    const n = kind === 'look' ? doubtful.length : counts[kind];
    return n ? [{ kind, label: lineKinds[kind], n }] : [];
  });
  const shown =
    kinds.find(({ kind }) => kind === query.get('kind'))?.kind ?? kinds[0]?.kind ?? 'same';
  const those = shown === 'look' ? doubtful : lines.filter(({ kind }) => kind === shown);
  const of = (doubt: Doubt) => doubtful.filter(({ doubts }) => doubts.includes(doubt)).length;
  const pages = Math.max(1, Math.ceil(those.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  return {
    names: row.sessionId !== null,
    from: row.file ? `the file ${row.file}` : 'what you pasted',
    rows: lines.length,
    read: row.list.read,
    notRead: row.list.notRead,
    ...{ counts, kinds, shown, page, pages },
    look: { hoursUnread: of('hours unread'), afterLeaving: of('after leaving') },
    mark: markOf(lines),
    people: new Set(recorded.map(({ person }) => person?.id)).size,
    lines: those
      .slice((page - 1) * perPage, page * perPage)
      .map((line) => shownLine(line, row, about)),
  };
}

export type OpenView = ReturnType<typeof openView>;

/** A list that was brought in: when, what became of its rows, and whether it can be undone. */
export const doneView = (row: ListRow, now: Date) => ({
  id: row.id,
  on: londonDate(row.doneAt ?? row.createdAt),
  undoneOn: row.undoneAt === null ? null : londonDate(row.undoneAt),
  counts: row.counts ?? {},
  canUndo: canUndo(row, now) && (row.counts?.record ?? 0) > 0,
});

export type DoneView = ReturnType<typeof doneView>;

function shownLine(
  { n, kind, written, person, details, notes, candidates }: TrainingLine,
  row: OpenList,
  about: (who: Listed) => string,
) {
  const what = row.sessionId === null && kind === 'record' ? [trainingInWords(details)] : [];
  return {
    n,
    name: written,
    taken: person && (person.name === written ? about(person) : `${person.name}: ${about(person)}`),
    words: [...what, ...notes],
    choices:
      candidates.length === 0
        ? []
        : [
            ...candidates.map((one) => ({ value: one.id, label: one.name, hint: about(one) })),
            { value: 'out', label: 'None of these: leave the row out', hint: undefined },
          ],
  };
}

function trainingInWords({ title, kind, heldOn, minutes, provider }: TrainingLine['details']) {
  const said = [
    kind === 'other' ? '' : kindInWords(kind),
    civilDateInWords(heldOn),
    lengthInWords(minutes),
    provider ?? '',
  ];
  return `${title}: ${said.filter(Boolean).join(', ')}.`;
}

const aboutWith =
  (names: RoleNames) =>
  ({ roleGroup, teams, email, staffNumber, leaveDate }: Listed) =>
    capitalised(
      [
        ...[roleName(names, roleGroup), ...teams, email ?? staffNumber],
        leaveDate ? `last day ${civilDateInWords(leaveDate)}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    );
