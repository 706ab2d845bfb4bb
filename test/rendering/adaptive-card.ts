import { z } from 'zod';
import {
  Across,
  action,
  Down,
  Execute,
  element,
  FactSet,
  Image,
  ImageSet,
  Inputs,
  OpenUrl,
  RichTextBlock,
  SelectAction,
  Style,
  TextBlock,
  Toggle,
  Width,
} from './adaptive-card-leaves.ts';

/**
 * The part of Adaptive Cards 1.5 that our cards may use, strictly: a property that is misspelt, newer, or not known to every
 * Teams client is an error. Grow it with care: what is added here needs a translation for Slack as well.
 */

const ShowCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  ...action,
  card: z.lazy((): z.ZodType<unknown> => InnerCard),
});
const Action = z.discriminatedUnion('type', [Execute, OpenUrl, Toggle, ShowCard]);

const items = { items: z.array(z.lazy((): z.ZodType<unknown> => Element)) };
const Container = z.strictObject({
  type: z.literal('Container'),
  ...element,
  ...items,
  style: Style.optional(),
  bleed: z.boolean().optional(),
  minHeight: z.string().optional(),
  verticalContentAlignment: Down.optional(),
  selectAction: SelectAction.optional(),
});
const Column = z.strictObject({
  type: z.literal('Column'),
  ...element,
  ...items,
  width: Width.optional(),
  style: Style.optional(),
  bleed: z.boolean().optional(),
  verticalContentAlignment: Down.optional(),
  selectAction: SelectAction.optional(),
});
const ColumnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  ...element,
  columns: z.array(Column),
  style: Style.optional(),
  bleed: z.boolean().optional(),
  horizontalAlignment: Across.optional(),
  selectAction: SelectAction.optional(),
});
const Cell = z.strictObject({
  type: z.literal('TableCell'),
  ...items,
  style: Style.optional(),
  verticalContentAlignment: Down.optional(),
});
const Row = z.strictObject({
  type: z.literal('TableRow'),
  cells: z.array(Cell).min(1),
  style: Style.optional(),
  horizontalCellContentAlignment: Across.optional(),
  verticalCellContentAlignment: Down.optional(),
});
const Table = z.strictObject({
  type: z.literal('Table'),
  ...element,
  columns: z
    .array(
      z.strictObject({
        width: z.union([z.number(), z.string()]).optional(),
        horizontalCellContentAlignment: Across.optional(),
        verticalCellContentAlignment: Down.optional(),
      }),
    )
    .min(1),
  rows: z.array(Row).min(1),
  firstRowAsHeaders: z.boolean().optional(),
  showGridLines: z.boolean().optional(),
  gridStyle: Style.optional(),
  horizontalCellContentAlignment: Across.optional(),
  verticalCellContentAlignment: Down.optional(),
});
const ActionSet = z.strictObject({
  type: z.literal('ActionSet'),
  ...element,
  actions: z.array(Action).min(1).max(6),
  horizontalAlignment: Across.optional(),
});

const Element: z.ZodType<unknown> = z.lazy(() =>
  z.discriminatedUnion('type', [
    TextBlock,
    RichTextBlock,
    FactSet,
    Image,
    ImageSet,
    Container,
    ColumnSet,
    Table,
    ActionSet,
    ...Inputs,
  ]),
);

const InnerCard: z.ZodType<unknown> = z.lazy(() =>
  z.strictObject({
    type: z.literal('AdaptiveCard'),
    body: z.array(Element),
    actions: z.array(Action).max(6).optional(),
  }),
);

/** A card as it leaves the renderer. */
export const RenderedCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.literal('en'),
  fallbackText: z.string().min(1),
  body: z.array(Element).min(1),
  actions: z.array(Action).max(6).optional(),
  msteams: z.strictObject({ width: z.literal('Full') }).optional(),
  refresh: z.strictObject({ action: Execute, userIds: z.array(z.string()).min(1).max(60) }).optional(),
});
