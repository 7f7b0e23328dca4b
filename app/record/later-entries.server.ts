import type { Db } from '~db/client.server';
import { preparedOnce } from './client.server';
import type { RowFilter } from './row-filter';

/** Entered on the record after a day, about that day or before it. */
export interface LaterEntry {
  verb: string;
  personId: string;
  /** As the staff list has it now; null once erased. */
  name: string | null;
  moduleTitle: string | null;
  /** Of a training session: which. */
  session: string | null;
  /** It is about a completion, and not about a part of the way to one. */
  completion: 0 | 1;
  /** Civil date: when it happened. A completion is put back on the day on which that is entered. */
  happenedOn: string | null;
  /** Civil date: of a line that tells of a completion, when that was. */
  completedOn: string | null;
  /** Civil date: when it was entered. */
  recordedOn: string;
  /** Who entered it, by name while there is one, and in which role. */
  byName: string | null;
  recordedByRole: string;
}

export interface LaterEntries {
  total: number;
  /** The first of them, in the order in which they were entered. */
  entries: LaterEntry[];
}

interface Question {
  /** Civil date. */
  date: string;
  /** Events on the record by the end of it. */
  size: number;
  filter?: RowFilter;
  /** How many entries to give. */
  limit: number;
}

/**
 * What was entered after the end of a day about that day or before. A withdrawal or correction is about the day of the
 * completion it changes; a first or last day, about that day. A filter by module leaves out what is about people alone.
 */
export function laterEntries(
  db: Db,
  school: string,
  { date, size, filter = {}, limit }: Question,
): LaterEntries {
  const { entries, total } = statements(db.$client);
  const { roleGroup = null, team = null, module = null, person = null } = filter;
  const asked = { school, date, size, roleGroup, team, module, person };
  return { total: total.get(asked)?.n ?? 0, entries: entries.all({ ...asked, limit }) };
}

/** How many those are, of the whole school. One query. */
export function countLater(
  db: Db,
  school: string,
  { date, size }: Pick<Question, 'date' | 'size'>,
): number {
  const everybody = { roleGroup: null, team: null, module: null, person: null };
  return statements(db.$client).total.get({ school, date, size, ...everybody })?.n ?? 0;
}

/* The version before says what a change was about until then: `before.to_seq` is the seq at which it was closed. */
const later = `
  select t.from_seq as seq, e.verb, t.person_id, t.module, t.module_title, t.session,
    e.object = t.completion_id as completion, case e.verb when 'put back' then t.recorded_on else t.happened_on end as happened_on,
    t.recorded_on, t.recorded_by_role, t.recorded_by, t.completed_on
  from training_row t
  join event e on e.id = t.record_id
  left join training_row before
    on before.school = t.school and before.person_id = t.person_id and before.to_seq = t.from_seq
    and before.completion_id = t.completion_id
  where t.school = @school and t.from_seq >= @size
    and (t.happened_on <= @date
      or (e.verb in ('withdrawn', 'put back', 'corrected') and min(t.completed_on, coalesce(before.completed_on, t.completed_on)) <= @date))
  union all
  select s.from_seq, e.verb, s.person_id, null, null, null, 0,
    case e.verb when 'joined' then s.start_date 
      when 'left' then s.leave_date when 'leaving corrected' then min(coalesce(s.leave_date, before.leave_date), before.leave_date)
      else s.happened_on end,
    s.recorded_on, s.recorded_by_role, s.recorded_by, null
  from staff_row s
  join event e on e.id = s.record_id
  left join staff_row before
    on before.school = s.school and before.person_id = s.person_id and before.to_seq = s.from_seq
  where s.school = @school and s.from_seq >= @size and @module is null
    and case e.verb
      when 'joined' then s.start_date <= @date
      when 'left' then min(s.leave_date, coalesce(before.leave_date, s.leave_date)) <= @date
      when 'leaving corrected' then min(coalesce(s.leave_date, before.leave_date), before.leave_date) <= @date
      else s.happened_on <= @date
        or (s.start_date <> before.start_date and min(s.start_date, before.start_date) <= @date)
    end`;

const chosen = `
  from (${later}) l
  left join staff_row p on p.school = @school and p.person_id = l.person_id and p.to_seq is null
  where (@module is null or l.module = @module)
    and (@person is null or l.person_id = @person)
    and (@roleGroup is null or p.role_group = @roleGroup)
    and (@team is null or exists (select 1 from json_each(p.teams) where value = @team))`;

const statements = preparedOnce((client) => ({
  total: client.prepare<Record<string, unknown>, { n: number }>(`select count(*) as n ${chosen}`),
  entries: client.prepare<Record<string, unknown>, LaterEntry>(
    `select l.verb, l.person_id as personId, p.name, l.module_title as moduleTitle, l.session, coalesce(l.completion, 0) as completion,
       l.happened_on as happenedOn, l.completed_on as completedOn, l.recorded_on as recordedOn, l.recorded_by_role as recordedByRole,
       (select name from staff_row b where b.school = @school and b.person_id = l.recorded_by and b.to_seq is null) as byName
     ${chosen} order by l.seq limit @limit`,
  ),
}));
