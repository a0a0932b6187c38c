import type { Letters } from './letters';
import { num, PdfFile, ref, textString } from './pdf-file';
import type { Pen } from './pen';

export interface Photograph {
  readonly name: string;
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface DocumentParts {
  readonly title: string;
  /** As 'zh-CN'. */
  readonly language: string;
  readonly pages: readonly Pen[];
  readonly letters: Letters;
  readonly pictures: readonly Photograph[];
  readonly made: Date;
}

/** The whole file, once every page is drawn. */
export async function writeDocument({ title, language, pages, letters, pictures, made }: DocumentParts): Promise<Blob> {
  const file = new PdfFile();
  const tree = file.reserve();
  const fonts = (await letters.write(file)).map(([name, font]) => `/${name} ${ref(font)}`);
  const images = pictures.map(({ name, jpeg, width, height }) => {
    const shape = `/Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
    return `/${name} ${ref(file.raw(`/Type /XObject /Subtype /Image ${shape}`, jpeg))}`;
  });
  const resources = file.add(`<< /Font << ${fonts.join(' ')} >> /XObject << ${images.join(' ')} >> >>`);
  const kids = await Promise.all(
    pages.map(async ({ content, width, height }) => {
      const drawn = await file.stream('', content);
      const box = `/MediaBox [0 0 ${num(width)} ${num(height)}]`;
      return file.add(
        `<< /Type /Page /Parent ${ref(tree)} ${box} /Resources ${ref(resources)} /Contents ${ref(drawn)} >>`,
      );
    }),
  );
  file.put(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(ref).join(' ')}] >>`);
  const view = '/ViewerPreferences << /DisplayDocTitle true >>';
  const root = file.add(`<< /Type /Catalog /Pages ${ref(tree)} /Lang (${language}) ${view} >>`);
  const stamp = `D:${made.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  const info = file.add(`<< /Title ${textString(title)} /Producer (Cityloom) /CreationDate (${stamp}) >>`);
  return file.finish(root, info);
}
