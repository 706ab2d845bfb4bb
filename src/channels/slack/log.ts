/** What the channel needs of a logger; pino is one. No message text, name or token is ever given to it. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
