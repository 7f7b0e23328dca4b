import { and, asc, eq, lte } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Attune } from '~/context.server';
import type { Actor } from '~/people/actor';
import { londonDate } from '~/record/london-date';
import { type Db, inTransaction } from '~db/client.server';
import { frameworkNote } from '~db/schema';

/** What the school says beside one line of a framework. */
export interface FrameworkNote {
  framework: string;
  topic: string;
  /** The school leaves this line out. */
  hidden: boolean;
  /** Its own evidence or a remark; may be empty. */
  words: string;
  /** Civil date. */
  writtenOn: string;
  byRole: string;
}

/** The school's notes as they stood at the end of a day (civil date), the newest of each line. One query. */
export function notesAsAt(db: Db, schoolId: string, date: string): FrameworkNote[] {
  const rows = db
    .select()
    .from(frameworkNote)
    .where(and(eq(frameworkNote.schoolId, schoolId), lte(frameworkNote.writtenOn, date)))
    .orderBy(asc(frameworkNote.writtenOn))
    .all();
  const newest = new Map<string, FrameworkNote>();
  for (const { framework, topic, hidden, words, writtenOn, byRole } of rows) {
    newest.set(`${framework} ${topic}`, { framework, topic, hidden, words, writtenOn, byRole });
  }
  return [...newest.values()];
}

type Given = Pick<FrameworkNote, 'framework' | 'topic' | 'hidden' | 'words'> & {
  /** What was written before named somebody: those words go, for past days too. */
  namedSomebody: boolean;
};

/** Says anew what stands beside a line. What was said earlier the same day need not stay; a day is the finest anybody asks about. */
export function writeNote(
  { db, now }: Pick<Attune, 'db' | 'now'>,
  actor: Actor,
  { framework, topic, hidden, words, namedSomebody }: Given,
): void {
  const today = londonDate(now());
  const line = and(
    eq(frameworkNote.schoolId, actor.schoolId),
    eq(frameworkNote.framework, framework),
    eq(frameworkNote.topic, topic),
  );
  inTransaction(db, (tx) => {
    if (namedSomebody) tx.update(frameworkNote).set({ words: '' }).where(line).run();
    tx.delete(frameworkNote)
      .where(and(line, eq(frameworkNote.writtenOn, today)))
      .run();
    tx.insert(frameworkNote)
      .values({
        ...{ id: uuid(), schoolId: actor.schoolId, framework, topic, hidden, words },
        ...{ byRole: actor.role, writtenOn: today, createdAt: now().getTime() },
      })
      .run();
  });
}
