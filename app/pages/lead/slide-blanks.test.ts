import { expect, test } from 'vitest';
import { fillSlides } from './slide-blanks';

const slides = [
  { title: 'One', html: '<p>In paid time: [when]. Tell [name].</p>' },
  { title: 'Two', html: '<p>To talk: [name].</p>' },
];

test('each blank has a box of its own, and nothing in brackets is projected', () => {
  const { slides: shown, blanks } = fillSlides(slides, {});
  expect(blanks).toEqual([
    { name: 'slide-1-1', slide: 1, words: 'when' },
    { name: 'slide-1-2', slide: 1, words: 'name' },
    { name: 'slide-2-1', slide: 2, words: 'name' },
  ]);
  for (const { html } of shown) expect(html).not.toMatch(/[[\]]/);
  expect(shown[1]?.html).toContain('class="slide-blank"');
});

test('what is typed stands in its place, as text, and leaves the others open', () => {
  const { slides: shown, blanks } = fillSlides(slides, { 'slide-1-2': '<b>Ann</b> & Bo' });
  expect(shown[0]?.html).toContain('Tell &lt;b&gt;Ann&lt;/b&gt; &amp; Bo.');
  expect(shown[0]?.html).toContain('when</span>');
  expect(shown[1]?.html).toContain('name</span>');
  expect(blanks).toHaveLength(3);
});
