import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { roleName } from '~/people/role-names';
import { roleNamesOf } from '~/people/role-names.server';
import { capitalised } from '~/people/staff-details';
import { markOf } from '~/people/staff-list/apply.server';
import {
  canUndo,
  type OpenImport,
  planImport,
  type readImport,
  touchedBy,
} from '~/people/staff-list/imports.server';
import type { Known } from '~/people/staff-list/known';
import type { Choice, Details, Kind, Line, Plan } from '~/people/staff-list/lines';
import { londonDate } from '~/record/london-date';
import type { RoleNames } from '~db/schema';
import {
  changeInWords,
  countsInWords,
  kindOfDeed,
  kindsInOrder,
  kindsInWords,
  lineInWords,
} from './staff-list-words';

const perPage = 50;

/** What a page shows: one kind of row, a page at a time. */
export type Shown = Kind | 'missing';

const pageOf = (query: URLSearchParams, total: number) => {
  const pages = Math.max(1, Math.ceil(total / perPage));
  const asked = Number.parseInt(query.get('page') ?? '', 10);
  const page = Math.min(Math.max(asked || 1, 1), pages);
  return { page, pages, limit: perPage, offset: (page - 1) * perPage };
};

/** A list that is being checked, as the page shows it: fifty rows of one kind, and what it all comes to. */
export function openView(attune: Attune, row: OpenImport, query: URLSearchParams) {
  const plan = planImport(attune.db, row, attune.now());
  const names = roleNamesOf(attune.db, row.schoolId);
  const counts: Partial<Record<Kind, number>> = {};
  for (const { kind } of plan.lines) counts[kind] = (counts[kind] ?? 0) + 1;
  const kinds = tabs(counts, plan.missing.length);
  const shown =
    kinds.find(({ kind }) => kind === query.get('kind'))?.kind ?? kinds[0]?.kind ?? 'same';
  const lines = plan.lines.filter(({ kind }) => kind === shown);
  const { limit, offset, ...paging } = pageOf(
    query,
    shown === 'missing' ? plan.missing.length : lines.length,
  );
  return {
    from: row.file ? `the file ${row.file}` : 'the list you pasted',
    rows: row.list.rows.length,
    read: row.list.read,
    notRead: row.list.notRead,
    counts,
    kinds,
    shown,
    ...paging,
    mark: markOf(plan),
    jobs: plan.jobs,
    answered: Object.keys(row.answers.rows).length,
    lines: lines.slice(offset, offset + limit).map((line) => shownLine(line, names)),
    missing: shown === 'missing' ? shownMissing(plan, row, names, offset) : [],
    leaveOn: row.answers.leaveOn ?? londonDate(attune.now()),
  };
}

export type OpenView = ReturnType<typeof openView>;

function tabs(counts: Partial<Record<Kind, number>>, missing: number) {
  const some = kindsInOrder.flatMap((kind): { kind: Shown; label: string; n: number }[] => {
    const n = counts[kind];
    return n ? [{ kind, label: kindsInWords[kind], n }] : [];
  });
  return missing > 0
    ? [...some, { kind: 'missing' as const, label: 'Not in this list', n: missing }]
    : some;
}

const shownLine = (line: Line, names: RoleNames) => ({
  n: line.n,
  id: line.before?.id ?? null,
  name: line.name,
  words: lineInWords(line, names),
  choices: line.choices.map((choice) => ({
    value: choice.value,
    ...choiceInWords(line, choice, names),
  })),
});

/** The answers to a row’s question. */
function choiceInWords({ before }: Line, { value, person }: Choice, names: RoleNames) {
  if (!person) return { label: answers[value] ?? '', hint: undefined };
  // A question about one leaver, and not about who it is.
  if (before) {
    const gone = before.leaveDate ? `They left on ${civilDateInWords(before.leaveDate)}. ` : '';
    return {
      label: 'They are back',
      hint: `${gone}The record keeps both times, with the days away between.`,
    };
  }
  const left = person.leaveDate ? `last day ${civilDateInWords(person.leaveDate)}` : '';
  return { label: `The ${person.name} on your staff list`, hint: about(person, names, left) };
}

const answers: Record<string, string> = {
  new: 'Somebody new',
  out: 'Leave this row out',
  stayed: 'They never left: their last day was recorded by mistake',
};

const about = (person: Known, names: RoleNames, ...more: string[]) =>
  capitalised(
    [roleName(names, person.roleGroup), ...person.teams, person.email, person.staffNumber, ...more]
      .filter(Boolean)
      .join(', '),
  );

const shownMissing = (
  { missing }: Plan,
  { answers }: OpenImport,
  names: RoleNames,
  offset: number,
) =>
  missing.slice(offset, offset + perPage).map((person) => ({
    id: person.id,
    name: person.name,
    about: about(person, names),
    onlyLead: person.onlyLead,
    leaving: answers.leavers.includes(person.id),
  }));

/** A list that was brought in: whom it touched, fifty at a time. */
export function doneView(
  attune: Attune,
  row: ReturnType<typeof readImport>,
  query: URLSearchParams,
) {
  const names = roleNamesOf(attune.db, row.schoolId);
  const counts = row.counts ?? {};
  const touched = ['add', 'change', 'back', 'leave'].reduce(
    (sum, kind) => sum + (counts[kind] ?? 0),
    0,
  );
  const { limit, offset, ...paging } = pageOf(query, touched);
  return {
    state: row.state,
    on: londonDate(row.doneAt ?? row.createdAt),
    undoneOn: row.undoneAt === null ? null : londonDate(row.undoneAt),
    counted: countsInWords(counts),
    canUndo: canUndo(row, attune.now()) && touched > 0,
    ...paging,
    people: touchedBy(attune.db, row.id, { limit, offset }).map((one) => ({
      id: one.personId,
      name: one.name,
      deed: kindsInWords[kindOfDeed[one.deed]],
      words: Object.keys(one.after ?? {}).map((key) =>
        changeInWords(key as keyof Details, one.before?.[key], one.after?.[key], names),
      ),
      undone: one.undone,
    })),
  };
}

export type DoneView = ReturnType<typeof doneView>;
