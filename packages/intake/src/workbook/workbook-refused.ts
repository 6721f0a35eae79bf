/** A file that is no workbook we read; what to do is said by whoever asked for it. */
export class WorkbookRefused extends Error {
  constructor(readonly reason: 'unreadable' | 'too-large' = 'unreadable') {
    super(`workbook ${reason}`);
    this.name = 'WorkbookRefused';
  }
}
