/** The element that shows a cell of the overview, by the cell's position. */
export const optionId = (position: number): string => `overview-cell-${position}`;
