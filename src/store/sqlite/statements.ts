import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Value } from './row.ts';

/** The most query texts kept prepared. Features ask a fixed set of questions, so in practice none is ever dropped. */
const mostPrepared = 256;

/** Prepared statements by their text, each prepared once. Rows come back as arrays, which are cheaper than objects. */
export interface Statements {
  one(sql: string, ...values: Value[]): readonly Value[] | undefined;
  all(sql: string, ...values: Value[]): readonly (readonly Value[])[];
  run(sql: string, ...values: Value[]): void;
}

export function prepareStatements(db: DatabaseSync): Statements {
  const prepared = new Map<string, StatementSync>();
  function statement(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const [oldest] = prepared.keys();
    if (prepared.size >= mostPrepared && oldest !== undefined) prepared.delete(oldest);
    const fresh = db.prepare(sql);
    fresh.setReturnArrays(true);
    prepared.set(sql, fresh);
    return fresh;
  }
  return {
    // The declared types know only rows as objects; setReturnArrays makes them arrays.
    one: (sql, ...values) => statement(sql).get(...values) as readonly Value[] | undefined,
    all: (sql, ...values) => statement(sql).all(...values) as unknown as readonly (readonly Value[])[],
    run: (sql, ...values) => {
      statement(sql).run(...values);
    },
  };
}
