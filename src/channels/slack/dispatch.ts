import type { App } from '@slack/bolt';
import type { ZodType } from 'zod';
import type { Answerer } from './answer-turn.ts';
import type { createAssistant } from './assistant.ts';
import type { HomePage } from './home.ts';
import type { Log } from './log.ts';
import {
  AssistantThreadStarted,
  BlockActions,
  Command,
  EventCallback,
  HomeOpened,
  MessageEvent,
  Shortcut,
  ViewSubmission,
} from './payloads.ts';
import type { createPressing } from './press.ts';
import { type Receiving, receiveCommand, receiveMessage, receiveOpening, receivePress, teamOf } from './receive.ts';
import { SENTENCES } from './sentences.ts';
import { shortcutInput } from './shortcuts.ts';
import type { Speaking } from './speak.ts';
import type { CloseForm, createSubmitting } from './submit.ts';
import { triggerId } from './turn-ids.ts';

export const SLASH_COMMAND = '/partnership';

export interface Dispatching {
  readonly receiving: Receiving;
  readonly answerer: Answerer;
  readonly pressed: ReturnType<typeof createPressing>;
  readonly submitted: ReturnType<typeof createSubmitting>;
  readonly homePage: HomePage;
  readonly assistant: ReturnType<typeof createAssistant>;
  readonly speaking: Speaking;
  readonly uninstalled: (team: string) => Promise<void>;
  readonly log: Log;
}

/** Tells Bolt what this bot listens to. Each payload meets its schema here, and nowhere else. */
export function listen(app: App, parts: Dispatching): void {
  const { receiving, answerer, homePage, log } = parts;

  function parsed<T>(schema: ZodType<T>, value: unknown): T | undefined {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const at = result.error.issues.map(({ path }) => path.join('.')).slice(0, 5);
    log.warn({ at }, 'a payload from Slack was not in its known form, and was left alone');
    return undefined;
  }

  async function onMessage(body: unknown, event: unknown, again: boolean): Promise<void> {
    const callback = parsed(EventCallback, body);
    const message = parsed(MessageEvent, event);
    const received = callback && message && (await receiveMessage(callback, message, receiving));
    if (received) await answerer.answer(received, again);
  }

  app.event('message', ({ body, event, context }) => onMessage(body, event, isAgain(context)));
  app.event('app_mention', ({ body, event, context }) => onMessage(body, event, isAgain(context)));

  app.event('app_home_opened', async ({ body, event, context }) => {
    const callback = parsed(EventCallback, body);
    const opened = parsed(HomeOpened, event);
    if (!callback || !opened) return;
    const team = teamOf(callback);
    if (opened.tab === 'home') await homePage.show({ team, home: team, user: opened.user }, callback.event_id);
    else await answerer.answer(receiveOpening(callback, opened, receiving), isAgain(context));
  });

  app.event('assistant_thread_started', async ({ body, event }) => {
    const callback = parsed(EventCallback, body);
    const started = parsed(AssistantThreadStarted, event);
    if (callback && started) await parts.assistant(teamOf(callback), started.assistant_thread);
  });

  app.event('app_uninstalled', async ({ body }) => {
    const callback = parsed(EventCallback, body);
    if (callback) await parts.uninstalled(teamOf(callback));
  });

  app.command(SLASH_COMMAND, async ({ body, context }) => {
    const command = parsed(Command, body);
    if (!command) return;
    const received = await receiveCommand(command, receiving);
    await answerer.answer(received, isAgain(context));
    const elsewhere = command.channel_id.startsWith('D') && command.channel_id !== received.spot.channel;
    if (elsewhere && command.response_url) {
      await parts.speaking.aside(command.response_url, { summary: SENTENCES.repliedDirectly });
    }
  });

  app.shortcut(/^/, async ({ body, context }) => {
    const shortcut = parsed(Shortcut, body);
    const input = shortcut && shortcutInput(shortcut.callback_id, shortcut.message?.text ?? undefined);
    if (!shortcut || !input) return;
    const what = { id: triggerId('shortcut', shortcut.trigger_id), input, spot: {} };
    await answerer.answer(await receivePress(shortcut, what, receiving), isAgain(context));
  });

  app.action({ type: 'block_actions' }, async ({ body, context }) => {
    const press = parsed(BlockActions, body);
    if (press) await parts.pressed(press, isAgain(context));
  });

  app.view({ type: 'view_submission' }, async ({ body, ack, context }) => {
    const submission = parsed(ViewSubmission, body);
    const close = onlyOnce(ack as (instead?: object) => Promise<void>);
    if (submission) await parts.submitted(submission, close, isAgain(context));
    else await close();
  });
}

function isAgain(context: { readonly [key: string]: unknown }): boolean {
  return context.again === true;
}

function onlyOnce(ack: (instead?: object) => Promise<void>): CloseForm {
  let done = false;
  return async (instead) => {
    if (done) return false;
    done = true;
    await ack(instead);
    return true;
  };
}
