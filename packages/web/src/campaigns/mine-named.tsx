import { Link } from '@tanstack/react-router';

/** A mine of a list by its name, which leads to it, with its number beside; by the number alone where the name is not known. */
export function MineNamed({ mineId, name }: { readonly mineId: string; readonly name: string | undefined }) {
  return (
    <span>
      <Link to="/mines/$mineId" params={{ mineId }}>
        {name ?? mineId}
      </Link>
      {name === undefined ? null : <span className="quiet"> {mineId}</span>}
    </span>
  );
}
