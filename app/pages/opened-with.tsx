/** Goes inside an edit form: what its fields were opened with, so that saving undoes nobody else's work. See `toEdit`. */
export function OpenedWith({ values }: { values: Record<string, string> | undefined }) {
  return values?.openedWith ? (
    <input type="hidden" name="openedWith" value={values.openedWith} />
  ) : null;
}
