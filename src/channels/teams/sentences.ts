/** The few sentences the channel says for itself; everything else is the features' to word. */
export const SENTENCES = {
  fault:
    'Sorry, something went wrong at our end, so I could not answer. Please try again in a few minutes. If it keeps happening, please tell the partnership office.',
  otherTenant:
    'Sorry, I only answer people of the authority that runs me. If you should be among them, please ask its partnership office to invite you as a guest, and write to me from that organisation in Teams.',
  cannotReachYou: 'I could not message you directly. Please open a chat with me and ask me there.',
  repliedDirectly: "I've replied to you directly.",
  answeredAlready: 'I have already answered that one.',
  done: 'Thank you, that is done.',
  notUnderstood: 'Sorry, I cannot do that here. Please type what you need, or say "help".',
} as const;
