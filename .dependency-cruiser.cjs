/** What each part may import: the table in ARCHITECTURE.md, enforced. */
const sdk = (name) => `node_modules/${name}/`;

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'core-is-contracts-only',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', sdk('zod'), sdk('temporal-polyfill')] },
    },
    {
      name: 'features-know-core-and-their-neighbours-index',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { pathNot: ['^src/core/', '^src/features/$1/', '^src/features/[^/]+/index\\.ts$', sdk('zod'), sdk('temporal-polyfill')] },
    },
    {
      name: 'channels-never-know-features-or-each-other',
      severity: 'error',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/channels/$1/'] },
    },
    {
      name: 'inner-parts-know-core-only',
      severity: 'error',
      from: { path: '^src/(conversation|rendering|outbox|files|importing|partnership|register|retention|observing|store)/' },
      to: { path: '^src/', pathNot: ['^src/core/', '^src/$1/'] },
    },
    {
      name: 'block-kit-stands-alone',
      severity: 'error',
      from: { path: '^src/rendering/block-kit/' },
      to: { path: '^src/', pathNot: '^src/rendering/block-kit/' },
    },
    {
      name: 'stores-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/store/(sqlite|cosmos)/' },
      to: { path: '^src/store/(sqlite|cosmos)/', pathNot: '^src/store/$1/' },
    },
    { name: 'botbuilder-only-in-its-channel', severity: 'error', from: { path: '^src/', pathNot: '^src/channels/teams/' }, to: { path: [sdk('botbuilder'), sdk('botframework-[^/]+')] } },
    { name: 'bolt-only-in-its-channel', severity: 'error', from: { path: '^src/', pathNot: '^src/(channels/slack|rendering/block-kit)/' }, to: { path: sdk('@slack/[^/]+') } },
    { name: 'block-kit-takes-types-only', severity: 'error', from: { path: '^src/rendering/block-kit/' }, to: { path: sdk('@slack/[^/]+'), pathNot: sdk('@slack/types') } },
    { name: 'nobody-imports-the-top', severity: 'error', from: { path: '^src/[^/]+/' }, to: { path: '^src/[^/]+\\.ts$' } },
    { name: 'no-test-code-in-src', severity: 'error', from: { path: '^src' }, to: { path: '^(test|bench|scripts)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
