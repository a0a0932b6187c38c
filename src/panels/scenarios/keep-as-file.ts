/** Hands a text to the browser as a file. */
export function keepAsFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The download has begun by the next turn; what it holds may then go.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
