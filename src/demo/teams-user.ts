/** The number by which Teams would know the demo's person NN. */
export function teamsUser(nn: string): string {
  return `00000000-0000-4000-8000-0000000000${nn}`;
}
