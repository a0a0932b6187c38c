interface ToggleProps {
  readonly label: string;
  readonly checked: boolean;
  readonly title?: string;
  onChange(checked: boolean): void;
}

export function Toggle({ label, checked, title, onChange }: ToggleProps) {
  return (
    <label className="toggle" title={title}>
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
