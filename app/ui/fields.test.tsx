import { expect, test } from 'vitest';
import { ErrorSummary } from './error-summary';
import {
  Checkbox,
  Checkboxes,
  DateField,
  Radios,
  SelectField,
  TextArea,
  TextField,
} from './fields';
import { markup, tagHaving } from './markup-for-test';

const everyField = {
  TextField: (
    <TextField label="Name" name="it" hint="As on the staff list." error={['Type a name.']} />
  ),
  DateField: <DateField label="Start date" name="it" hint="The first day." error="Give a date." />,
  TextArea: <TextArea label="Words" name="it" hint="Only for you." error={['Type something.']} />,
  SelectField: (
    <SelectField
      label="Team"
      name="it"
      hint="One."
      error="Pick one."
      options={[{ value: 'a', label: 'A' }]}
    />
  ),
};

for (const [name, field] of Object.entries(everyField)) {
  test(`${name}: the label, the hint and the error are tied to the control`, () => {
    const html = markup(field);
    const control = tagHaving(html, 'name="it"');
    expect(control).toContain('id="it"');
    expect(control).toContain('aria-invalid="true"');
    expect(control).toContain('aria-describedby="it-hint it-error"');
    for (const part of ['for="it"', 'id="it-hint"', 'id="it-error"']) expect(html).toContain(part);
  });
}

test('a field without an error is not called invalid, and points at nothing that is not there', () => {
  const control = tagHaving(markup(<TextField label="Name" name="it" error={[]} />), 'name="it"');
  expect(control).not.toMatch(/aria-invalid|aria-describedby/);
});

test('what was typed comes back as it was typed', () => {
  const typed = `O’Brien said "select from" <b> & 🙂\nnew line`;
  const html = markup(<TextArea label="Words" name="it" defaultValue={typed} />);
  expect(html).toContain('O’Brien said &quot;select from&quot; &lt;b&gt; &amp; 🙂\nnew line');
});

test('further descriptions are added to the field’s own', () => {
  const html = markup(<TextField label="Name" name="it" hint="A hint." aria-describedby="more" />);
  expect(tagHaving(html, 'name="it"')).toContain('aria-describedby="it-hint more"');
});

const options = [
  { value: 'a', label: 'One', hint: 'The first' },
  { value: 'b', label: 'Two' },
];

test('radios: a group with a legend, each with a label of its own, the chosen one checked', () => {
  const html = markup(
    <Radios legend="Which?" name="which" options={options} defaultValue="b" error="Pick one." />,
  );
  expect(html).toContain('<legend>Which?</legend>');
  expect(tagHaving(html, '<fieldset')).toContain('aria-describedby="which-error"');
  const [first, second] = html.match(/<input[^>]+>/g) ?? [];
  expect(first).toContain('id="which"');
  expect(first).not.toContain('checked');
  expect(second).toContain('checked');
  expect(html).toContain('for="which-1"');
  expect(tagHaving(html, 'value="a"')).toContain('aria-describedby="which-about"');
});

test('checkboxes: any number may be chosen, and none is required', () => {
  const html = markup(
    <Checkboxes legend="Teams" name="teams" options={options} defaultValue={['a', 'b']} />,
  );
  expect(html.match(/checked=""/g)).toHaveLength(2);
  expect(html).not.toContain('required');
});

test('a single checkbox has its hint and error read with it', () => {
  const html = markup(
    <Checkbox label="Mine alone" name="own" hint="30 days." error="Say which." />,
  );
  expect(tagHaving(html, 'type="checkbox"')).toContain('aria-describedby="own-hint own-error"');
});

test('the error summary leads to each field by its name', () => {
  const html = markup(
    <ErrorSummary errors={{ email: ['Type your e-mail.'], start: ['Too early.'], fine: [] }} />,
  );
  expect(html).toContain('<a href="#email">Type your e-mail.</a>');
  expect(html).toContain('<a href="#start">Too early.</a>');
  expect(tagHaving(html, 'role="alert"')).toContain('tabindex="-1"');
});

test('with nothing to mend there is no error summary', () => {
  expect(markup(<ErrorSummary errors={{ email: [] }} />)).toBe('');
  expect(markup(<ErrorSummary errors={undefined} />)).toBe('');
});
