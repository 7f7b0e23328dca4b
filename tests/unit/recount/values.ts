export const text = (value: unknown) => String(value ?? '');
export const number = (value: unknown) => (typeof value === 'number' ? value : null);
export const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
