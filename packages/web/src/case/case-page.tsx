import { useParams } from '@tanstack/react-router';

/** A case. */
export function CasePage() {
  const { mineId } = useParams({ from: '/mines/$mineId' });
  return <h1>{mineId}</h1>;
}
