/**
 * What the Teams channel alone costs beside a bare botbuilder and restify echo, in one run.
 *
 *   node bench/teams-floor.ts [rounds]
 */
import { compareRoles } from './compare.ts';
import { startRole } from './harness.ts';
import { teamsQuestion } from './teams-question.ts';

const connector = await startRole('connector');
await compareRoles({
  floor: { name: 'echo', role: await startRole('teams-echo') },
  others: [{ name: 'channel alone', role: await startRole('teams-channel') }],
  requests: [teamsQuestion('01', `http://127.0.0.1:${connector.port}/`, 'What category are we?')],
  rounds: Number(process.argv[2] ?? 3),
});
connector.child.kill();
