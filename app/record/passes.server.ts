import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '~db/client.server';
import { trainingRow } from '~db/schema/record';
import { stoodAt } from './as-at.server';
import { opensFirst } from './asked-of.server';
import type { Pass } from './standing';

/** Every line about a module as it stood at `size` events, with what counting needs of it. One query. */
export function passesAsAt(db: Db, school: string, size: number): Pass[] {
  return db
    .select({
      personId: trainingRow.personId,
      module: trainingRow.module,
      moduleTitle: trainingRow.moduleTitle,
      status: trainingRow.status,
      version: trainingRow.version,
      cpdType: trainingRow.cpdType,
      assignedOn: trainingRow.assignedOn,
      dueOn: trainingRow.dueOn,
      completedOn: trainingRow.completedOn,
      asked: trainingRow.asked,
    })
    .from(trainingRow)
    .where(
      and(eq(trainingRow.school, school), isNull(trainingRow.session), stoodAt(trainingRow, size)),
    )
    .all()
    .map(({ asked, ...pass }) => ({ ...pass, opensOn: opensFirst(asked) }));
}
