/** One of the demo people, by the number their Teams id ends in. */
export interface PlaygroundPerson {
  readonly number: number;
  readonly name: string;
}

const TENANT = '00000000-0000-4000-8000-0000000000aa';
export const PLAYGROUND_BOT = { id: '28:partnership-bot', name: 'Partnership Bot' };
/** The client insists on exactly five colleagues besides the person using it. */
const COLLEAGUES = 5;

/** The client's settings file. JSON is YAML, so no YAML writer is needed. */
export function playgroundSettings(person: PlaygroundPerson): string {
  const others = Array.from({ length: COLLEAGUES + 1 }, (_, index) => index + 1).filter((n) => n !== person.number);
  return JSON.stringify({
    version: '0.1.1',
    tenantId: TENANT,
    bot: PLAYGROUND_BOT,
    currentUser: user(person),
    users: others.slice(0, COLLEAGUES).map((number) => user({ number, name: `Colleague ${number}` })),
    personalChat: { id: `a:playground-${twoDigits(person.number)}` },
    groupChat: { id: '19:playground-group@thread.v2', name: 'Group Chat' },
    team: {
      id: '19:playground-team@thread.tacv2',
      name: 'Calderbrook heads',
      aadGroupId: '00000000-0000-4000-8000-0000000000bb',
      channels: [{ id: '19:playground-channel@thread.tacv2', name: 'Announcements' }],
    },
  });
}

function user({ number, name }: PlaygroundPerson): object {
  const nn = twoDigits(number);
  return {
    id: `29:demo-${nn}`,
    name,
    // The client's own spelling.
    userPrincipleName: `demo-${nn}@calderbrook.example`,
    aadObjectId: `00000000-0000-4000-8000-0000000000${nn}`,
    givenName: name,
    surname: nn,
    email: `demo-${nn}@calderbrook.example`,
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
