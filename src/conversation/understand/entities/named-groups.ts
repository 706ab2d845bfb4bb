/** Something with a name and other names, such as a review group or an alliance. */
export interface Named {
  readonly key: string;
  /** As people say it: "primary review group", "PRG". */
  readonly names: readonly string[];
}

/** Finds which of these are named in a message, by key, in the order said. A longer name hides the shorter ones inside it. */
export function namedReader(all: readonly Named[]): (text: string) => readonly string[] {
  const forms = all
    .flatMap((one) => one.names.map((name) => ({ key: one.key, words: plain(name) })))
    .filter((form) => form.words !== '')
    .sort((a, b) => b.words.length - a.words.length);
  return (text) => {
    let said = ` ${plain(text)} `;
    const found: { at: number; key: string }[] = [];
    for (const form of forms) {
      for (let at = said.indexOf(` ${form.words} `); at >= 0; at = said.indexOf(` ${form.words} `)) {
        found.push({ at, key: form.key });
        said = `${said.slice(0, at + 1)}${'_'.repeat(form.words.length)}${said.slice(at + 1 + form.words.length)}`;
      }
    }
    return [...new Set(found.sort((a, b) => a.at - b.at).map((one) => one.key))];
  };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
