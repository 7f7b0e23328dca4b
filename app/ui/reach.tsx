/** Someone to tell, with a number that a phone can ring. */
export function Reach({ name, phone }: { name: string; phone: string }) {
  return (
    <>
      <strong>{name}</strong>, <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
    </>
  );
}
