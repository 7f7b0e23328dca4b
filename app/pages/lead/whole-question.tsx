import type { Question } from '~/course/module';
import { Explanation } from '~/ui/learning';
import { Prose, ProseInline } from '~/ui/prose';

/** A question with its answers, for those who may read modules whole. */
export function WholeQuestion({ question }: { question: Question }) {
  return (
    <div className="question" id={`item-${question.id}`}>
      <Prose html={question.stem} className="question-stem" />
      <p className="hint">{aboutQuestion(question)}</p>
      {question.kind === 'sort' ? (
        <ul>
          {question.statements.map((statement) => (
            <li key={statement.html}>
              <ProseInline html={statement.html} />:{' '}
              <strong>{question.categories[statement.category]}</strong>
              {statement.explanation ? <Prose html={statement.explanation} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {question.options.map((option) => (
            <li key={option.html}>
              <ProseInline html={option.html} />
              <Explanation right={option.right} words={option.right ? 'Right' : 'Not right'}>
                <Prose html={option.explanation} />
              </Explanation>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const kinds = { one: 'Choose one', many: 'Choose all that apply', sort: 'Sort' } as const;

function aboutQuestion(question: Question): string {
  const facts = [
    kinds[question.kind],
    question.pre ? 'asked before teaching' : '',
    question.critical ? 'critical: it has to be right' : '',
    question.outcome ? `outcome ${question.outcome}` : '',
    question.page ? `look again at: ${question.page}` : '',
  ];
  return `${question.id}. ${facts.filter((fact) => fact !== '').join('; ')}.`;
}
