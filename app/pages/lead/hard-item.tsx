import { Link } from '@remix-run/react';
import type { ItemFound } from '~/learning/understanding/item-found';
import type { Share } from '~/learning/understanding/share';
import { Details } from '~/ui/panel';
import { Prose, ProseInline } from '~/ui/prose';
import { Table } from '~/ui/table';
import { WholeQuestion } from './whole-question';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const many: readonly Share[] = ['nearly all or all', 'most', 'about half', 'some'];

/** What first answers say of an item, in a sentence. */
export function inWords({ otherwise, sure }: Pick<ItemFound, 'otherwise' | 'sure'>): string {
  if (!many.includes(otherwise)) return 'Few or none chose something other than our answer.';
  if (many.includes(sure.otherwise.sure))
    return `${capital(sure.otherwise.sure)} were sure, and chose something other than our answer.`;
  return `${capital(otherwise)} chose something other than our answer, few or none of them sure.`;
}

/** One question, what people made of it, and, unfolded, the question with its explanations. */
export function HardItem({ item, slug }: { item: ItemFound; slug: string }) {
  const { question, people } = item;
  return (
    <section className="panel" id={`hard-${question.id}`}>
      <h3 className="panel-title">{inWords(item)}</h3>
      <Prose html={question.stem} />
      <p className="hint">{people} people’s first answers are counted.</p>
      <Details summary="What they chose, how sure they were, and the explanations">
        <Chosen item={item} />
        <HowSure item={item} />
        <WholeQuestion question={question} />
        <p>
          <Link to={`/lead/modules/${slug}/staff-meeting`} prefetch="none">
            Talk about it: the staff-meeting pack
          </Link>
        </p>
      </Details>
    </section>
  );
}

function Chosen({ item: { question, options } }: { item: ItemFound }) {
  const rows =
    question.kind === 'sort'
      ? question.statements.map(({ html, category }, n) => ({
          n,
          html,
          fits: question.categories[category] ?? '',
        }))
      : question.options.map(({ html, right }, n) => ({ n, html, fits: right ? 'yes' : 'no' }));
  return (
    <Table
      caption={question.kind === 'sort' ? 'Sorted as the module does' : 'Who chose what'}
      columns={[
        {
          key: 'option',
          head: question.kind === 'sort' ? 'Statement' : 'Option',
          rowHead: true,
          cell: ({ html }) => <ProseInline html={html} />,
        },
        {
          key: 'fits',
          head: question.kind === 'sort' ? 'Belongs to' : 'Right',
          cell: ({ fits }) => fits,
        },
        {
          key: 'share',
          head: question.kind === 'sort' ? 'Put there by' : 'Chosen by',
          cell: ({ n }) => options[n],
        },
      ]}
      rows={rows}
      rowKey={({ n }) => String(n)}
    />
  );
}

function HowSure({ item: { sure } }: { item: ItemFound }) {
  return (
    <Table
      caption="How sure they were, of everyone counted"
      columns={[
        { key: 'how', head: 'Answered', rowHead: true, cell: ({ how }) => how },
        { key: 'sure', head: 'Sure', cell: ({ levels }) => levels.sure },
        { key: 'fairly', head: 'Fairly sure', cell: ({ levels }) => levels.fairly },
        { key: 'guess', head: 'A guess', cell: ({ levels }) => levels.guess },
      ]}
      rows={[
        { how: 'With our answer', levels: sure.right },
        { how: 'With another', levels: sure.otherwise },
      ]}
      rowKey={({ how }) => how}
    />
  );
}
