/**
 * Stands in for the sources that adaptivecards-templating's types reach into: written for another compiler setting, they do
 * not pass this project's checks, and nothing here uses them.
 */
export type IAdaptiveCard = Record<string, unknown>;
