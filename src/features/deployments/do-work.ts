import type { Asking, Reply } from '../../core/feature.ts';
import {
  changeRequest,
  type Deed,
  type FoundRequest,
  findReadableRequest,
  type RequestCommand,
  refusalOf,
  remindOfWork,
  resolveRef,
  type SupportRequest,
  showRequest,
  tellNews,
  tellNotNeeded,
  workPeople,
} from '../support/index.ts';
import type { Parts } from './parts.ts';

/** Does one step of the work, tells everybody it is between, and shows the request as it then is. */
export function doWork(parts: Parts) {
  const show = showRequest(parts);
  return async (
    ref: string,
    asking: Asking,
    command: RequestCommand | ((found: FoundRequest) => RequestCommand),
    said: (after: SupportRequest) => string,
  ): Promise<Reply> => {
    const { request } = await changeRequest({
      store: parts.store,
      ref,
      asking,
      command: typeof command === 'function' ? command : () => command,
      telling: (decided, { request: before }) => [
        ...tellNews(decided, workPeople(parts, before, asking.today), asking.now),
        ...remindOfWork(parts, before, decided.request, asking.now),
        ...(decided.entry.did === 'part_ways' ? tellNotNeeded(parts, decided, before, asking) : []),
      ],
    });
    return { ...(await show({ request: request.ref }, asking, [said(request)])), queued: true };
  };
}

/** The request a form is about, if the asker may do this to it as it stands. */
export async function findToDo(parts: Parts, said: string, deed: Deed, asking: Asking): Promise<FoundRequest> {
  const found = await findReadableRequest(parts.store, await resolveRef(parts.store, said, asking), asking);
  const refused = refusalOf(found.request, deed, found.hats);
  if (refused) throw refused;
  return found;
}
