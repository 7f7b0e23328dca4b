import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { togetherInWords } from '~/pages/together-in-words';
import { pageWho, requirePerson } from '~/people/guard.server';
import { sizeNow } from '~/record/as-at.server';
import { ledBy } from '~/record/together.server';
import { AppPage } from '~/ui/app-page';
import { Notice } from '~/ui/notice';
import { CertificateSheet } from '~/ui/paper';
import { PrintButton } from '~/ui/print-button';
import { title } from '~/ui/title';
import { minutes } from './minutes';
import { ownCertificate } from './own-certificate.server';

export const meta = () => title('Certificate');

/** Frozen as they were on the day. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { slug, completion, found } = ownCertificate(args, who);
  const { name, moduleTitle, version, minutes, refreshes, outcomes } = found;
  const { completedOn, code, status, schoolName } = found;
  const { db } = args.context.attune;
  const told = ledBy(db, who.schoolId, sizeNow(db, who.schoolId), found.together);
  return {
    who: pageWho(who),
    slug,
    proof: `/learn/${slug}/certificate/${completion}/proof.txt`,
    shown: {
      name: name ?? who.name,
      moduleTitle,
      version,
      minutes,
      refreshes,
      outcomes,
      completedOn,
      code,
      status,
      schoolName,
      together: found.together.map(told),
    },
    verify: `${args.context.attune.config.origin}/verify/${code}`,
  };
}

export default function Certificate() {
  const { who, slug, proof, shown, verify } = useLoaderData<typeof loader>();
  const hours = shown.minutes >= 60 ? ` (${(shown.minutes / 60).toFixed(1)} hours)` : '';
  return (
    <AppPage
      who={who}
      section="learn"
      quiet
      title="Your certificate"
      back={{ to: `/learn/${slug}`, label: shown.moduleTitle }}
      actions={<PrintButton>Print or save it</PrintButton>}
    >
      {shown.status === 'withdrawn' ? (
        <Notice kind="care" title="This certificate was withdrawn.">
          <p>Your record says why. Your attachment lead can tell you more.</p>
        </Notice>
      ) : null}
      <CertificateSheet
        name={shown.name}
        school={shown.schoolName}
        module={shown.refreshes === null ? shown.moduleTitle : `${shown.moduleTitle}: refresher`}
        date={civilDateInWords(shown.completedOn)}
        outcomes={shown.outcomes}
        details={[
          {
            term: 'Result',
            children:
              shown.refreshes === null
                ? 'Completed and met the standard'
                : 'Completed the refresher and met the standard in what it asks',
          },
          {
            term: 'Version',
            children:
              shown.refreshes === null
                ? String(shown.version)
                : `${shown.version}: what changed since version ${shown.refreshes}, completed before`,
          },
          ...(shown.together.length > 0
            ? [{ term: 'How', children: togetherInWords(shown.together) }]
            : []),
          { term: 'Published time', children: `${minutes(shown.minutes)}${hours}` },
        ]}
        check={
          <>
            <p>
              Code <strong>{shown.code}</strong>. Anyone can check it at{' '}
              <a href={`/verify/${shown.code}`}>{verify}</a>
            </p>
            <p>This certificate does not qualify the holder to assess or diagnose attachment.</p>
          </>
        }
      />
      <p className="no-print">
        <a href={proof} download>
          Download its proof
        </a>
        , a small file to keep beside it: with it, anyone can check that this completion is on the
        school’s record, without asking the school.
      </p>
    </AppPage>
  );
}
