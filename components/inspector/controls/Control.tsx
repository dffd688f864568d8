'use client';

import type { Field } from '@/lib/layers/fields';
import { BooleanControl } from '@/components/inspector/controls/BooleanControl';
import { ChoiceControl } from '@/components/inspector/controls/ChoiceControl';
import type { ControlProps } from '@/components/inspector/controls/control-props';
import { NumberControl } from '@/components/inspector/controls/NumberControl';
import { PaddingControl } from '@/components/inspector/controls/PaddingControl';
import { PairControl } from '@/components/inspector/controls/PairControl';
import { ShapeControl } from '@/components/inspector/controls/ShapeControl';
import { TextControl } from '@/components/inspector/controls/TextControl';

/** The control for a field's kind. */
export function Control({ field, ...props }: Omit<ControlProps, 'field'> & { readonly field: Field }) {
  switch (field.kind) {
    case 'integer':
    case 'real':
      return <NumberControl field={field} {...props} />;
    case 'boolean':
      return <BooleanControl field={field} {...props} />;
    case 'choice':
      return <ChoiceControl field={field} {...props} />;
    case 'text':
      return <TextControl field={field} {...props} />;
    case 'pair':
      return <PairControl field={field} {...props} />;
    case 'padding':
      return <PaddingControl field={field} {...props} />;
    case 'shape':
      return <ShapeControl field={field} {...props} />;
  }
}
