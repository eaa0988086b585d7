import { useRef } from 'preact/hooks';

interface FilePickProps {
  label: string;
  /** As the `accept` attribute takes it. */
  accept: string;
  onPick(file: File): void;
}

/** A button that asks for a file; the same file can be picked again. */
export function FilePick({ label, accept, onPick }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onPick(file);
        }}
      />
    </>
  );
}
