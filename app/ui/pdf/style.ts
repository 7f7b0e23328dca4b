export const ink = '#2a2422';
export const soft = '#5f544e';
export const accent = '#6a2c57';
export const band = '#f6efe5';
export const margin = 56;
export const columnsTall = 40;
/** In points. Dense is for much on few pages, and still as large as a printed book. */
export const types = {
  plain: {
    bodySize: 10.5,
    tableSize: 9,
    headingSizes: { 1: 22, 2: 15, 3: 12 },
    air: 1,
    cellPadding: 4,
    lineGap: 2,
  },
  dense: {
    bodySize: 9.5,
    tableSize: 8.5,
    headingSizes: { 1: 20, 2: 13, 3: 11 },
    air: 0.55,
    cellPadding: 2.5,
    lineGap: 0.9,
  },
} as const;
