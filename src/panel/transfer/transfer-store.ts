import { signal } from '@preact/signals';
import type { Call } from '../../model/call.ts';
import type { Flow } from '../../model/flows/flow.ts';

/** What an export is asked of: calls that were chosen, a flow, or whatever there is. */
export interface ExportWish {
  calls?: readonly Call[];
  flow?: Flow;
}

/** The ways to import and export from all views; what they open is loaded then. */
export class TransferStore {
  /** What the dialog of exports was opened for. */
  readonly exporting = signal<ExportWish | undefined>(undefined);
  /** Files that are still to be read. */
  readonly files = signal<readonly File[]>([]);
  /** The bar that tells of imports is shown. */
  readonly importing = signal(false);

  exportCalls(wish: ExportWish = {}): void {
    this.exporting.value = wish;
  }

  importFiles(files: readonly File[]): void {
    if (files.length === 0) return;
    this.files.value = [...this.files.value, ...files];
    this.importing.value = true;
  }

  /** The files that are still to be read, which are somebody's now. */
  takeFiles(): readonly File[] {
    const files = this.files.value;
    if (files.length > 0) this.files.value = [];
    return files;
  }
}
