export { type BalanceInWords, balanceInWords } from './balance-in-words.ts';
export { ledgerRef, ledgerWrite, readLedger } from './records.ts';
export { lastVisit, nextVisit, recordedHalfDays, uncountedHalfDays } from './rules.ts';
export { Visit, VisitKind, VisitLedger } from './schema.ts';
