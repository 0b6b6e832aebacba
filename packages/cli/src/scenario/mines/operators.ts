import type { EventData } from '@rectify/engine';

type Operator = EventData<'MineRegistered'>['operator'];

/** Operators that obviously do not exist, numbered. */
export const exampleComputing = (n: number): Operator => ({
  id: `example-computing-${n}`,
  name: `Example Computing Co. ${n}`,
});

/** 示例算力公司: "example computing power company". */
export const shiliSuanli = (n: number): Operator => ({ id: `shili-suanli-${n}`, name: `示例算力公司 ${n}` });

/** Operators called data companies. */
export const demonstrationData = (n: number): Operator => ({
  id: `demonstration-data-${n}`,
  name: `Demonstration Data Ltd. ${n}`,
});

/** 演示科技公司: "demonstration technology company". */
export const yanshiKeji = (n: number): Operator => ({ id: `yanshi-keji-${n}`, name: `演示科技公司 ${n}` });

/** A name as long as real registers have them. */
export const veryLongName: Operator = {
  id: 'example-very-long-name',
  name: 'Example Data Processing, Cooling, Power Procurement, Equipment Leasing and Technical Consulting (Demonstration) Limited Liability Company of Fictitious Development Zone No. 12, Second Branch',
};
