import { command, type Feature } from '../../core/feature.ts';
import { recogniseQuestion, supportIntents } from './intents.ts';
import { supportStillDue } from './news.ts';
import type { Parts } from './parts.ts';
import { RequestForm } from './request-form.ts';
import { WithText } from './said-text.ts';
import { FindSupport, findSupport } from './use-cases/find-support.ts';
import { ChangeOffer, changeOwnOffer, ListOffers, listOffers } from './use-cases/list-offers.ts';
import { ListRequests, listRequests } from './use-cases/list-requests.ts';
import { ShowRequest, showRequest } from './use-cases/show-request.ts';
import { StartOffer, startOffer } from './use-cases/start-offer.ts';
import { StartRequest, startRequest } from './use-cases/start-request.ts';
import { OfferForm, submitOffer } from './use-cases/submit-offer.ts';
import { submitRequest } from './use-cases/submit-request.ts';
import { answerQuestion, startAnswer, startWithdraw, withdrawRequest } from './use-cases/withdraw-request.ts';

export { askForAnOwner } from './above.ts';
export { changeRequest } from './change-request.ts';
export { type FoundRequest, findReadableRequest, resolveRef } from './find-request.ts';
export { hatsOf } from './hats.ts';
export { readPerson } from './news.ts';
export { offerWrite } from './offer-records.ts';
export { Offer } from './offer-schema.ts';
export type { Parts as SupportParts } from './parts.ts';
export { readHistory, readRequest } from './records.ts';
export { refusalOf } from './refusals.ts';
export { requestView, whereItIsView } from './request-view.ts';
export { route, routeUp } from './route.ts';
export { saidText, WithText } from './said-text.ts';
export { sayForm } from './say-form.ts';
export { RequestRef, type SupportRequest } from './schema.ts';
export { REASON, tellNews } from './telling.ts';
export { ShowRequest, showRequest } from './use-cases/show-request.ts';

/** Headteachers ask for support, see how it goes, answer questions and withdraw. */
export function support(parts: Parts): Feature {
  const withdraw = withdrawRequest(parts);
  const show = showRequest(parts);
  const offers = listOffers(parts);
  return {
    key: 'support',
    commands: [
      command({ verb: 'support.start-request', kind: 'read', schema: StartRequest, run: startRequest(parts) }),
      command({ verb: 'support.submit', kind: 'write', schema: RequestForm, run: submitRequest(parts) }),
      command({ verb: 'support.show', kind: 'read', schema: ShowRequest, run: (data, asking) => show(data, asking) }),
      command({ verb: 'support.list', kind: 'read', schema: ListRequests, run: listRequests(parts) }),
      command({ verb: 'support.start-withdraw', kind: 'read', schema: ShowRequest, run: startWithdraw(parts) }),
      command({ verb: 'support.withdraw', kind: 'write', schema: WithText, run: withdraw }),
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
    stillDue: supportStillDue(parts),
  };
}
