/** Rows of so many numbers each, one row after the other. Those of row r begin at r × `width`; there is room for more behind the last. */
export interface NumberRows {
  readonly width: number;
  readonly length: number;
  /** All of them; another array when they have grown. */
  readonly numbers: Float64Array;
  /** Adds a row of `width` numbers. */
  add(row: readonly number[]): void;
  /** A number in a row. */
  get(row: number, column: number): number;
  /** Writes another number in a row. */
  set(row: number, column: number, value: number): void;
}

/** Rows that have room for some at first. */
const ROOM = 64;

/** Starts with no rows. */
export function numberRows(width: number): NumberRows {
  let numbers = new Float64Array(ROOM * width);
  let length = 0;
  return {
    width,
    get length() {
      return length;
    },
    get numbers() {
      return numbers;
    },
    add(row) {
      const begin = length * width;
      if (begin === numbers.length) numbers = new Float64Array(numbers.buffer.transfer(numbers.byteLength * 2));
      for (let column = 0; column < width; column += 1) numbers[begin + column] = row[column] ?? 0;
      length += 1;
    },
    get: (row, column) => numbers[row * width + column] ?? 0,
    set(row, column, value) {
      numbers[row * width + column] = value;
    },
  };
}
