import { useParams } from '@tanstack/react-router';

/** The replay of a case. */
export function ReplayPage() {
  const { mineId } = useParams({ from: '/mines/$mineId/replay' });
  return <h1>{mineId}</h1>;
}
