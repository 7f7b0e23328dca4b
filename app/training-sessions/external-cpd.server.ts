import { eq } from 'drizzle-orm';
import { columnsOf, type Table } from '~/record/export/table';
import { sessionAudiences, sessionsAsAt } from '~/record/sessions-attended.server';
import type { Db } from '~db/client.server';
import { trainingSession } from '~db/schema';

const columns = columnsOf(
  [
    ...['date', 'title', 'provider', 'type', 'hours', 'audience', 'attendees_n'],
    ...['cost', 'funding', 'evaluation_note'],
  ],
  { dates: ['date'], numbers: ['hours', 'attendees_n', 'cost'] },
);

/** As a spreadsheet of the field has it. */
const funding = { 'Pupil Premium Plus': 'PP+', 'school budget': 'school', other: 'other' } as const;

/**
 * Sessions and outside training as they were known at `size` events: hours of each and, in pounds, what the whole of it
 * cost, and what the school made of it, as far as it has said; these two stand as they are today. Three queries.
 */
export function externalCpd(db: Db, school: string, size: number): Table {
  const audiences = sessionAudiences(db, school, size);
  const noted = new Map(
    db
      .select({
        id: trainingSession.id,
        pence: trainingSession.costPence,
        fund: trainingSession.fund,
        evaluation: trainingSession.evaluation,
      })
      .from(trainingSession)
      .where(eq(trainingSession.schoolId, school))
      .all()
      .map((row) => [row.id, row]),
  );
  const rows = sessionsAsAt(db, school, size).map((session) => {
    const said = noted.get(session.session);
    return [
      session.heldOn,
      session.title,
      session.provider,
      session.kind,
      session.minutes === null ? null : Math.round((session.minutes / 60) * 100) / 100,
      (audiences.get(session.session) ?? []).join('; '),
      session.people,
      said?.pence == null ? null : said.pence / 100,
      said?.fund ? funding[said.fund] : null,
      said?.evaluation ?? null,
    ];
  });
  return { name: 'external-cpd', columns, rows };
}
