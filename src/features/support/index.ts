import { command, type Feature } from '../../core/feature.ts';
import { supportHome } from './home.ts';
import { recogniseQuestion, supportIntents } from './intents.ts';
import { supportStillDue } from './messages/news.ts';
import { REVISIT, revisit } from './messages/revisit.ts';
import { cardSaysNow } from './messages/says-now.ts';
import type { Parts } from './parts.ts';
import { runLapse } from './routing/lapse.ts';
import { WithText } from './said-text.ts';
import { amendRequest, startAmend } from './use-cases/amend-request.ts';
import { FindSupport, findSupport } from './use-cases/find-support.ts';
import { ChangeOffer, changeOwnOffer, ListOffers, listOffers } from './use-cases/list-offers.ts';
import { ListRequests, listRequests } from './use-cases/list-requests.ts';
import { ShowRequest, showRequest } from './use-cases/show-request.ts';
import { StartOffer, startOffer } from './use-cases/start-offer.ts';
import { StartRequest, startRequest } from './use-cases/start-request.ts';
import { OfferForm, submitOffer } from './use-cases/submit-offer.ts';
import { submitRequest } from './use-cases/submit-request.ts';
import { answerQuestion, startAnswer, startWithdraw, withdrawRequest } from './use-cases/withdraw-request.ts';
import { AmendForm, RequestForm } from './views/request-form.ts';

export { changeRequest } from './change-request.ts';
export { type FoundRequest, findReadableRequest, findRequest, resolveRef } from './find-request.ts';
export { focusChoices, focusesInWords } from './focuses.ts';
export { holdHalfDays } from './holds/hold-half-days.ts';
export { Hold, leftOf } from './holds/ledger.ts';
export { holdMoney, holdsOf, potWrite } from './holds/pots.ts';
export { giveUpHold, reconcileHolds, reconcileOffer } from './holds/reconcile-holds.ts';
export { reconcilePots, settlePot, takenBy } from './holds/settle-pots.ts';
export { cardSaysNow } from './messages/says-now.ts';
export { askPartner, headsOf, tellNotNeeded, tellOfSilence } from './messages/tell-put-forward.ts';
export { afterHours, REASON, tellNews } from './messages/telling.ts';
export { offersAsOf, offerWrite, readOffer } from './offers/offer-records.ts';
export { Offer, OfferId } from './offers/offer-schema.ts';
export { PHASE_WORDS } from './offers/offer-words.ts';
export { headedSchools } from './own-school.ts';
export type { Parts as SupportParts } from './parts.ts';
export {
  findEveryRequest,
  findRequests,
  newRequestWrites,
  readEntry,
  readHistory,
  readRequest,
  readRequestIn,
  requestPartition,
} from './records.ts';
export { askForAnOwner } from './routing/above.ts';
export { absenceWrite, awayOn, readAbsence } from './routing/absences.ts';
export { findCover, findRoute, findRouteUp, schoolToRoute } from './routing/find-route.ts';
export { saidText, WithText } from './said-text.ts';
export {
  Entry,
  type InState,
  MOST_HALF_DAYS,
  MOST_WORDS,
  RequestRef,
  type State,
  SupportRequest,
  Wish,
} from './schema.ts';
export type { Deed, RequestCommand } from './states/commands.ts';
export { decide } from './states/decide.ts';
export { type Hat, hatsOf, mayRead } from './states/hats.ts';
export { mayLookFor, refusalOf } from './states/refusals.ts';
export { type FirstTimes, surveyFirstTimes, surveyRequests } from './survey.ts';
export { FindSupport, findSupport } from './use-cases/find-support.ts';
export { ShowRequest, showRequest } from './use-cases/show-request.ts';
export { proposalView } from './views/proposal-view.ts';
export { FormProblem, mustBeKeepable, NO_OTHER } from './views/request-form.ts';
export { requestView, whenInWords, whereItIsView } from './views/request-view.ts';
export { sayForm } from './views/say-form.ts';
export { view } from './views/view.ts';
export { KIND_WORDS, STATE_WORDS, whyThem } from './views/words.ts';
export { usedHalfDays } from './work/apply-work.ts';
export { type Due, hasMiddle, middleOf, workDue } from './work/work-due.ts';
export { readReason, remindOfWork, type Stage, workPeople } from './work/work-reminders.ts';
export { Impact, Midpoint, MOST_DAYS, MOST_PENCE, Terms, type WorkVisit } from './work/work-schema.ts';

/** Headteachers ask for support, see how it goes, answer questions and withdraw. */
export function support(parts: Parts): Feature {
  const withdraw = withdrawRequest(parts);
  const show = showRequest(parts);
  const offers = listOffers(parts);
  const stillDue = supportStillDue(parts);
  const saysNow = cardSaysNow(parts, stillDue);
  const lookAgain = revisit(parts.store, saysNow);
  const lapse = runLapse(parts);
  return {
    key: 'support',
    commands: [
      command({ verb: 'support.start-request', kind: 'read', schema: StartRequest, run: startRequest(parts) }),
      command({ verb: 'support.submit', kind: 'write', schema: RequestForm, run: submitRequest(parts) }),
      command({ verb: 'support.show', kind: 'read', schema: ShowRequest, run: (data, asking) => show(data, asking) }),
      command({ verb: 'support.list', kind: 'read', schema: ListRequests, run: listRequests(parts) }),
      command({ verb: 'support.start-withdraw', kind: 'read', schema: ShowRequest, run: startWithdraw(parts) }),
      command({ verb: 'support.withdraw', kind: 'write', schema: WithText, run: withdraw }),
      command({ verb: 'support.start-amend', kind: 'read', schema: ShowRequest, run: startAmend(parts) }),
      command({ verb: 'support.amend', kind: 'write', schema: AmendForm, run: amendRequest(parts) }),
      command({ verb: 'support.start-answer', kind: 'read', schema: ShowRequest, run: startAnswer(parts) }),
      command({ verb: 'support.answer', kind: 'write', schema: WithText, run: answerQuestion(parts) }),
      command({ verb: 'support.start-offer', kind: 'read', schema: StartOffer, run: startOffer(parts) }),
      command({ verb: 'support.offer', kind: 'write', schema: OfferForm, run: submitOffer(parts) }),
      command({
        verb: 'support.offers',
        kind: 'read',
        schema: ListOffers,
        run: (data, asking) => offers(data, asking),
      }),
      command({ verb: 'support.change-offer', kind: 'write', schema: ChangeOffer, run: changeOwnOffer(parts) }),
      command({ verb: 'support.find', kind: 'read', schema: FindSupport, run: findSupport(parts) }),
    ],
    hears: supportIntents(parts),
    recognises: recogniseQuestion,
    home: supportHome,
    stillDue,
    saysNow,
    errand: (row, now) => (row.reason === REVISIT ? lookAgain(row, now) : lapse(row, now)),
  };
}
