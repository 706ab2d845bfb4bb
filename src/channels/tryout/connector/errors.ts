import { TryoutRefusal } from '../refusal.ts';

/** Errors as Teams' connector words them: `{ error: { code, message } }`. */
export function connectorShape(refusal: TryoutRefusal): object {
  return { error: { code: refusal.code, message: refusal.sentence } };
}

export function conversationNotFound(): TryoutRefusal {
  return new TryoutRefusal(404, 'ConversationNotFound', 'Conversation not found.');
}

export function memberNotFound(): TryoutRefusal {
  return new TryoutRefusal(404, 'MemberNotFoundInConversation', 'Member not found in the conversation.');
}

export function activityNotFound(): TryoutRefusal {
  return new TryoutRefusal(404, 'ActivityNotFoundInConversation', 'Activity not found in the conversation.');
}

export function badArgument(why: string): TryoutRefusal {
  return new TryoutRefusal(400, 'BadSyntax', why);
}
