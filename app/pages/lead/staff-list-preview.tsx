import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/post-form';
import { CheckedList, RowQuestions } from './checked-list';
import { StaffListJobs } from './staff-list-jobs';
import { StaffListMissing } from './staff-list-missing';
import { StaffListRows } from './staff-list-rows';
import type { OpenView } from './staff-list-view.server';
import { deedInWords, rowsInWords } from './staff-list-words';

interface PreviewProps {
  who: PageWho;
  view: OpenView;
  errors: Record<string, string[]> | undefined;
}

/** Everything about a staff list before it is brought in. */
export function StaffListPreview({ who, view, errors }: PreviewProps) {
  const { counts, jobs, shown } = view;
  return (
    <CheckedList
      who={who}
      about={`${rowsInWords(view.rows)} in ${view.from}.`}
      view={view}
      ask={counts.ask ?? 0}
      refuse={counts.refuse ?? 0}
      mend=" in the spreadsheet"
      deed={deedInWords(counts) || null}
      doing="Bringing the list in. Thousands of people take some seconds."
      of="on your staff list"
      more={view.answered > 0 ? <Afresh who={who} /> : null}
    >
      {shown === 'add' && jobs.length > 0 ? <StaffListJobs who={who} jobs={jobs} /> : null}
      <Rows who={who} view={view} errors={errors} />
    </CheckedList>
  );
}

function Rows({ who, view, errors }: PreviewProps) {
  const { kinds, shown, lines } = view;
  if (shown === 'ask') return <RowQuestions who={who} lines={lines} />;
  if (shown === 'missing') {
    return <StaffListMissing key={view.page} who={who} view={view} error={errors?.leaveOn} />;
  }
  const label = kinds.find(({ kind }) => kind === shown)?.label ?? '';
  return <StaffListRows caption={label} lines={lines} />;
}

function Afresh({ who }: { who: PageWho }) {
  return (
    <PostForm who={who}>
      <input type="hidden" name="formId" value="afresh" />
      <Button variant="quiet">Answer the questions afresh</Button>
    </PostForm>
  );
}
