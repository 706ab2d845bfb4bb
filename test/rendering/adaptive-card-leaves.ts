import { z } from 'zod';

/** Everything that holds no other element, and the actions that show no other card. */

const Size = z.enum(['default', 'small', 'medium', 'large', 'extraLarge']);
const Colour = z.enum(['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention']);
const Weight = z.enum(['default', 'lighter', 'bolder']);
export const Across = z.enum(['left', 'center', 'right']);
export const Down = z.enum(['top', 'center', 'bottom']);
export const Style = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']);
export const Width = z.union([z.enum(['auto', 'stretch']), z.string().regex(/^\d+px$/), z.number().positive()]);

export const element = {
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
export const action = {
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
export const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  ...action,
  verb: z.string().min(1),
  data: data.optional(),
  associatedInputs,
  fallback: Submit,
});
export const OpenUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  ...action,
  url: z.url({ protocol: /^(https?|mailto|tel)$/ }),
});
export const Toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  ...action,
  targetElements: z
    .array(z.union([z.string(), z.strictObject({ elementId: z.string(), isVisible: z.boolean().optional() })]))
    .min(1),
});
export const SelectAction = z.discriminatedUnion('type', [Execute, OpenUrl, Toggle]);

export const TextBlock = z.strictObject({
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
export const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  ...element,
  inlines: z.array(z.union([z.string(), TextRun])).min(1),
  horizontalAlignment: Across.optional(),
});
export const FactSet = z.strictObject({
  type: z.literal('FactSet'),
  ...element,
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })),
});
export const Image = z.strictObject({
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
export const ImageSet = z.strictObject({
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
export const Inputs = [
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
