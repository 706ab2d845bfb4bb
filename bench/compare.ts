import { type Figures, line, measure, median, type Role } from './harness.ts';

const WARM_UP = 1_500;
const TURNS = 3_000;

interface Named {
  readonly name: string;
  readonly role: Role;
}

/**
 * Measures each in turn, round by round, so that a machine that changes pace changes it for all; then prints the median ratio of
 * each to the floor. Ends the processes.
 */
export async function compareRoles(what: {
  readonly floor: Named;
  readonly others: readonly Named[];
  readonly requests: Parameters<typeof measure>[1];
  readonly rounds: number;
}): Promise<ReadonlyMap<string, number>> {
  const all = [what.floor, ...what.others];
  const figures = new Map<string, Figures[]>(all.map(({ name }) => [name, []]));
  for (const { role } of all) await measure(role, what.requests, WARM_UP);
  for (let round = 1; round <= what.rounds; round += 1) {
    for (const { name, role } of all) {
      const measured = await measure(role, what.requests, TURNS);
      figures.get(name)?.push(measured);
      console.log(line(name, measured));
    }
  }
  const cpu = new Map(
    all.map(({ name }) => [name, median((figures.get(name) ?? []).map((each) => each.cpuMicrosPerTurn))]),
  );
  for (const { name } of what.others) {
    const ratio = (cpu.get(name) ?? Number.NaN) / (cpu.get(what.floor.name) ?? Number.NaN);
    console.log(`${name} / ${what.floor.name}, CPU per turn, median of ${what.rounds}: ${ratio.toFixed(2)}`);
  }
  for (const { role } of all) role.child.kill();
  return cpu;
}
