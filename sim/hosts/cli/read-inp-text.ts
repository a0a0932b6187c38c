import { readBytes } from './read-file';
import { inFile, Refusal } from './refusal';

/** Names and remarks in old files of EPANET's format are of any alphabet of one byte. */
export async function readInpText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  if (!bytes.ok) throw new Refusal(inFile(bytes.problems, path));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
  } catch {
    return new TextDecoder('latin1').decode(bytes.value);
  }
}
