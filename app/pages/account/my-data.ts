import type { LoaderFunctionArgs } from '@remix-run/node';
import { assignmentsOf } from '~/cohorts/assignments.server';
import { leaveOf } from '~/cohorts/leave.server';
import { cohortsOf } from '~/cohorts/members.server';
import { spokenAbout } from '~/cohorts/spoken-with.server';
import { readPractices } from '~/course/practices.server';
import { keptAfterModules } from '~/learning/kept-after-modules.server';
import { learnedBy } from '~/learning/learned-by.server';
import { practicesOf } from '~/learning/practice-log.server';
import { wordsOf } from '~/learning/words.server';
import { messagesTo } from '~/messages/held-about.server';
import { readDraft } from '~/people/drafts.server';
import { requirePerson } from '~/people/guard.server';
import { heldAbout } from '~/people/held-about.server';
import { recordedAbout } from '~/record/recorded-about.server';
import { openedBy } from '~/review/opened-modules.server';
import { reportsBy } from '~/review/reports.server';
import { signOffsRecordedBy } from '~/review/sign-offs.server';

/** Everything that is held about whoever asks, opened, for them alone. Times are UTC, ISO 8601. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const words = wordsOf(attune, who);
  const { lists } = await readPractices(attune.config.contentDir);
  const held = {
    about: `Everything that Attune at ${who.schoolName} holds about ${who.name}.`,
    madeAt: attune.now().toISOString(),
    person: heldAbout(attune.db, who),
    record: recordedAbout(attune.db, who.schoolId, who.personId),
    cohorts: cohortsOf(attune.db, who.personId),
    assignments: assignmentsOf(attune.db, who.personId),
    leave: leaveOf(attune.db, who),
    writtenTo: messagesTo(attune, who),
    leadSpokeWithMe: spokenAbout(attune.db, who),
    learning: learnedBy(attune.db, who),
    afterModules: keptAfterModules(attune.db, who),
    practiceLog: practicesOf(attune, who, lists),
    reportsInMyName: reportsBy(attune, who),
    signOffsRecorded: signOffsRecordedBy(attune.db, who),
    modulesOpened: openedBy(attune.db, who),
    words: {
      ...words,
      drafts: words.drafts.map((draft) => ({
        ...draft,
        typed: readDraft(attune, who.personId, draft.key)?.fields ?? null,
      })),
    },
  };
  return new Response(`${JSON.stringify(held, withTimes, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** Instants are kept as milliseconds; people read dates. */
function withTimes(key: string, value: unknown): unknown {
  return typeof value === 'number' && /^at$|At$/.test(key) ? new Date(value).toISOString() : value;
}
