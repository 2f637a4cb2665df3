/** Object numbers of one document: every object of OFD has its own, and MaxUnitID says the largest (GB/T 33190, 7.5). */
export class UnitIds {
  #last = 0;
  next(): number {
    this.#last += 1;
    return this.#last;
  }
  get last(): number {
    return this.#last;
  }
}
