import { useId } from 'preact/hooks';

interface RadioLinesProps<T extends string> {
  label: string;
  value: T;
  options: { value: T; label: string; hint?: string }[];
  /** Shared by several groups of which one choice is taken in all. */
  name?: string;
  onChange(value: T): void;
}

/** A few choices that need a word of explanation each. */
export function RadioLines<T extends string>(props: RadioLinesProps<T>) {
  const own = useId();
  const name = props.name ?? own;
  return (
    <fieldset class="choice radio-lines">
      <legend class="field-hint">{props.label}</legend>
      {props.options.map(({ value, label, hint }) => (
        <label key={value} class="tick">
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>
            {label} {hint && <span class="field-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
