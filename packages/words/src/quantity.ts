const figures = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** A number for a reader: `1,000,000`. */
export function figureText(amount: number): string {
  return figures.format(amount);
}

/** An amount with its unit, which no line parts: `20 MW`. */
export function amountText({ amount, unit }: { readonly amount: number; readonly unit: string }): string {
  return `${figureText(amount)}\u00a0${unit}`;
}
