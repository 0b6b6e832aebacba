import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import classes from './typed-input.module.css';

/** What an input is given beside what it holds. */
export type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'type' | 'min' | 'max'>;

/**
 * A line to type what has a form of its own, such as a day: it takes it as people write it, shows it as the page does once it is left, and says then what
 * is wrong with it, unless the form around it does. What cannot be read is held as it was typed.
 */
export function TypedInput({
  value,
  read,
  say,
  faultOf,
  onChange,
  className,
  children,
  ...input
}: InputProps & {
  readonly value: string;
  /** What was meant by what was typed; null where that cannot be read. */
  readonly read: (typed: string) => string | null;
  /** A value as the page writes it; what is none as it is. */
  readonly say: (value: string) => string;
  /** What is wrong with a value, in words. */
  readonly faultOf: (value: string) => string | undefined;
  readonly onChange: (value: string) => void;
  /** What stands at its end, within the same frame. */
  readonly children?: ReactNode;
}) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const fault = left && !input['aria-invalid'] ? faultOf(value) : undefined;
  const describedBy = [input['aria-describedby'], fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={classes.typed}>
      <div className={`${classes.frame} ${className ?? ''}`}>
        <input
          autoComplete="off"
          {...input}
          type="text"
          aria-invalid={input['aria-invalid'] || fault !== undefined || undefined}
          aria-describedby={describedBy || undefined}
          value={typed ?? say(value)}
          onChange={({ target }) => {
            const next = read(target.value) ?? target.value;
            setTyped(target.value);
            if (faultOf(next) === undefined) setLeft(false);
            onChange(next);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter' || key === 'Tab') setTyped(null);
            if (key === 'Tab') setLeft(true);
          }}
          onBlur={() => {
            setTyped(null);
            // A message that moves what is pressed would let the press go astray: it waits until that has been let go.
            addEventListener('click', () => setLeft(true), { once: true });
          }}
        />
        {children}
      </div>
      {fault === undefined ? null : (
        <p id={`${id}-fault`} role="alert" className={classes.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}
