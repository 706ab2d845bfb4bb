/** The few sentences the channel says for itself; everything else is the features' to word. */
export const SENTENCES = {
  fault:
    'Sorry, something went wrong at our end, so I could not answer. Please try again in a few minutes. If it keeps happening, please tell the partnership office.',
  interrupted:
    'I was restarted while I was answering you, and I can’t tell whether my answer reached you. If it did not, please ask me again.',
  cannotReachYou: 'I could not message you directly. Please open a conversation with me and ask me there.',
  repliedDirectly: 'I’ve replied to you directly.',
  answeredInMessages: 'My answer is in our messages: choose the Messages tab above.',
  done: 'Thank you, that is done.',
  oldForm: 'That form is from a while ago, so I no longer have it. Please ask me again and I’ll bring a fresh one.',
  cannotOpenForm: 'I could not open that form just now. Please press the button again.',
  checkThis: 'Please check this one.',
  startersTitle: 'You could start with one of these:',
} as const;
