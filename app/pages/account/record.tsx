import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DownloadLink } from '~/pages/evidence/download-link';
import { pageWho, requirePerson } from '~/people/guard.server';
import { looksAt } from '~/record/access.server';
import { sizeNow } from '~/record/as-at.server';
import { certificatesOf } from '~/record/certificates.server';
import { londonDate } from '~/record/london-date';
import { withOpening } from '~/record/opens-on.server';
import { linesAsAt } from '~/record/rows.server';
import { withLeaders } from '~/record/together.server';
import { withReasons } from '~/record/withdrawn-because.server';
import { AppPage } from '~/ui/app-page';
import { title } from '~/ui/title';
import { DoneList } from './done-list';
import { LooksList, lookedAt } from './looks-list';

export const meta = () => title('Your record');

export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { schoolId, personId } = who;
  const { db } = attune;
  const size = sizeNow(db, schoolId);
  const at = { db, school: schoolId, date: londonDate(attune.now()), size };
  const mine = linesAsAt(db, schoolId, size, { person: personId });
  const lines = withReasons(db, schoolId, withLeaders(at, withOpening(at, mine)));
  const certificates = certificatesOf(db, schoolId, personId);
  const statusOf = new Map(certificates.map((c) => [c.completionId, c.status]));
  const looks = looksAt(db, schoolId, personId, { limit: 500 });
  return {
    who: pageWho(who),
    lines: lines.map((line) => ({
      rowId: line.rowId,
      module: line.module,
      moduleTitle: line.moduleTitle,
      version: line.version,
      session: line.session,
      sessionKind: line.sessionKind,
      provider: line.provider,
      enteredFrom: line.enteredFrom,
      recordedOn: line.recordedOn,
      status: line.status,
      cpdType: line.cpdType,
      together: line.together,
      because: line.because,
      putBackBecause: line.putBackBecause,
      assignedOn: line.assignedOn,
      dueOn: line.dueOn,
      opensOn: line.opensOn,
      startedOn: line.startedOn,
      completedOn: line.completedOn,
      completionId: line.completionId,
      minutes: line.publishedMinutes,
      certificate: line.completionId ? (statusOf.get(line.completionId) ?? null) : null,
    })),
    looks: lookedAt(looks.map(({ at, who, what }) => ({ on: londonDate(at), who, what }))),
  };
}

export default function YourRecord() {
  const { who, lines, looks } = useLoaderData<typeof loader>();
  return (
    <AppPage
      who={who}
      section="account"
      here="/account/record"
      title="Your record"
      intro="All that the school’s training record says about you. It is yours to keep."
    >
      <DoneList lines={lines} />
      <LooksList looks={looks} />
      <section aria-labelledby="data">
        <h2 id="data">Take it with you</h2>
        <p>
          <DownloadLink href="/account/passport.pdf">Download your passport</DownloadLink>:
          everything you completed and attended, on paper, to keep and to show at another school. It
          says what you did and when, and nothing of your answers. The proof of each certificate is
          kept inside, so that another school can check it without asking this one.
        </p>
        <p>
          <a href="/account/my-data.json">Download everything that Attune holds about you</a>, your
          answers and your own words included, in a file that other programs can read.
        </p>
        <p>
          Something wrong? Tell your attachment lead: a mistake is put right by a new entry, and the
          old one stays readable beside it.{' '}
          <Link to="/privacy" prefetch="none">
            Who sees what
          </Link>
        </p>
      </section>
    </AppPage>
  );
}
