/** What people put where there is nothing to put. */
export const nothing = /^([-–—.?]+|n\/?a|none|nil|null|tb[ac]|unknown|#n\/a)$/i;
/** A formula, or what a spreadsheet shows in place of one that failed. */
const formula = /^[=@]|^#(ref|value|name|div\/0|null|num)[!?]/i;
/** UTF-8 that was once read as Windows-1252 and saved, or letters that were lost for good. */
const garbled = /Ã[\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€|\uFFFD/;

/** What is wrong with cells whatever they should hold, in words; of cells as they came, before anything is tidied. */
export function cellProblems(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => [
    ...(formula.test(cell)
      ? [`“${brief(cell)}” is a formula or a failed one: paste the values themselves.`]
      : []),
    // A soft hyphen, which a name is shown without, is half of a garbled í.
    ...(garbled.test(cell)
      ? [
          `The letters of “${brief(cell)}” were garbled on the way. Save the list as “CSV UTF-8” and try again.`,
        ]
      : []),
  ]);
}

/** A cell as it is quoted back. */
export const brief = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 57)}…` : cell);
