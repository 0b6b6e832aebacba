import { useParams } from '@tanstack/react-router';

/** An owner's mine. */
export function OwnerPage() {
  const { mineId } = useParams({ from: '/my/$mineId' });
  return <h1>{mineId}</h1>;
}
