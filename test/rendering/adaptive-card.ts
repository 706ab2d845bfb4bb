import { z } from 'zod';

/**
 * The part of Adaptive Cards 1.5 that our cards may use, strictly: a property that is misspelt, newer, or not known to every
 * Teams client is an error. Grow it with care: what is added here needs a translation for Slack as well.
 */

const Size = z.enum(['default', 'small', 'medium', 'large', 'extraLarge']);
const Colour = z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']);
const Weight = z.enum(['default', 'lighter', 'bolder']);
const Across = z.enum(['left', 'center', 'right']);
const Down = z.enum(['top', 'center', 'bottom']);
const Style = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
const Width = z.union([z.enum(['auto', 'stretch']), z.string().regex(/^\d+px$/), z.number().positive()]);

const element = {
  id: z.string().min(1).optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: z.enum(['none', 'small', 'default', 'medium', 'large', 'extraLarge', 'padding']).optional(),
  height: z.enum(['auto', 'stretch']).optional(),
};

const words = {
  color: Colour.optional(),
  fontType: z.enum(['default', 'monospace']).optional(),
  isSubtle: z.boolean().optional(),
  size: Size.optional(),
  weight: Weight.optional(),
};

const data = z.record(z.string(), z.json());
const action = {
  title: z.string().min(1),
  tooltip: z.string().optional(),
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  mode: z.enum(['primary', 'secondary']).optional(),
  isEnabled: z.boolean().optional(),
  iconUrl: z.url().optional(),
  id: z.string().optional(),
};
const associatedInputs = z.enum(['auto', 'none']).optional();

const Submit = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().min(1),
  style: action.style,
  associatedInputs,
  data,
});
const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  ...action,
  verb: z.string().min(1),
  data: data.optional(),
  associatedInputs,
  fallback: Submit,
});
const OpenUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  ...action,
  url: z.url({ protocol: /^(https?|mailto|tel)$/ }),
});
const Toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  ...action,
  targetElements: z
    .array(z.union([z.string(), z.strictObject({ elementId: z.string(), isVisible: z.boolean().optional() })]))
    .min(1),
});
const ShowCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  ...action,
  get card() {
    return InnerCard;
  },
});
const Action = z.discriminatedUnion('type', [Execute, OpenUrl, Toggle, ShowCard]);
const SelectAction = z.discriminatedUnion('type', [Execute, OpenUrl, Toggle]);

const TextBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...element,
  ...words,
  text: z.string().min(1),
  wrap: z.boolean().optional(),
  maxLines: z.number().int().positive().optional(),
  horizontalAlignment: Across.optional(),
  style: z.enum(['default', 'heading', 'columnHeader']).optional(),
});
const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  ...words,
  text: z.string(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  highlight: z.boolean().optional(),
  selectAction: OpenUrl.optional(),
});
const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  ...element,
  inlines: z.array(z.union([z.string(), TextRun])).min(1),
  horizontalAlignment: Across.optional(),
});
const FactSet = z.strictObject({
  type: z.literal('FactSet'),
  ...element,
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })),
});
const Image = z.strictObject({
  type: z.literal('Image'),
  ...element,
  url: z.url(),
  altText: z.string().min(1),
  size: z.enum(['auto', 'stretch', 'small', 'medium', 'large']).optional(),
  style: z.enum(['default', 'person']).optional(),
  width: z
    .string()
    .regex(/^\d+px$/)
    .optional(),
  horizontalAlignment: Across.optional(),
  selectAction: SelectAction.optional(),
});
const ImageSet = z.strictObject({
  type: z.literal('ImageSet'),
  ...element,
  images: z.array(Image).min(1),
  imageSize: z.enum(['auto', 'small', 'medium', 'large']).optional(),
});

const input = {
  ...element,
  id: z.string().min(1),
  label: z.string().min(1),
  isRequired: z.boolean().optional(),
  errorMessage: z.string().min(1).optional(),
};
const Inputs = [
  z.strictObject({
    type: z.literal('Input.Text'),
    ...input,
    placeholder: z.string().optional(),
    value: z.string().optional(),
    isMultiline: z.boolean().optional(),
    maxLength: z.number().int().positive().optional(),
    regex: z.string().optional(),
    style: z.enum(['text', 'tel', 'url', 'email']).optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Number'),
    ...input,
    placeholder: z.string().optional(),
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Date'),
    ...input,
    placeholder: z.string().optional(),
    value: z.union([z.iso.date(), z.literal('')]).optional(),
    min: z.iso.date().optional(),
    max: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Time'),
    ...input,
    placeholder: z.string().optional(),
    value: z
      .string()
      .regex(/^(\d\d:\d\d)?$/)
      .optional(),
    min: z.string().optional(),
    max: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.Toggle'),
    ...input,
    title: z.string().min(1),
    value: z.string().optional(),
    valueOn: z.string().optional(),
    valueOff: z.string().optional(),
    wrap: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    ...input,
    choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1).max(75) })).min(1),
    isMultiSelect: z.boolean().optional(),
    style: z.enum(['compact', 'expanded', 'filtered']).optional(),
    value: z.string().optional(),
    placeholder: z.string().optional(),
    wrap: z.boolean().optional(),
  }),
] as const;

const items = {
  get items() {
    return z.array(Element);
  },
};
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
  lang: z.literal('en-GB'),
  fallbackText: z.string().min(1),
  body: z.array(Element).min(1),
  actions: z.array(Action).max(6).optional(),
  msteams: z.strictObject({ width: z.literal('Full') }).optional(),
  refresh: z.strictObject({ action: Execute, userIds: z.array(z.string()).min(1).max(60) }).optional(),
});
