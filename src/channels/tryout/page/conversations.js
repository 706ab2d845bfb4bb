/** Everything said, as the server tells it, and who wants to know. Ids are the server's, so hearing a thing twice is harmless. */
export function createConversations() {
  const said = new Map();
  const listeners = new Set();
  const tell = (happening) => {
    for (const listener of listeners) listener(happening);
  };

  return {
    /** Oldest first. */
    in(conversation) {
      return [...(said.get(conversation)?.values() ?? [])];
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Connects, and stays connected. While `loading`, what is heard is old. */
    connect({ onClock, onConnection }) {
      const source = new EventSource('/tryout/events');
      let loading = true;
      const on = (name, hear) => source.addEventListener(name, (event) => hear(JSON.parse(event.data)));
      source.onerror = () => {
        loading = true;
        onConnection(source.readyState === EventSource.CLOSED ? 'closed' : 'lost');
      };
      on('reset', ({ restarted }) => {
        said.clear();
        loading = true;
        tell({ name: 'reset', restarted });
        if (restarted) onConnection('restarted');
      });
      on('message', (message) => {
        const kept = said.get(message.conversation) ?? new Map();
        said.set(message.conversation, kept);
        const isNew = !kept.has(message.id);
        kept.set(message.id, message);
        tell({ name: 'message', conversation: message.conversation, message, isNew, loading });
      });
      on('removed', ({ id }) => {
        for (const [conversation, kept] of said) {
          if (kept.delete(id)) tell({ name: 'removed', conversation, id });
        }
      });
      on('typing', ({ conversation, thread }) => tell({ name: 'typing', conversation, thread }));
      on('clock', onClock);
      on('ready', () => {
        loading = false;
        onConnection('open');
        tell({ name: 'ready' });
      });
    },
  };
}
