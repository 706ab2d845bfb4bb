/** A page of fixed words: nothing from the request is ever on it. */
export interface Page {
  readonly status: number;
  readonly html: string;
}

function page(status: number, title: string, text: string): Page {
  const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><body style="font:1.1rem/1.5 system-ui;max-width:34rem;margin:4rem auto;padding:0 1rem"><h1 style="font-size:1.5rem">${title}</h1><p>${text}</p></body></html>`;
  return { status, html };
}

/** The same for a link that is over, one that never was, and a file that is no longer theirs. */
export const NO_LONGER_HERE = page(
  404,
  'This link no longer works',
  'A link to a file works for a quarter of an hour, for the person it was made for. Nothing is lost: go back to the chat, ask again, and you’ll be given a new one.',
);

export const FOR_THE_PERSON_ALONE = page(
  200,
  'A file from the partnership',
  'It is made when the person it is for opens the link, and is kept nowhere.',
);

export const WENT_WRONG = page(
  500,
  'That did not work',
  'The file could not be made just now. Please try the link again in a minute. If it happens again, tell the partnership office.',
);
