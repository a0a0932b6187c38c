/** Objects of a PDF 1.7 file (ISO 32000-1:2008), numbered as they are added, streams packed by the browser's own deflate. */
export interface Reference {
  readonly number: number;
}

export class PdfFile {
  private readonly bodies: (Uint8Array<ArrayBuffer> | null)[] = [];

  /** A number for what is written later: whatever two objects say of each other. */
  reserve(): Reference {
    this.bodies.push(null);
    return { number: this.bodies.length };
  }

  put(reference: Reference, body: string): Reference {
    this.bodies[reference.number - 1] = latin(body);
    return reference;
  }

  add(body: string): Reference {
    return this.put(this.reserve(), body);
  }

  async stream(entries: string, content: Uint8Array<ArrayBuffer> | string): Promise<Reference> {
    const bytes = typeof content === 'string' ? latin(content) : content;
    const packed = await deflated(bytes);
    return this.raw(`${entries} /Filter /FlateDecode`, packed);
  }

  /** A stream as it is: a picture that is packed already. */
  raw(entries: string, bytes: Uint8Array<ArrayBuffer>): Reference {
    const reference = this.reserve();
    const head = latin(`<< ${entries} /Length ${bytes.length} >>\nstream\n`);
    this.bodies[reference.number - 1] = joined([head, bytes, latin('\nendstream')]);
    return reference;
  }

  finish(root: Reference, info: Reference): Blob {
    // The second line tells programs that carry files about that this is no text.
    const parts: Uint8Array<ArrayBuffer>[] = [latin('%PDF-1.7\n%\u00e7\u00bb\u0087\u00e5\n')];
    let at = parts[0].length;
    const places = this.bodies.map((body, i) => {
      if (body === null) throw new Error(`met object ${i + 1} of a PDF that was reserved and never written`);
      const place = at;
      for (const part of [latin(`${i + 1} 0 obj\n`), body, latin('\nendobj\n')]) {
        parts.push(part);
        at += part.length;
      }
      return `${String(place).padStart(10, '0')} 00000 n \n`;
    });
    const size = this.bodies.length + 1;
    const trailer = `<< /Size ${size} /Root ${ref(root)} /Info ${ref(info)} >>`;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
    parts.push(latin(`${table}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`));
    return new Blob(parts, { type: 'application/pdf' });
  }
}

export function ref({ number }: Reference): string {
  return `${number} 0 R`;
}

/** A text that people read outside the pages: the title, say. */
export function textString(text: string): string {
  return `<FEFF${utf16(text)}>`;
}

export function utf16(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return hex.toUpperCase();
}

/** Short, and never in the form 1e-7, which PDF does not know. */
export function num(value: number): string {
  const rounded = Math.round(value * 1_000) / 1_000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

function latin(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
