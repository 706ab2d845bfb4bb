export { type BalanceInWords, balanceInWords } from './balance-in-words.ts';
export { ledgerWrite, readLedger } from './records.ts';
export {
  awaitingRecord,
  lastVisit,
  nextVisit,
  recordedIn,
  type VisitsSoFar,
  visitsSoFar,
} from './rules.ts';
export { Visit, VisitKind, VisitLedger } from './schema.ts';
