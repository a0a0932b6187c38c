/** Hands something to the browser as a file; a text is JSON unless it says otherwise. */
export function keepAsFile(name: string, content: Blob | string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The download has begun by the next turn; what it holds may then go.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
