const TENANT = '00000000-0000-4000-8000-0000000000aa';

/** A question as Teams delivers it, as the demo's person `nn`. autocannon puts an id of its own in each one sent. */
export function teamsQuestion(nn: string, serviceUrl: string, text: string) {
  const user = `00000000-0000-4000-8000-0000000000${nn}`;
  return {
    path: '/api/messages',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: 'a[<id>]',
      timestamp: '2026-11-12T09:00:00.000Z',
      localTimestamp: '2026-11-12T09:00:00.000+00:00',
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:${user}`, name: 'A headteacher', aadObjectId: user },
      conversation: { conversationType: 'personal', id: `a:${nn}`, tenantId: TENANT },
      recipient: { id: '28:partnership-bot', name: 'Partnership Bot' },
      textFormat: 'plain',
      // The id makes every question another turn, as it is when people ask.
      text: `${text} [<id>]`,
      entities: [
        { locale: 'en-GB', country: 'GB', platform: 'Windows', timezone: 'Europe/London', type: 'clientInfo' },
      ],
      channelData: { tenant: { id: TENANT } },
      locale: 'en-GB',
    }),
  };
}
