import { connectCosmos } from '../src/store/cosmos/connect.ts';
import { createContainerIfMissing } from '../src/store/cosmos/container-setup.ts';

/**
 * Makes the database and container the bot keeps its records in, with the right partition key and index, if they are not there:
 * COSMOS_ENDPOINT=… COSMOS_KEY=… npm run setup:cosmos. With managed identities, deploy the same from a template instead.
 */
const { COSMOS_ENDPOINT, COSMOS_KEY, COSMOS_DATABASE = 'partnership-bot', COSMOS_CONTAINER = 'records' } = process.env;
if (!COSMOS_ENDPOINT || !COSMOS_KEY) {
  console.error('Set COSMOS_ENDPOINT and COSMOS_KEY first; both are on the account’s “Keys” page in the Azure portal.');
  process.exit(1);
}
await createContainerIfMissing(
  connectCosmos({ endpoint: COSMOS_ENDPOINT, key: COSMOS_KEY }),
  COSMOS_DATABASE,
  COSMOS_CONTAINER,
);
console.log(`${COSMOS_DATABASE}/${COSMOS_CONTAINER} is ready.`);
