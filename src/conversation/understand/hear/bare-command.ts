import type { IntentName } from '../../../core/intent.ts';

/** The words people are told will always work: "help", "menu", "start". */
export function bareCommand(text: string): IntentName | undefined {
  return /^\W*(?:help|menu|start)\W*$/i.test(text) ? 'help' : undefined;
}
