interface Commitment {
  what: string;
  when: string;
  know: string;
}

/** What somebody said they would do, as they typed it; when, and how they will know, under the labels of the form. */
export function commitmentLines({ what, when, know }: Commitment): string[] {
  return [what, when && `When: ${when}`, know && `How I will know: ${know}`].filter(Boolean);
}
