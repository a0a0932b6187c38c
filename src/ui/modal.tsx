import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { IconButton } from './button';

interface ModalProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly open: boolean;
  /** Takes most of the page, for a picture. */
  readonly wide?: boolean;
  readonly children: ReactNode;
  onClose(): void;
}

/** A page in front of the page: keeps the focus inside, gives it back, closes with Escape. */
export function Modal({ title, closeLabel, open, wide = false, children, onClose }: ModalProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className={wide ? 'dialog wide' : 'dialog'}>
          <div className="dialog-head">
            <Dialog.Title className="dialog-title">{title}</Dialog.Title>
            <Dialog.Close render={<IconButton icon="close" label={closeLabel} />} />
          </div>
          <div className="dialog-body">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
