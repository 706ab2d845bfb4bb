import type { JsonObject } from '../../core/store.ts';
import type { Message } from './message.ts';

/** Something a page needs to know. `message` carries the whole message as it now stands, new or changed. */
type BoardEvent =
  | { readonly name: 'message'; readonly conversation: string; readonly data: Message }
  | { readonly name: 'removed'; readonly conversation: string; readonly data: { readonly id: string } }
  | {
      readonly name: 'typing';
      readonly conversation: string;
      readonly data: { readonly conversation: string; readonly thread?: string };
    }
  | { readonly name: 'clock'; readonly conversation?: undefined; readonly data: JsonObject };

export interface Numbered {
  readonly number: number;
  readonly event: BoardEvent;
}

/** What was said, kept in memory while the demonstration runs, and who is watching. */
export interface Board {
  post(message: Message): void;
  /** Changes a message everybody sees. False when there is no such message. */
  change(conversation: string, id: string, change: Partial<Message>): boolean;
  remove(conversation: string, id: string): boolean;
  find(conversation: string, id: string): Message | undefined;
  /** Oldest first. Without a conversation, all of them, in the order they were first posted. */
  messages(conversation?: string): readonly Message[];
  /** Passes on something that leaves no trace: typing, the clock. */
  announce(event: BoardEvent): void;
  /** Everything after that number, or `undefined` when some of it has been let go. */
  since(number: number): readonly Numbered[] | undefined;
  readonly lastNumber: number;
  watch(watcher: (numbered: Numbered) => void): () => void;
}

/** Keeps the newest `messagesKept` messages of each conversation and the newest `eventsKept` events. */
export function createBoard({ messagesKept = 300, eventsKept = 1000 } = {}): Board {
  let lastNumber = 0;
  const byConversation = new Map<string, Map<string, { readonly order: number; message: Message }>>();
  const events: Numbered[] = [];
  const watchers = new Set<(numbered: Numbered) => void>();

  const announce = (event: BoardEvent) => {
    lastNumber += 1;
    const numbered = { number: lastNumber, event };
    events.push(numbered);
    if (events.length > eventsKept) events.shift();
    for (const watcher of watchers) watcher(numbered);
  };

  return {
    announce,
    post(message) {
      const kept = byConversation.get(message.conversation) ?? new Map();
      byConversation.set(message.conversation, kept);
      kept.set(message.id, { order: lastNumber, message });
      const [oldest] = kept.keys();
      if (kept.size > messagesKept && oldest !== undefined) kept.delete(oldest);
      announce({ name: 'message', conversation: message.conversation, data: message });
    },
    change(conversation, id, change) {
      const entry = byConversation.get(conversation)?.get(id);
      if (entry === undefined) return false;
      entry.message = { ...entry.message, ...change };
      announce({ name: 'message', conversation, data: entry.message });
      return true;
    },
    remove(conversation, id) {
      const removed = byConversation.get(conversation)?.delete(id) ?? false;
      if (removed) announce({ name: 'removed', conversation, data: { id } });
      return removed;
    },
    find(conversation, id) {
      return byConversation.get(conversation)?.get(id)?.message;
    },
    messages(conversation) {
      const wanted =
        conversation === undefined ? [...byConversation.values()] : [byConversation.get(conversation) ?? new Map()];
      return wanted
        .flatMap((kept) => [...kept.values()])
        .sort((one, other) => one.order - other.order)
        .map((entry) => entry.message);
    },
    since(number) {
      const first = lastNumber - events.length;
      if (!Number.isSafeInteger(number) || number < first || number > lastNumber) return undefined;
      return events.slice(number - first);
    },
    get lastNumber() {
      return lastNumber;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
