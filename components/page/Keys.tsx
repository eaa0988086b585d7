/** A shortcut as key caps; a Mac writes its keys without plus signs, as one. */
export function Keys({ keys }: { keys: string }) {
  return (
    <kbd class="keys">
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </kbd>
  );
}
