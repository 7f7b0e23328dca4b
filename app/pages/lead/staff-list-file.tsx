import { useEffect, useState } from 'react';
import { TextField } from '~/ui/fields';

/** The file of a staff list. One that was refused is let go of, as a browser does by itself with JavaScript off. */
export function StaffListFile({ error }: { error: string[] | undefined }) {
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (error) setRefused((n) => n + 1);
  }, [error]);
  return (
    <TextField
      key={refused}
      label="Or choose a CSV file"
      name="file"
      type="file"
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      hint="Up to 5 MB and 10,000 rows."
      error={error}
    />
  );
}
