export {
  type DivisionCode,
  type DivisionCodeRefusal,
  type DivisionLevel,
  divisionPrefix,
  isWithinDivision,
  parseDivisionCode,
} from './division-code.ts';
export {
  type Division,
  type DivisionName,
  type DivisionTable,
  makeDivisionTable,
  type OwnDivision,
} from './table.ts';
