import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from './playground.ts';
import { missingForSlack, openSlackWindow, type SlackWindow } from './slack-window.ts';

const name = 'One bot, with some people in Slack and others in Teams';

describe.skipIf(missingForSlack)(missingForSlack ? `${name}: ${missingForSlack}` : name, () => {
  let slack: SlackWindow;
  let priya: Playground;
  let sam: Playground;

  beforeAll(async () => {
    slack = await openSlackWindow('two-platforms');
    await itBecomes(0);
    const sitDown = (number: number, person: string) =>
      startPlayground(`${slack.url}/api/messages`, { number, name: person }, slack.browser);
    [priya, sam] = await Promise.all([sitDown(4, 'Priya Nair'), sitDown(2, 'Sam Idowu')]);
    for (const person of [priya, sam]) await person.waitForCard('partnership bot');
  });
  afterAll(async () => {
    for (const person of [priya, sam]) await person?.close();
    await slack?.close();
  });

  const goToBot = async (person: string) => {
    await slack.go('partnership-bot');
    await slack.go(person);
  };
  const field = (label: string) => slack.page.locator('.modal .bk-input').filter({ hasText: label });
  const buttons = (label: string) => slack.page.getByRole('button', { name: label });
  const itBecomes = async (daysLater: number) => {
    const body = JSON.stringify({ now: aSchoolDay(daysLater) });
    const moved = await fetch(`${slack.url}/tryout/clock`, { method: 'POST', body, headers: JSON_TYPE });
    expect(moved.status).toBe(200);
  };

  it('carries a request from a form in Slack to the adviser in Teams', async () => {
    await slack.actAs('Helen Marsh');
    await goToBot('Helen Marsh');
    await slack.say('hello');
    await slack.sees('Hello, Helen');
    await slack.actAs('Ruth Ellison');
    await goToBot('Ruth Ellison');
    await slack.say('we could do with help on Y1 phonics after Christmas');
    await slack.sees('This goes to Priya Nair');
    await slack.press('Fill in the form');
    await field('What is it about?').locator('select').selectOption({ label: 'Phonics' });
    await field('What would help?').locator('select').selectOption({ label: 'Coaching' });
    await field('What should be different')
      .locator('input, textarea')
      .fill('More of our Year 1s blending with confidence.');
    await slack.picture('01-modal');
    await slack.page.locator('.modal-btn.primary').click();
    await slack.page.locator('.modal').waitFor({ state: 'detached' });
    await slack.sees('I’ll tell you as soon as it is picked up');
    await slack.picture('02-sent');
    await priya.waitForCard('This request needs somebody to take it on, and it has come to you.');
  });

  it('tells whoever has waited too long, and changes their card in Slack once it is taken in Teams', async () => {
    await itBecomes(3);
    await priya.waitForCard('A reminder: this request is still waiting to be picked up.');
    await slack.actAs('Helen Marsh');
    await goToBot('Helen Marsh');
    await slack.sees('Nobody has picked this request up in the time promised.');
    await slack.picture('03-helen-told');
    expect(await buttons('I’ll take it').count()).toBe(1);

    await priya.clickButton('I’ll take it');
    await priya.waitForCard('It is yours, and Ruth Ellison is being told.');
    await slack.sees('Priya Nair has SR-');
    await expect.poll(() => buttons('I’ll take it').count()).toBe(0);
    await slack.picture('04-helens-card-changed');
    await slack.picture('05-priya-has-it', priya.page);
    await slack.actAs('Ruth Ellison');
    await goToBot('Ruth Ellison');
    await slack.sees('Priya Nair picked this up.');
    await slack.picture('06-ruth-hears');
  });

  it('goes the other way: asked in Teams, taken in Slack, and the card in Teams says who has it', async () => {
    await sam.say('we would like some help with writing in Year 4');
    await sam.waitForCard('This goes to Priya Nair');
    await sam.choose('What would help?', 'Coaching');
    await sam.fill('What should be different afterwards?', 'Our Year 4s write at length, and like to.');
    await sam.clickButton('Send to Priya Nair');
    await priya.waitForCard('Our Year 4s write at length');
    await itBecomes(8);
    await slack.actAs('Helen Marsh');
    await goToBot('Helen Marsh');
    await slack.sees('Our Year 4s write at length');
    await slack.press('I’ll take it');
    await slack.sees('It is yours, and Sam Idowu is being told.');
    await slack.picture('07-helen-took-it');

    await sam.waitForCard('Helen Marsh picked this up.');
    await priya.waitForCard('Helen Marsh has SR-');
    await expect.poll(() => priya.page.getByRole('button', { name: 'I’ll take it' }).count()).toBe(0);
    await slack.picture('08-priyas-card-changed', priya.page);
    await slack.picture('09-sam-hears', sam.page);
    // Who was asked once hears who has it, and no more of what was asked for.
    expect(await priya.read()).not.toContain('Our Year 4s write at length');
  });
});

const JSON_TYPE = { 'content-type': 'application/json' };

/** A Tuesday morning in the middle of a half-term to come, and so many days after it. */
function aSchoolDay(daysLater = 0): string {
  let day = Temporal.PlainDate.from({ year: Temporal.Now.plainDateISO().year + 1, month: 11, day: 8 });
  while (day.dayOfWeek !== 2) day = day.add({ days: 1 });
  return `${day.add({ days: daysLater })}T10:00`;
}
