import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { becameInWords } from '~/pages/became-in-words';
import { DownloadLink } from '~/pages/evidence/download-link';
import { drawQr } from '~/pages/lead/qr.server';
import { pageWho, requirePerson } from '~/people/guard.server';
import { sizeNow } from '~/record/as-at.server';
import { ledBy } from '~/record/together.server';
import { whatBecameOf } from '~/record/withdrawals.server';
import { AppPage } from '~/ui/app-page';
import { Notice } from '~/ui/notice';
import { CertificateSheet } from '~/ui/paper';
import { PrintButton } from '~/ui/print-button';
import { title } from '~/ui/title';
import { certificateInWords } from './certificate-in-words';
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
  const verify = `${args.context.attune.config.origin}/verify/${code}`;
  return {
    who: pageWho(who),
    became: becameInWords({ status, ...whatBecameOf(db, who.schoolId, completion) }),
    slug,
    here: `/learn/${slug}/certificate/${completion}`,
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
    verify,
    qr: drawQr(verify),
  };
}

export default function Certificate() {
  const { who, slug, here, shown, verify, qr, became } = useLoaderData<typeof loader>();
  const said = certificateInWords(shown);
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
          <p>
            {became} Your record says why. Your attachment lead can tell you more, and can put it
            back if it should stand.
          </p>
        </Notice>
      ) : became === null ? null : (
        <Notice>
          <p>{became}</p>
        </Notice>
      )}
      <CertificateSheet
        name={shown.name}
        school={shown.schoolName}
        module={shown.refreshes === null ? shown.moduleTitle : `${shown.moduleTitle}: refresher`}
        date={civilDateInWords(shown.completedOn)}
        outcomes={shown.outcomes}
        details={[
          { term: 'Result', children: said.result },
          { term: 'Version', children: said.version },
          ...(said.together ? [{ term: 'How', children: said.together }] : []),
          { term: 'Published time', children: said.time },
        ]}
        check={
          <>
            <p>
              Code <strong>{shown.code}</strong>. Anyone can check it at{' '}
              <a href={`/verify/${shown.code}`}>{verify}</a>, which the square leads to as well.
            </p>
            <p>{said.caution}</p>
          </>
        }
        qr={qr}
      />
      <p className="no-print">
        <DownloadLink href={`${here}/certificate.pdf`}>Download it as a PDF</DownloadLink>, which a
        screen reader can read and a phone can scan.
      </p>
      {shown.status === 'withdrawn' ? null : (
        <p className="no-print">
          <DownloadLink href={`${here}/proof.txt`}>Download its proof</DownloadLink>, a small file
          to keep beside it: with it, anyone can check that this completion is on the school’s
          record, without asking the school.
        </p>
      )}
    </AppPage>
  );
}
