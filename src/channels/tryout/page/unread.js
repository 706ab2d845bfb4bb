/** Counts what the bot wrote where nobody was looking. */
export function createUnread(conversations, isSeen, onChange) {
  const counts = new Map();
  conversations.listen(({ name, conversation, message, isNew, loading }) => {
    if (name === 'reset') counts.clear();
    if (name !== 'message' || !isNew || loading || message.by || isSeen(conversation)) return;
    counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
    onChange();
  });
  return function unread(conversation) {
    if (isSeen(conversation)) counts.delete(conversation);
    return counts.get(conversation) ?? 0;
  };
}
