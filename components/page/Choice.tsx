import { useId } from 'preact/hooks';

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string;
  value: T;
  options: { value: T; label: string }[];
  onChange(value: T): void;
}

/** A setting with a few values, all of them in sight. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice setting">
      <legend>{props.label}</legend>
      <div class="choice-strip">
        {props.options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {props.hint && <p class="field-hint">{props.hint}</p>}
    </fieldset>
  );
}
