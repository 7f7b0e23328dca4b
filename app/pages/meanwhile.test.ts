import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSince, meanwhile, toEdit } from './meanwhile.server';

function sent(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
const fieldsOf = ({ form }: { form: FormData }) => {
  const { openedWith: _, ...fields } = Object.fromEntries(form);
  return fields;
};

const opened = { name: 'Ann', startDate: '2026-09-01' };
const form = (typed: Partial<typeof opened>) => sent({ ...toEdit(opened), ...typed });

test('a field that was left alone keeps what somebody else saved', () => {
  const merged = meanwhile(form({ startDate: '2026-09-02' }), { ...opened, name: 'Anne' });
  expect(merged.errors).toEqual({});
  expect(fieldsOf(merged)).toEqual({ name: 'Anne', startDate: '2026-09-02' });
});

test('a field that both changed, and differently, is asked about once, and what was typed stays', () => {
  const now = { ...opened, startDate: '2026-09-03' };
  const merged = meanwhile(form({ startDate: '2026-09-02' }), now);
  expect(merged.errors).toEqual({
    startDate: [expect.stringMatching(/to “3 September 2026” while you had the page open/)],
  });
  expect(fieldsOf(merged)).toEqual({ name: 'Ann', startDate: '2026-09-02' });

  const again = meanwhile(merged.form, now);
  expect(again.errors).toEqual({});
  expect(fieldsOf(again)).toEqual({ name: 'Ann', startDate: '2026-09-02' });
});

test('it is asked again when it has been changed once more', () => {
  const merged = meanwhile(form({ name: 'Anna' }), { ...opened, name: 'Anne' });
  expect(meanwhile(merged.form, { ...opened, name: 'Annie' }).errors.name).toHaveLength(1);
});

test('two who typed the same are not asked', () => {
  expect(meanwhile(form({ name: 'Anne' }), { ...opened, name: 'Anne' }).errors).toEqual({});
});

test('line ends and spaces of the browser’s own are no change', () => {
  const box = { words: 'one\ntwo' };
  const back = sent({ ...toEdit(box), words: 'one\r\ntwo ' });
  expect(fieldsOf(meanwhile(back, { words: 'three' }))).toEqual({ words: 'three' });
});

test('words that somebody emptied are said to be empty, and long ones are cut short', () => {
  const emptied = meanwhile(form({ name: 'Anna' }), { ...opened, name: '' });
  expect(emptied.errors.name).toEqual([expect.stringMatching(/^Somebody emptied this/)]);
  const long = meanwhile(form({ name: 'Anna' }), { ...opened, name: 'x'.repeat(1000) });
  expect(long.errors.name?.[0]?.length).toBeLessThan(500);
});

test('a form that does not say what it was opened with, or says it badly, is saved as typed', () => {
  const typed = { name: 'Anna', startDate: '2026-09-02' };
  for (const openedWith of [null, 'nonsense', 'null', '[1]', '{"name":7}']) {
    const merged = meanwhile(sent({ ...typed, ...(openedWith ? { openedWith } : {}) }), opened);
    expect(merged.errors).toEqual({});
    expect(fieldsOf(merged)).toEqual(typed);
  }
});

test('what a form says of one field tells whether that was saved since', () => {
  expect(changedSince(form({}), 'name', 'Ann ')).toBe(false);
  expect(changedSince(form({}), 'name', 'Anne')).toBe(true);
  expect(changedSince(sent({}), 'name', 'Anne')).toBe(false);
});

test('nobody’s work is lost: each field is theirs, ours, or asked about', () => {
  const word = fc.constantFrom('', 'a', 'b', 'c');
  const three = fc.record({ x: word, y: word });
  fc.assert(
    fc.property(three, three, three, (then, typed, now) => {
      const merged = meanwhile(sent({ ...toEdit(then), ...typed }), now);
      const fields = fieldsOf(merged);
      for (const name of ['x', 'y'] as const) {
        const asked = merged.errors[name] !== undefined;
        const mine = typed[name] !== then[name];
        const theirs = now[name] !== then[name];
        expect(asked).toBe(mine && theirs && typed[name] !== now[name]);
        expect(fields[name]).toBe(mine ? typed[name] : now[name]);
      }
    }),
  );
});
