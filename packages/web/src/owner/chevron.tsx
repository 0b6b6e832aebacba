import { Icon } from '../design/icon.tsx';

/** Points at where a press leads. */
export function Chevron() {
  return (
    <Icon grid={10} strokeWidth="1.75" data-chevron>
      <path d="M3 1.5 6.5 5 3 8.5" />
    </Icon>
  );
}
