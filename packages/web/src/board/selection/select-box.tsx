import { useEffect, useRef } from 'react';
import classes from './selection.module.css';

/** A box that is ticked, half ticked where some of what it stands for are, or empty. Its label is heard, not seen. */
export function SelectBox({
  label,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly chosen: boolean | 'some';
  readonly onChange: (event: unknown) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen === 'some';
  }, [chosen]);
  return (
    <label className={classes.box}>
      <input ref={box} type="checkbox" aria-label={label} checked={chosen === true} onChange={onChange} />
    </label>
  );
}
