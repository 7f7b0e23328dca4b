import { sql } from 'drizzle-orm';
import type { Db, Tx } from '~db/client.server';

/**
 * Who is asked anew, by a day of their own, because a completion of theirs was withdrawn: `assignment person`. One query,
 * which begins with the few completions that are withdrawn.
 */
export function askedAnew(db: Db | Tx, school: string): Set<string> {
  const rows = db.all<{ assignment: string; personId: string }>(sql`
    select distinct e.object as assignment, t.person_id as personId
    from training_row w
    join training_row t on t.school = w.school and t.person_id = w.person_id and t.module = w.module and t.to_seq is null
      and t.status in ('due', 'refresh due', 'in progress')
    join json_each(t.rests_on) r
    join event e on e.id = r.value and e.verb = 'assigned'
    join event_detail d on d.event_id = e.id and d.name = 'again' and d.value ->> '$' is not null
    where w.school = ${school} and w.to_seq is null and w.status = 'withdrawn' and w.completion_id is not null`);
  return new Set(rows.map(({ assignment, personId }) => `${assignment} ${personId}`));
}

/**
 * Whose completion had answered an assignment and was withdrawn: person id → the newest such completion. Asked for it
 * again, they are asked anew, for what was withdrawn answers nothing. One query.
 */
export function withdrawnAnswers(
  db: Db | Tx,
  school: string,
  assignment: string,
): Map<string, string> {
  const rows = db.all<{ personId: string; completionId: string }>(sql`
    select t.person_id as personId, t.completion_id as completionId
    from training_row t
    where t.school = ${school} and t.to_seq is null and t.status = 'withdrawn' and t.completion_id is not null
      and exists (select 1 from json_each(t.asked) where value ->> 'assignment' = ${assignment})
    order by t.from_seq`);
  return new Map(rows.map(({ personId, completionId }) => [personId, completionId]));
}
