/** What somebody has dropped or chosen: all files with their paths, and which of them belong together. */
import type { BringInput } from '../../../sim';

export interface DroppedFile {
  /** From what was dropped on: 'my-city/roads.json', or the name alone. */
  readonly path: string;
  readonly file: Pick<File, 'size' | 'arrayBuffer'>;
}

/** Files that are one thing. */
export interface DroppedThing {
  readonly kind: BringInput['kind'] | 'scenario' | 'unknown';
  /** What a person sees in their folder: the folder of a scene, or a file. */
  readonly source: string;
  readonly files: readonly DroppedFile[];
}

/** No folder that was meant has more; a whole disk that was not meant is not walked. */
const MOST_FILES = 2_000;

/** To be called within the event: what was dropped is forgotten after it. */
export function filesOf(transfer: DataTransfer): Promise<readonly DroppedFile[]> {
  const roots = [...transfer.items].flatMap((item): (FileSystemEntry | File)[] => {
    const entry = item.webkitGetAsEntry();
    if (entry !== null) return [entry];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
  return walk(roots);
}

async function walk(roots: readonly (FileSystemEntry | File)[]): Promise<readonly DroppedFile[]> {
  const found: DroppedFile[] = [];
  const waiting = roots.map((root) => ({ path: root.name, entry: root }));
  for (let at = waiting.shift(); at !== undefined && found.length < MOST_FILES; at = waiting.shift()) {
    const { path, entry } = at;
    if (entry instanceof File) found.push({ path, file: entry });
    else if (entry.isFile) found.push({ path, file: await fileOf(entry as FileSystemFileEntry) });
    else {
      const inside = await childrenOf(entry as FileSystemDirectoryEntry);
      waiting.push(...inside.map((child) => ({ path: `${path}/${child.name}`, entry: child })));
    }
  }
  return found;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // It answers a hundred at a time, and nothing at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0 || all.length > MOST_FILES) return all;
    all.push(...some);
  }
}

const MANIFEST = 'scene.json';
const sumoFile = /\.(net|rou|add|trips|flows?|ped|poly)\.xml(\.gz)?$|\.sumocfg$|\.rou$/i;

/** A folder with a manifest is a scene; loose files are one where the manifest is among them; others by their endings. */
export function sortDropped(dropped: readonly DroppedFile[], isSceneFile: (name: string) => boolean): DroppedThing[] {
  const things: DroppedThing[] = [];
  const folders = new Map<string, DroppedFile[]>();
  for (const each of dropped) {
    const folder = folderOf(each.path);
    const there = folders.get(folder);
    if (there) there.push(each);
    else folders.set(folder, [each]);
  }
  const withManifest = [...folders.keys()].filter((folder) =>
    folders.get(folder)?.some((each) => nameOf(each) === MANIFEST),
  );
  const isWithin = (folder: string) => withManifest.some((scene) => scene !== '' && folder.startsWith(`${scene}/`));
  for (const [folder, files] of folders) {
    // What lies deeper in a scene's folder is its authors' own.
    if (isWithin(folder)) continue;
    if (withManifest.includes(folder)) {
      // Loose files may be a scene and scenarios of it; in a scene's own folder whatever is no part of it is a mistake.
      const isPart = (each: DroppedFile) =>
        folder === '' ? nameOf(each) === MANIFEST || isSceneFile(nameOf(each)) : nameOf(each).endsWith('.json');
      things.push({ kind: 'scene', source: folder || MANIFEST, files: files.filter(isPart) });
      if (folder === '') things.push(...singles(files.filter((each) => !isPart(each))));
    } else things.push(...singles(files));
  }
  return things;
}

function singles(files: readonly DroppedFile[]): DroppedThing[] {
  const sumo = files.filter((each) => sumoFile.test(nameOf(each)));
  const others = files.filter((each) => !sumo.includes(each));
  const things = others.map((each): DroppedThing => ({ kind: kindOf(nameOf(each)), source: each.path, files: [each] }));
  if (sumo.length === 0) return things;
  const first = sumo.find((each) => /\.net\.xml(\.gz)?$/i.test(nameOf(each))) ?? sumo[0];
  return [...things, { kind: 'sumo', source: first.path, files: [first, ...sumo.filter((each) => each !== first)] }];
}

function kindOf(name: string): DroppedThing['kind'] {
  if (/\.inp$/i.test(name)) return 'epanet';
  if (/\.m$/i.test(name)) return 'matpower';
  return /\.json$/i.test(name) ? 'scenario' : 'unknown';
}

export function nameOf({ path }: DroppedFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
