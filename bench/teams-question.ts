import type { Asked } from './harness.ts';

const TENANT = '00000000-0000-4000-8000-0000000000aa';

/** A question as Teams delivers it, as the demo's person `nn`: the same words each time, said at another moment. */
export function teamsQuestion(nn: string, serviceUrl: string, text: string): Asked {
  const user = `00000000-0000-4000-8000-0000000000${nn}`;
  return {
    path: '/api/messages',
    headers: { 'content-type': 'application/json' },
    body: (turn, at) =>
      JSON.stringify({
        type: 'message',
        id: `a${turn}`,
        timestamp: at,
        localTimestamp: at.replace('Z', '+00:00'),
        channelId: 'msteams',
        serviceUrl,
        from: { id: `29:${user}`, name: 'A headteacher', aadObjectId: user },
        conversation: { conversationType: 'personal', id: `a:${nn}`, tenantId: TENANT },
        recipient: { id: '28:partnership-bot', name: 'Partnership Bot' },
        textFormat: 'plain',
        text,
        entities: [
          { locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London', type: 'clientInfo' },
        ],
        channelData: { tenant: { id: TENANT } },
        locale: 'en-GB',
      }),
  };
}
