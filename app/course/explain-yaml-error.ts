import type { YAMLParseError } from 'yaml';

/** What is wrong with a line of YAML, and how to mend it. */
export type Explained = [message: string, mend: string];

const quoteIt = 'put what stands after the first colon inside quotation marks';

/**
 * Says in plain words what the YAML reader choked on. @param written the line that is named @param tail what of it
 * stands from the fault on
 */
export function explainYamlError(
  { code, message }: Pick<YAMLParseError, 'code' | 'message'>,
  written: string,
  tail: string,
): Explained {
  switch (code) {
    case 'TAB_AS_INDENT':
      return ['this line begins with a tab', 'indent it with spaces'];
    case 'DUPLICATE_KEY':
      return [`“${nameIn(written)}” stands here for the second time`, 'keep one of the two'];
    case 'BAD_SCALAR_START':
      return [`what begins with ${tail.charAt(0)} cannot be read here`, quoteIt];
    case 'BAD_DQ_ESCAPE':
      return [
        'a backslash \\ cannot stand alone in quotation marks',
        'write it twice, or leave it out',
      ];
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) {
        return [
          'a quotation mark is opened here and never closed',
          'close it at the end of the line, or take it away',
        ];
      }
      return noName;
    case 'MULTILINE_IMPLICIT_KEY':
      return noName;
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (message.startsWith('A block sequence')) {
        return [
          'a line of this list is not in line with the others',
          'begin each line of the list with the same number of spaces, then a hyphen',
        ];
      }
      if (/:\s.*:(?:\s|$)/.test(written)) return ['there is a second colon in this line', quoteIt];
      return [
        'the line below this one is indented, and nothing here begins a block',
        'take the spaces away from its beginning',
      ];
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) {
        return [
          'a bracket [ or { is opened and not closed',
          'close it on the same line, and put a comma between entries',
        ];
      }
      return [
        'this line is not indented as the ones around it',
        'begin it with as many spaces as they begin with',
      ];
    case 'UNEXPECTED_TOKEN':
      if (message.includes('block-seq-ind')) {
        return [
          'a list begins on the same line as its name',
          'put each entry on a line of its own, below the name: two spaces, a hyphen, a space',
        ];
      }
      if (/["']/.test(written.slice(0, written.length - tail.length))) {
        return [
          'something stands after a closing quotation mark',
          'put the whole inside one pair of " and use ’ or “ ” within it',
        ];
      }
  }
  return [
    'this cannot be read as lines of “name: value”',
    'write each as a name, a colon, a space and the value; a value with a colon or # in it stands in quotation marks',
  ];
}

const noName: Explained = [
  'this line has no name with a colon',
  'write it as “name: value”; if it goes on from the line above, put the two on one line',
];

function nameIn(written: string): string {
  return written.split(':')[0]?.replace(/^[\s-]+/, '') ?? '';
}
