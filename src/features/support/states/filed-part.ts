import type { SupportRequest } from '../schema.ts';

/** What every state keeps. */
export function filedPart(request: SupportRequest) {
  const {
    v,
    ref,
    wish,
    requester,
    submittedAt,
    entries,
    invited,
    passed,
    question,
    proposals,
    turnedDown,
    waitingFor,
  } = request;
  return {
    v,
    ref,
    wish,
    requester,
    submittedAt,
    entries,
    invited,
    passed,
    ...(question ? { question } : {}),
    proposals,
    turnedDown,
    waitingFor,
  };
}
