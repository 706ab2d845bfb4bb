import { JsonRecord } from '../../core/json.ts';
import type { Answerer } from './answer-turn.ts';
import type { BlockKit } from './block-kit.ts';
import { patiently } from './deliver.ts';
import type { Forms } from './forms.ts';
import { type HomePage, HomeRef } from './home.ts';
import type { KeptCards } from './kept-cards.ts';
import type { Dressing } from './outgoing.ts';
import type { BlockActions } from './payloads.ts';
import { type Receiving, receivePress, speakerOf } from './receive.ts';
import { SENTENCES } from './sentences.ts';
import type { Speaking, Spot } from './speak.ts';
import { triggerId } from './turn-ids.ts';
import type { Web } from './web.ts';

export interface Pressing {
  readonly blockKit: BlockKit;
  readonly cards: KeptCards;
  readonly dressing: Dressing;
  readonly forms: Forms;
  readonly homePage: HomePage;
  readonly answerer: Answerer;
  readonly speaking: Speaking;
  readonly receiving: Receiving;
  readonly web: Web;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** Answers a pressed button: asks what it asks, opens the form it stands for, or turns the page. */
export function createPressing(parts: Pressing): (press: BlockActions, again: boolean) => Promise<void> {
  const { blockKit, cards, dressing, forms, homePage, answerer, speaking, receiving, web, wait } = parts;

  async function turnPage(body: BlockActions, page: number, ref: unknown): Promise<void> {
    if (HomeRef.safeParse(ref).success) return homePage.show(speakerOf(body), body.trigger_id, { page });
    const { team, user } = speakerOf(body);
    const spot: Spot = { team, user, ...spotOf(body) };
    const shown = await cards.find(ref);
    const { channel, pressed } = spot;
    if (!shown || channel === undefined || pressed === undefined) {
      await speaking.here(spot, { summary: SENTENCES.oldForm }, { replacing: false, note: true });
      return;
    }
    await patiently(() => web.update({ team, channel }, pressed, dressing.page(shown, page)), wait);
  }

  async function openForm(body: BlockActions, form: number, ref: unknown): Promise<void> {
    const { team, user } = speakerOf(body);
    const spot = spotOf(body);
    const from = {
      ...(spot.channel === undefined ? {} : { channel: spot.channel }),
      ...(spot.pressed === undefined ? {} : { message: spot.pressed }),
      ...(spot.thread === undefined ? {} : { thread: spot.thread }),
    };
    const opened = await forms.open({ team, trigger: body.trigger_id, form, ref }, from);
    if (opened === 'opened') return;
    const summary = opened === 'old' ? SENTENCES.oldForm : SENTENCES.cannotOpenForm;
    await speaking.directly({ team, user }, { summary });
  }

  return async (body, again) => {
    const [action] = body.actions;
    if (!action) return;
    const press = blockKit.readPress({ action_id: action.action_id ?? '', value: action.value ?? '' });
    if (press?.kind === 'page') return turnPage(body, press.page, press.ref);
    // A form opens within three seconds of the press or not at all.
    if (press?.kind === 'form') return again ? undefined : openForm(body, press.form, press.ref);
    if (press?.kind !== 'action') return;
    const data = JsonRecord.safeParse({ ...press.data, ...blockKit.readInputs(body.state?.values ?? {}) });
    const received = await receivePress(
      body,
      {
        id: triggerId('press', body.trigger_id, action.action_ts ?? ''),
        input: { kind: 'action', verb: press.verb ?? '', data: data.success ? data.data : {} },
        spot: spotOf(body),
      },
      receiving,
    );
    await answerer.answer(received, again);
    if (spotOf(body).channel === undefined) {
      await homePage.show(speakerOf(body), body.trigger_id, { note: SENTENCES.answeredInMessages });
    }
  };
}

/** Where the pressed button stands. The Home tab is nobody's conversation, so an answer goes to the person's own. */
function spotOf({ container, channel, message, response_url }: BlockActions): Omit<Spot, 'team' | 'user'> {
  const id = container.channel_id || channel?.id;
  const pressed = container.message_ts ?? message?.ts;
  if (container.type === 'view' || !id) return {};
  const thread = container.thread_ts ?? message?.thread_ts ?? (id.startsWith('D') ? undefined : pressed);
  return {
    channel: id,
    ...(thread ? { thread } : {}),
    ...(pressed ? { pressed } : {}),
    ...(response_url ? { responseUrl: response_url } : {}),
    ...(container.is_ephemeral ? { outside: true as const } : {}),
  };
}
