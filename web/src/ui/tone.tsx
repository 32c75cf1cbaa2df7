import type { ReactNode } from 'react';
import './tone.css';

/** How a state looks; its word and its icon always stand beside the colour (domain §4.2). */
export type Tone = 'danger' | 'today' | 'soon' | 'calm' | 'good' | 'late' | 'muted';

/** A state by word, colour and icon. */
export function ToneBadge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }): ReactNode {
  return (
    <span className={`tone tone-${tone}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
