/** A finding in a training, with its layers by their titles and shares as they are written. Ratios are above 1. */
export type HealthFinding =
  | {
      readonly kind: 'vanishing';
      readonly layer: string;
      readonly other: string;
      readonly ratio: string;
      readonly isSaturating: boolean;
    }
  | { readonly kind: 'exploding'; readonly layer: string; readonly other: string; readonly ratio: string }
  | { readonly kind: 'dead' | 'saturated' | 'large-updates'; readonly layer: string; readonly share: string }
  | { readonly kind: 'small-updates' }
  | { readonly kind: 'no-gradient'; readonly layer: string };
