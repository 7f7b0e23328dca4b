import type { Attune } from '~/context.server';
import { civilDateInWords } from '~/course/said';
import { certificateInWords } from '~/pages/learn/certificate-in-words';
import { kindInWords, lengthInWords } from '~/pages/sessions/in-words';
import { withdrawnBecause } from '~/pages/withdrawn-in-words';
import type { SignedIn } from '~/people/rights';
import { sizeNow } from '~/record/as-at.server';
import { certificateProof } from '~/record/certificate-proof.server';
import { certificatesOf } from '~/record/certificates.server';
import type { Line } from '~/record/row-types';
import { linesAsAt } from '~/record/rows.server';
import { withLeaders } from '~/record/together.server';
import { withReasons } from '~/record/withdrawn-because.server';

/** A module completed, as its certificate has it. */
export interface PassportModule {
  title: string;
  facts: { term: string; is: string }[];
  outcomes: string[];
  /** The proof of its certificate, as a file of this name. */
  proof: { name: string; text: string } | null;
}

/** Everything that somebody did, for themselves to keep and to take to another school. No mark, answer or time taken is in it. */
export interface Passport {
  modules: PassportModule[];
  /** When, what, who gave it, how long, when it was entered. */
  attended: string[][];
  /** In whole sentences. */
  withdrawn: string[];
  /** Published minutes of the modules, and of what was attended. */
  minutes: { modules: number; attended: number };
}

export function passportOf(
  attune: Pick<Attune, 'db' | 'recordKey' | 'config'>,
  { schoolId, personId }: Pick<SignedIn, 'schoolId' | 'personId'>,
): Passport {
  const { db, config } = attune;
  const size = sizeNow(db, schoolId);
  const lines = withReasons(db, schoolId, linesAsAt(db, schoolId, size, { person: personId }));
  const certificates = withLeaders(
    { db, school: schoolId, size },
    certificatesOf(db, schoolId, personId).filter(({ status }) => status !== 'withdrawn'),
  );
  const sessions = lines
    .filter(({ session, status }) => session !== null && status !== 'withdrawn')
    .sort((a, b) => (b.completedOn ?? '').localeCompare(a.completedOn ?? ''));
  return {
    modules: certificates.map((one) => {
      const told = certificateInWords(one);
      const proof = certificateProof(attune, schoolId, one.completionId);
      return {
        title: one.refreshes === null ? one.moduleTitle : `${one.moduleTitle}: refresher`,
        facts: [
          { term: 'Completed on', is: civilDateInWords(one.completedOn) },
          { term: 'Version', is: told.version },
          ...(told.together ? [{ term: 'How', is: told.together }] : []),
          { term: 'Published time', is: told.time },
          { term: 'To check it', is: `code ${one.code}, at ${config.origin}/verify/${one.code}` },
        ],
        outcomes: one.outcomes,
        proof: proof === null ? null : { name: `certificate-${one.code}.txt`, text: proof },
      };
    }),
    attended: sessions.map((line) => [
      civilDateInWords(line.completedOn ?? ''),
      line.moduleTitle,
      [kindInWords(line.sessionKind ?? ''), line.provider].filter(Boolean).join(', '),
      lengthInWords(line.publishedMinutes),
      civilDateInWords(line.recordedOn),
    ]),
    withdrawn: lines
      .filter(({ status, completedOn }) => status === 'withdrawn' && completedOn !== null)
      .map(withdrawnInWords),
    minutes: {
      modules: sum(certificates.map(({ minutes }) => minutes)),
      attended: sum(sessions.map(({ publishedMinutes }) => publishedMinutes ?? 0)),
    },
  };
}

const sum = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0);

type Withdrawn = Pick<Line, 'moduleTitle' | 'recordedOn' | 'completedOn'> & {
  because: string | null;
};

function withdrawnInWords({ moduleTitle, recordedOn, completedOn, because }: Withdrawn): string {
  const why = because === null ? '' : `, because ${withdrawnBecause(because)}`;
  const [was, withdrawn] = [completedOn ?? '', recordedOn].map(civilDateInWords);
  return `“${moduleTitle}”, entered for ${was}, was withdrawn on ${withdrawn}${why}.`;
}
