import type { Call } from '../../core/feature.ts';

const PARTNER_FOR =
  /^(?:please )?(?:can you |could you )?(?:find|suggest|look for|show|match)(?: me)?(?: a| the| some| possible)? partners? (?:for|to) (?:request )?#?(sr-\d{4}-\d{4,6}|\d{1,6})$/;
const WHO_FOR =
  /^who (?:could|can|might) (?:help|support|partner)(?: with)? (?:request )?(?:#(\d{1,6})|(sr-\d{4}-\d{4,6}))$/;
const UNMATCHED =
  /^(?:what|which|who)(?:(?:'s| is| are)? my)?(?: of my)?(?: requests?)?(?: still)? (?:needs?|has no|have no|is without|are without|waits? for|is waiting for|are waiting for)(?: still)?(?: an?)? partners?$/;
const MY_UNMATCHED = /^(?:my )?(?:unmatched requests|requests without a partner)$/;

/** Short sentences about partners whose words leave no doubt. */
export function recogniseMatching(text: string): Call | undefined {
  const said = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[?.!\s]+$/, '')
    .trim();
  if (UNMATCHED.test(said) || MY_UNMATCHED.test(said)) return { verb: 'brokerage.unmatched', data: {} };
  const [, first, second] = PARTNER_FOR.exec(said) ?? WHO_FOR.exec(said) ?? [];
  const request = (first ?? second)?.toUpperCase();
  return request ? { verb: 'brokerage.partners', data: { request } } : undefined;
}
