import { useEffect, useState } from 'react';
import { useText } from '../../i18n';
import { useChrome } from '../../state/chrome';
import { filesOf } from './dropped';

/** Files dropped anywhere on the page; the browser itself would leave the page for them. */
export function DropZone() {
  const text = useText();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setIsOver(false);
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      // The list says what is being read, and then what came of it.
      useChrome.getState().showDialog('scenarios');
      const bringing = Promise.all([import('./bring-files'), filesOf(event.dataTransfer!)]);
      void bringing.then(
        ([{ bringFiles }, files]) => bringFiles(files),
        () => useChrome.getState().missPart(true),
      );
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver ? <div className="drop-zone">{text.scenarios.drop}</div> : null;
}
