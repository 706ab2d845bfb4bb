export { createFileDesk, type FileDesk } from './file-desk.ts';
export { mountFiles } from './mount-files.ts';
export { writeCalendar } from './write-calendar.ts';
export { writeCsv } from './write-csv.ts';
export { writeXlsx } from './write-xlsx.ts';
