import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { certificate } from '~/record/certificates.server';
import { AppPage } from '~/ui/app-page';
import { Notice } from '~/ui/notice';
import { CertificateSheet } from '~/ui/paper';
import { PrintButton } from '~/ui/print-button';
import { title } from '~/ui/title';
import { minutes } from './minutes';
import { notFound } from './page-answer.server';

export const meta = () => title('Certificate');

/** One's own certificates only, as they were frozen on the day. Looking at one changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'learn');
  const { attune } = args.context;
  const { module: slug = '', completion = '' } = args.params;
  const found = certificate(attune.db, who.schoolId, completion);
  if (!found || found.personId !== who.personId || found.module !== slug) {
    throw notFound('You have no certificate at this address. Yours are on your home page.');
  }
  const { name, moduleTitle, version, minutes, outcomes, completedOn, code, status, schoolName } =
    found;
  return {
    who: pageWho(who),
    slug,
    shown: {
      name: name ?? who.name,
      moduleTitle,
      version,
      minutes,
      outcomes,
      completedOn,
      code,
      status,
      schoolName,
    },
    verify: `${attune.config.origin}/verify/${code}`,
  };
}

export default function Certificate() {
  const { who, slug, shown, verify } = useLoaderData<typeof loader>();
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
        module={shown.moduleTitle}
        date={civilDateInWords(shown.completedOn)}
        outcomes={shown.outcomes}
        details={[
          { term: 'Result', children: 'Completed and met the standard' },
          { term: 'Version', children: String(shown.version) },
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
    </AppPage>
  );
}
