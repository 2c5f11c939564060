/** Files are being chosen: what reads them is loaded meanwhile, and its worker started. */
export function expectFiles(): void {
  Promise.all([import('./import-file.ts'), import('./import-bar.tsx')]).then(
    ([{ prepareImport }]) => prepareImport(),
    (error: unknown) => console.error(error),
  );
}
