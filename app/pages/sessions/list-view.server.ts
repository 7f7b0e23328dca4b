import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { capitalised } from '~/people/staff-details';
import { londonDate } from '~/record/london-date';
import { sessionKey } from '~/training-sessions/details';
import {
  type ListRow,
  markOf,
  type OpenList,
  planList,
} from '~/training-sessions/lists/lists.server';
import type { LineKind, TrainingLine } from '~/training-sessions/lists/plan';
import type { Listed } from '~/training-sessions/lists/recognise';
import { kindInWords, lengthInWords, lineKinds } from './in-words';

const perPage = 50;

/** A list that is being checked, as its page shows it: fifty rows of one kind, and what it all comes to. */
export function openView({ db }: Pick<Attune, 'db'>, row: OpenList, query: URLSearchParams) {
  const lines = planList(db, row);
  const counts: Partial<Record<LineKind, number>> = {};
  for (const { kind } of lines) counts[kind] = (counts[kind] ?? 0) + 1;
  const kinds = (Object.keys(lineKinds) as LineKind[]).flatMap((kind) => {
    const n = counts[kind];
    return n ? [{ kind, label: lineKinds[kind], n }] : [];
  });
  const shown =
    kinds.find(({ kind }) => kind === query.get('kind'))?.kind ?? kinds[0]?.kind ?? 'same';
  const those = lines.filter(({ kind }) => kind === shown);
  const pages = Math.max(1, Math.ceil(those.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const recorded = lines.filter(({ kind }) => kind === 'record');
  return {
    names: row.sessionId !== null,
    from: row.file ? `the file ${row.file}` : 'what you pasted',
    rows: lines.length,
    read: row.list.read,
    notRead: row.list.notRead,
    ...{ counts, kinds, shown, page, pages },
    mark: markOf(lines),
    people: new Set(recorded.map(({ person }) => person?.id)).size,
    sessions: new Set(recorded.map(({ details }) => sessionKey(details))).size,
    lines: those.slice((page - 1) * perPage, page * perPage).map((line) => shownLine(line, row)),
  };
}

export type OpenView = ReturnType<typeof openView>;

/** A list that was brought in: when, and what became of its rows. */
export const doneView = ({ counts, doneAt, createdAt }: ListRow) => ({
  on: londonDate(doneAt ?? createdAt),
  counts: counts ?? {},
});

export type DoneView = ReturnType<typeof doneView>;

function shownLine(
  { n, kind, written, person, details, notes, candidates }: TrainingLine,
  row: OpenList,
) {
  const what = row.sessionId === null && kind === 'record' ? [trainingInWords(details)] : [];
  return {
    n,
    written,
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

const about = ({ roleGroup, teams, email, staffNumber, leaveDate }: Listed) =>
  capitalised(
    [
      ...[roleGroup, ...teams, email ?? staffNumber],
      leaveDate ? `last day ${civilDateInWords(leaveDate)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
  );
