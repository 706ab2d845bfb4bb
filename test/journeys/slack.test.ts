import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingForSlack, openSlackWindow, type SlackWindow } from './slack-window.ts';

const name = 'The demo in a Slack of one’s own, in a browser';

describe.skipIf(missingForSlack)(missingForSlack ? `${name}: ${missingForSlack}` : name, () => {
  let slack: SlackWindow;
  beforeAll(async () => {
    slack = await openSlackWindow('slack');
  });
  afterAll(() => slack?.close());

  it('shows a headteacher their own page', async () => {
    await slack.actAs('Ruth Ellison');
    await slack.go('partnership-bot');
    await slack.sees('What waits and what is coming');
    await slack.sees('Northcliffe Primary School');
    await slack.sees('I know you as');
    await slack.picture('home');
  });

  it('answers a question, and the one that follows on it', async () => {
    await slack.go('Ruth Ellison');
    await slack.say('How many visits have we left?');
    await slack.sees('2 recorded this year');
    await slack.picture('question');
    await slack.say('and who is our adviser?');
    await slack.sees('Priya Nair, School Improvement Adviser, North.');
  });

  it('takes a form, and says beside it what is missing', async () => {
    await slack.actAs('Priya Nair');
    await slack.go('partnership-bot');
    await slack.go('Priya Nair');
    await slack.say('hello');
    await slack.sees('Hello, Priya');
    await slack.actAs('Ruth Ellison');
    await slack.go('Ruth Ellison');
    await slack.press('Something here is wrong');
    await slack.press('Fill in the form');
    await slack.page.locator('.modal').getByRole('radio').first().check();
    await slack.page.locator('.modal').getByRole('textbox').fill('   ');
    await slack.page.locator('.modal-btn.primary').click();
    await slack.sees('Please say in a sentence or two what is wrong');
    await slack.picture('form-with-error');
    await slack.page.locator('.modal').getByRole('textbox').fill('The deputy is now the substantive head.');
    await slack.page.locator('.modal-btn.primary').click();
    await slack.page.locator('.modal').waitFor({ state: 'detached' });
    await slack.sees('The deputy is now the substantive head.');
    await slack.picture('form-sent');
  });

  it('tells the adviser, who finds it waiting on their own page too', async () => {
    await slack.actAs('Priya Nair');
    await slack.go('Priya Nair');
    await slack.sees('The deputy is now the substantive head.');
    await slack.picture('adviser');
    await slack.go('partnership-bot');
    await slack.sees('waiting for you');
    await slack.picture('adviser-home');
  });

  it('answers privately what was asked in a channel, which sees only that', async () => {
    await slack.actAs('Ruth Ellison');
    await slack.go('headteachers');
    await slack.say('@partnership-bot what category are we?');
    await slack.page.getByText('1 reply').click();
    await slack.sees('I’ve replied to you directly.');
    expect(await slack.page.locator('body').innerText()).not.toContain('Category 3');
    await slack.picture('channel');
    await slack.go('Ruth Ellison');
    await slack.sees('Category 3: Schools that are improving and/or at risk');
  });

  it('answers a command that anybody may read where it was given', async () => {
    await slack.go('headteachers');
    await slack.say('/partnership what is a review group for?');
    await slack.sees('chaired by the Head of Learning Improvement');
    await slack.picture('command');
  });
});
