import { OpenedWith } from '~/pages/opened-with';
import type { PageWho } from '~/people/guard.server';
import { Button } from '~/ui/button';
import { FieldError } from '~/ui/field-frame';
import { TextField } from '~/ui/fields';
import { Details, Panel } from '~/ui/panel';
import { PostForm } from '~/ui/post-form';

interface SchoolPathwayFormProps {
  who: PageWho;
  /** Minutes are null of a module that is not open to learners now. */
  modules: { slug: string; name: string; minutes: number | null }[];
  longest: number;
  values: Record<string, string>;
  errors: Record<string, string[]> | undefined;
}

/** A pathway's name, whom it is for, and for each module the weeks in which it opens and is due. */
export function SchoolPathwayForm({
  who,
  modules,
  longest,
  values,
  errors,
}: SchoolPathwayFormProps) {
  const field = (name: string) => ({ name, error: errors?.[name], defaultValue: values[name] });
  return (
    <>
      <PostForm who={who} noValidate>
        <OpenedWith values={values} />
        <TextField {...field('title')} label="Name" autoComplete="off" />
        <TextField {...field('forWhom')} label="Whom it is for" width="full" autoComplete="off" />
        <h2 id="modules">Modules, in school weeks from its start</h2>
        <p>
          The first week is 1. They come in the order in which they open, whatever order they stand
          in here. Leave both boxes empty for a module that is not part of it. A school year has
          about 39 weeks; the longest pathway has {longest}.
        </p>
        <FieldError name="modules" error={errors?.modules} />
        {modules.map(({ slug, name, minutes }) => (
          <Panel key={slug} level={3} title={name}>
            <p>
              {minutes === null
                ? 'Not open to learners now. Cohorts are given the pathway without it.'
                : `About ${minutes} minutes.`}
            </p>
            <div className="form-row">
              <TextField
                {...field(`opens.${slug}`)}
                label={<>Opens in week{of(name)}</>}
                inputMode="numeric"
                width="short"
                autoComplete="off"
              />
              <TextField
                {...field(`due.${slug}`)}
                label={<>Due by the end of week{of(name)}</>}
                inputMode="numeric"
                width="short"
                autoComplete="off"
              />
            </div>
          </Panel>
        ))}
        <div className="form-actions">
          <Button>Save the pathway</Button>
        </div>
      </PostForm>
      <Details summary="Take it off the list">
        <p>
          Nobody can be given it any more. Cohorts that were given it keep their modules and dates.
        </p>
        <PostForm who={who}>
          <Button variant="secondary" name="remove" value="yes">
            Yes, take it off the list
          </Button>
        </PostForm>
      </Details>
    </>
  );
}

/** For those who hear the page: which module a field is about. */
const of = (name: string) => <span className="visually-hidden">: {name}</span>;
