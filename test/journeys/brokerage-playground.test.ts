import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBot } from '../harness/running-bot.ts';
import { chromiumPath, HOW_TO_SWITCH_ON, launchChromium } from './chromium.ts';
import { type Playground, startPlayground } from './playground.ts';

/** Set to a folder, the journeys leave their pictures there. */
const PICTURES = process.env.PICTURES;
if (PICTURES) mkdirSync(PICTURES, { recursive: true });

const name = 'A whole brokerage, each person at an Agents Playground of their own';

describe.skipIf(!chromiumPath)(chromiumPath ? name : `${name}: ${HOW_TO_SWITCH_ON}`, () => {
  let bot: Awaited<ReturnType<typeof startBot>>;
  let browser: Browser;
  /** Head of Northcliffe, who asks; the adviser for the north; head of Hollin Lane, who helps. */
  let ruth: Playground;
  let priya: Playground;
  let sam: Playground;

  beforeAll(async () => {
    [bot, browser] = await Promise.all([startBot(), launchChromium()]);
    const sitDown = (number: number, person: string) =>
      startPlayground(`${bot.url}/api/messages`, { number, name: person }, browser);
    [ruth, priya, sam] = await Promise.all([
      sitDown(1, 'Ruth Ellison'),
      sitDown(4, 'Priya Nair'),
      sitDown(2, 'Sam Idowu'),
    ]);
    // Whoever is to hear of something must have added the bot first.
    for (const person of [ruth, priya, sam]) await person.waitForCard('partnership bot');
  });
  afterAll(async () => {
    for (const person of [ruth, priya, sam]) await person?.close();
    await browser?.close();
    await bot?.stop();
  });

  const picture = async (person: Playground, file: string) => {
    if (PICTURES) await person.screenshot(join(PICTURES, `brokerage-${file}.png`));
  };
  /** Moves the bot's clock to a time in England, so that what was waiting for it falls due. */
  const itBecomes = async (now: string) => {
    const moved = await fetch(`${bot.url}/tryout/clock`, {
      method: 'POST',
      body: JSON.stringify({ now }),
      headers: JSON_TYPE,
    });
    expect(moved.status).toBe(200);
  };

  it('makes a request of a sentence, and sends nothing before the headteacher does', async () => {
    await ruth.say('we could do with help on Y1 phonics after Christmas');
    await ruth.waitForCard('This goes to Priya Nair');
    expect(await ruth.standing('What is it about?')).toBe('Phonics');
    expect(await ruth.standing('Which year groups?')).toBe('Y1');
    expect(await ruth.standing('Not before')).toBe('January 4, 2027');
    await picture(ruth, '01-form');
    expect(await priya.read()).not.toContain('Northcliffe');

    await ruth.choose('What would help?', 'Coaching');
    await ruth.fill('What should be different afterwards?', 'More of our Year 1s blending with confidence.');
    await ruth.fill('How many half-days', '4');
    await ruth.clickButton('Send to Priya Nair');
    await ruth.waitForCard('I’ll tell you as soon as it is picked up');
    await picture(ruth, '02-sent');
  });

  it('brings it to the school’s own adviser, and tells the headteacher who has it', async () => {
    await priya.waitForCard('This request needs somebody to take it on, and it has come to you.');
    await picture(priya, '03-asked');
    await priya.clickButton('I’ll take it');
    await priya.waitForCard('It is yours, and Ruth Ellison is being told.');
    await ruth.waitForCard('Priya Nair picked this up.');
    await picture(ruth, '04-picked-up');
  });

  it('asks a school that could help, and tells neither school the other’s name', async () => {
    await priya.clickButton('Find a partner');
    await priya.waitForCard('1. Hollin Lane Primary School');
    await picture(priya, '05-partners');
    await priya.clickButton('1. Ask Hollin Lane Primary School');
    await priya.waitForCard('What they will read from you');
    expect(await priya.standing('What they will read from you')).not.toMatch(/Northcliffe|blending/);
    await picture(priya, '06-propose');
    await priya.clickButton('Ask them');

    await sam.waitForCard('Could your school help another?');
    await picture(sam, '07-could-you-help');
    await ruth.waitForCard('Priya Nair put a possible partner forward.');
    await priya.waitForCard('Their headteacher is being asked now.');
    expect(await sam.read()).not.toMatch(/Northcliffe|Ruth|Ellison|blending|SR-2026/);
    expect(await ruth.read()).not.toMatch(/Hollin|Sam Idowu/);
  });

  it('tells both schools the other’s name once the other has said yes', async () => {
    await sam.clickButton('Yes, we can help');
    await sam.waitForCard('Thank you. The school that asked is Northcliffe Primary School.');
    await picture(sam, '08-yes');
    const news = await ruth.waitForCard('Sam Idowu agreed to help.');
    expect(await news.innerText()).toContain('Hollin Lane Primary School');
    await picture(ruth, '09-a-partner');
    await priya.waitForCard('Sam Idowu agreed to help.');
  });

  it('has both headteachers agree to terms the adviser puts', async () => {
    await priya.clickButton('Put the terms');
    await priya.waitForCard('Put to both headteachers');
    await priya.fill('What will it be measured by?', 'Phonics screening check, Year 1');
    await priya.fill('Where does that stand today?', '56%');
    await priya.fill('Where should it get to?', '68%');
    await priya.fill('Last day', 'February 12, 2027');
    await priya.fill('Days agreed for visits', '12 January 2027');
    await priya.fill('Who leads it at Northcliffe Primary School?', 'The Year 1 leader');
    await priya.fill('Who leads it at Hollin Lane Primary School?', 'The early reading lead');
    await priya.fill('Cost in pounds', '800');
    await priya.fill('Who pays?', 'The partnership');
    await priya.choose('Paid from which pot?', '£247,400 left: Commissioned support for schools causing concern');
    await picture(priya, '10-terms-form');
    await priya.clickButton('Put to both headteachers');
    await priya.waitForCard('Hollin Lane Primary School: not agreed yet');

    await sam.waitForCard('Here are the terms.');
    await picture(sam, '11-terms');
    await sam.clickButton('Agree to these terms');
    await ruth.waitForCard('Sam Idowu agreed to the terms.');
    await sam.waitForCard('I’ll tell you when the other headteacher has agreed too.');
    await ruth.clickButton('Agree to these terms');
    await ruth.waitForCard('Northcliffe Primary School: agreed by Ruth Ellison');
    await picture(ruth, '12-agreed');
    await priya.waitForCard('Ruth Ellison agreed to the terms.');
    await sam.waitForCard('Ruth Ellison agreed to the terms.');
    // What a pot is for can tell how a school stands.
    for (const head of [ruth, sam]) expect(await head.read()).not.toContain('causing concern');
  });

  it('takes the record of a visit in a sentence and a card, and shows it to the others', async () => {
    await itBecomes('2027-01-12T15:30');
    await priya.waitForCard('The terms are agreed and the first day is here.');
    await sam.say('record a visit');
    await sam.waitForCard('0 of 4 half-days are recorded so far.');
    expect(await sam.standing('Which day?')).toBe('January 12, 2027');
    await sam.fill('What was done', 'Watched two phonics sessions and planned the next two together.');
    await picture(sam, '13-visit');
    await sam.clickButton('Record it');
    await sam.waitForCard('Recorded: 1 of 4 half-days so far.');
    for (const other of [ruth, priya]) await other.waitForCard('Sam Idowu recorded a visit: “Watched two phonics');
    await picture(ruth, '14-visit-heard');
  });

  it('asks half way whether it is working', async () => {
    await itBecomes('2027-01-25T10:00');
    await ruth.waitForCard('You are about half way.');
    await ruth.clickButton('Mid-point review');
    await ruth.waitForCard('Is it the right support for the school?');
    await ruth.choose('Is it working?', 'In part');
    await ruth.choose('Is it the right support', 'Yes');
    await ruth.fill('What next?', 'Two more sessions, with the Year 1 team watching.');
    await picture(ruth, '15-midpoint');
    await ruth.clickButton('Send the review');
    for (const other of [sam, priya]) await other.waitForCard('Ruth Ellison reviewed it at the mid-point');
    await picture(sam, '16-midpoint-heard');
  });

  it('asks for the final review when the last day has passed, and then what changed', async () => {
    await itBecomes('2027-02-22T10:00');
    await ruth.waitForCard('The last agreed day has passed.');
    await ruth.clickButton('Final review');
    await ruth.waitForCard('what you would keep');
    await ruth.fill('Your review', 'Year 1 blend with much more confidence. We would keep the weekly coaching.');
    await picture(ruth, '17-final');
    await ruth.clickButton('Send the review');
    await sam.waitForCard('Ruth Ellison wrote the final review: “Year 1 blend');
    await ruth.waitForCard('One thing is left: what changed');

    await ruth.clickButton('Record what changed');
    await ruth.waitForCard('Would you recommend this support');
    expect(await ruth.standing('Where did it stand at the beginning?')).toBe('56%');
    await ruth.fill('Where does it stand now?', '66%');
    await ruth.fill('How is that known?', 'A practice check in February 2027');
    await ruth.choose('Would you recommend', 'Yes');
    await ruth.tick('Other schools may read this');
    await picture(ruth, '18-impact');
    await ruth.clickButton('Record what changed');
    await ruth.waitForCard('56% → 66% (A practice check in February 2027)');
    for (const other of [sam, priya]) await other.waitForCard('Ruth Ellison recorded the impact.');
  });

  it('is closed by the adviser, told to both schools, and found by others without a school’s name', async () => {
    await priya.clickButton('Close it');
    await priya.waitForCard('What was paid from it, in pounds?');
    await picture(priya, '19-close');
    await priya.clickButton('Close it');
    for (const head of [ruth, sam]) await head.waitForCard('Priya Nair closed it.');
    await picture(ruth, '20-closed');
    await sam.say('what has worked for phonics?');
    const practice = await sam.waitForCard('A practice check in February 2027');
    expect(await practice.innerText()).not.toMatch(/Northcliffe|Hollin|Ruth/);
    await picture(sam, '21-practice');
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };
