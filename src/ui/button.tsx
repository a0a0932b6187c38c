import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  readonly tone?: 'main' | 'quiet';
  readonly icon?: IconName;
  readonly solid?: boolean;
  readonly small?: boolean;
}

export function Button({ tone, icon, solid, small, children, className, ...rest }: ButtonProps) {
  const classes = ['button', small && 'small', className].filter(Boolean).join(' ');
  return (
    <button {...rest} type="button" className={classes} data-tone={tone}>
      {icon && <Icon name={icon} solid={solid} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon'> {
  readonly icon: IconName;
  /** Read aloud, and shown when a pointer rests on it. */
  readonly label: string;
}

export function IconButton({ icon, label, tone = 'quiet', solid, small, ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      className={small ? 'button small' : 'button'}
      data-tone={tone}
      data-icon=""
      aria-label={label}
      title={rest.title ?? label}
    >
      <Icon name={icon} solid={solid} />
    </button>
  );
}
