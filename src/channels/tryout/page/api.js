/** A request that came to nothing. Its message is a sentence to show. */
export class ApiProblem extends Error {}

/** Gets, or with a body posts, JSON. Throws `ApiProblem`. */
export async function call(path, body) {
  let response;
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem('The demonstration cannot be reached. Is it still running?');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiProblem(answer.message ?? 'Something went wrong. Please try again.');
  return answer;
}
