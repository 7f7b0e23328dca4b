import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { civilDateInWords } from '~/course/said';
import { pageWho, requirePerson } from '~/people/guard.server';
import { filterChoices } from '~/record/filter-choices.server';
import { AppPage } from '~/ui/app-page';
import { ButtonLink } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { title } from '~/ui/title';
import { AsAtForm } from './as-at-form';
import { figureBehind, peopleBehind, queryOf } from './links';
import { chosenInWords } from './narrowed-in-words';
import { NotThere } from './not-there';
import { noteDaily, noteWholeRecord } from './note-access.server';
import { peopleCounted } from './people-counted.server';
import { readStandings, standingsInWords, whoStand } from './people-standing';
import { PeopleTable } from './people-table';
import { readQuestion } from './question.server';
import { readRecordFilter } from './record-filter.server';
import { listInWords } from './teams-part';

export const meta = () => title('Who is counted');

const perPage = 50;

/** Those of whom a figure is: where a nought opens to, and everybody else of “24 of 42”. */
export async function loader(args: LoaderFunctionArgs) {
  const who = await requirePerson(args, 'see the training record');
  const { attune } = args.context;
  const { schoolId } = who;
  const query = new URL(args.request.url).searchParams;
  const { asAt, filter } = readQuestion(args, who);
  const { error, date, size, began, typed, today } = asAt;
  const known = filterChoices(attune.db, schoolId, size);
  const open = attune.course.modules().map(({ slug, title: called }) => [slug, called] as const);
  const titles = new Map([
    ...open,
    ...known.modules.map((one) => [one.module, one.title] as const),
  ]);
  const choices = {
    ...known,
    modules: [...titles].map(([module, called]) => ({ module, title: called })),
  };
  const { chosen, lines, ...asked } = readRecordFilter(query, filter, choices, date);
  const { standing, unknown } = readStandings(query);
  const { roleGroup, team, module, contract, role, among, of, staff } = chosen;
  const whose = { roleGroup, team, contract, role, among };
  const modules = module ? [module] : of;
  const everyone = error
    ? []
    : peopleCounted(attune, { schoolId, date, size, staff: lines, modules });
  const counted = whoStand(everyone, standing);
  const pages = Math.max(1, Math.ceil(counted.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1));
  const people = counted.slice((page - 1) * perPage, page * perPage);
  const what = 'opened the list of who is counted';
  const narrowed = [...Object.values(whose), standing].some((of) => of && of.length > 0);
  const part = pages > 1 || narrowed;
  if (part) {
    noteDaily(
      args,
      who,
      what,
      people.map(({ personId }) => personId),
      date,
    );
  } else if (!error) noteWholeRecord(args, who, what, date);
  return data(
    {
      who: pageWho(who),
      asAt: { typed, error, began, today },
      chosen: { ...whose, module, of, staff: staff === 'new' ? staff : undefined, standing },
      only: [
        chosenInWords({ ...whose, staff: staff === 'new' ? staff : undefined, of: [] }, titles),
        standingsInWords(standing),
      ]
        .filter(Boolean)
        .join('; '),
      about: modules.map((slug) => titles.get(slug) ?? slug),
      unknown: [...asked.unknown, ...unknown],
      shown: error
        ? null
        : {
            ...{ date, page, pages, people, total: counted.length, of: everyone.length },
            trained: everyone.filter((one) => one.standing === 'trained').length,
          },
    },
    { status: error ? 400 : 200 },
  );
}

export default function WhoIsCounted() {
  const { who, asAt, chosen, only, about, unknown, shown } = useLoaderData<typeof loader>();
  const fields = Object.entries(chosen).flatMap(([name, value = []]) =>
    [value].flat().map((one) => ({ name, value: one })),
  );
  return (
    <AppPage
      who={who}
      section="evidence"
      title="Who is counted"
      intro="The people on the staff list that day of whom a figure is, whatever their role, hours or contract, and what they have completed of it."
      back={{ to: `/evidence${queryOf({ asAt: asAt.typed })}`, label: 'Who is trained' }}
    >
      <ErrorSummary errors={asAt.error ? { asAt: [asAt.error] } : null} />
      <AsAtForm asAt={asAt}>
        {fields.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      </AsAtForm>
      <NotThere unknown={unknown} />
      {only === '' ? null : (
        <p>
          Only: {only}.{' '}
          <Link
            to={peopleBehind({ asAt: asAt.typed, module: chosen.module, of: chosen.of })}
            prefetch="none"
          >
            Everyone on the staff
          </Link>
        </p>
      )}
      {shown ? <Shown {...shown} chosen={chosen} about={about} /> : null}
    </AppPage>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type ShownProps = NonNullable<Data['shown']> & Pick<Data, 'chosen' | 'about'>;

function Shown({ date, page, pages, people, total, of, trained, chosen, about }: ShownProps) {
  const to = (n: number) => `${peopleBehind({ ...chosen, asAt: date })}&page=${n}`;
  const all = { ...chosen, standing: undefined, asAt: date };
  const whole = { ...all, staff: chosen.staff ?? 'then', completed: 'whole' };
  const said = `${trained} of ${of} ${of === 1 ? 'person' : 'people'}`;
  return (
    <>
      <p>
        {trained === 0 ? (
          said
        ) : (
          <Link to={figureBehind(trained, whole)} prefetch="none">
            {said}
          </Link>
        )}{' '}
        {trained === 1 ? 'has' : 'have'} completed {inWords(about)}.
      </p>
      <PeopleTable
        caption={`${civilDateInWords(date)}: ${total} ${total === 1 ? 'person' : 'people'}`}
        people={people}
        one={about.length === 1}
      />
      {pages > 1 ? (
        <nav aria-label="Pages of the list" className="form-row">
          {page > 1 ? <ButtonLink to={to(page - 1)}>Earlier names</ButtonLink> : null}
          <p>
            Page {page} of {pages}
          </p>
          {page < pages ? <ButtonLink to={to(page + 1)}>Later names</ButtonLink> : null}
        </nav>
      ) : null}
    </>
  );
}

function inWords(about: readonly string[]): string {
  if (about.length === 0) return 'a module whole';
  return listInWords(about.map((one) => `“${one}”`));
}
