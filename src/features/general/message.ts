import type { Option, Reply } from '../../core/feature.ts';

/** A short message of the bot's own, with what to do next. */
export interface Message {
  readonly title?: string;
  readonly paragraphs: readonly string[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
  readonly options?: readonly Option[];
  readonly sensitivity?: Reply['sensitivity'];
}

export function message(said: Message): Reply {
  const options = said.options ?? [];
  const facts = said.facts ?? [];
  return {
    card: 'general/message',
    data: {
      title: said.title ?? '',
      hasTitle: said.title !== undefined,
      paragraphs: said.paragraphs.map((text) => ({ text })),
      facts,
      hasFacts: facts.length > 0,
      actions: options.map(({ label, verb, data }) => ({ label, verb, data })),
      hasActions: options.length > 0,
    },
    summary: [...(said.title === undefined ? [] : [asSentence(said.title)]), ...said.paragraphs].join(' '),
    sensitivity: said.sensitivity ?? 'open',
    options,
  };
}

function asSentence(title: string): string {
  return /[.?!]$/.test(title) ? title : `${title}.`;
}

/** A button that asks a question, as if it had been typed. */
export function saying(text: string): Option {
  return { label: text, verb: 'conversation.say', data: { text } };
}
