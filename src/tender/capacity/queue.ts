import { geometric, type Uniform } from "../../cohorts/index.js";

/** How appointments go. `rebookAfter`: working days; at 0 the same day. `mostAttempts` may be infinite. */
export interface QueueRules {
  readonly didNotAttend: number;
  readonly mostAttempts: number;
  readonly rebookAfter: number;
}

/**
 * One run of the queue for appointments, in whole numbers, its arrays used again for the next run.
 *
 * People are numbered as they are received, so first appointments are served in order and need one
 * number, `next`. Whoever has missed one was received before whoever has not had one: those who are
 * rebooked come first, and only they are held one by one. Who misses how many is drawn in the order of
 * receipt from a stream of its own, so it does not hang on the capacity: more of it meets the same people.
 */
export class Queue {
  /** Attended; and closed after the last attempt. */
  done = 0;
  closed = 0;
  #next = 0;
  #nextMiss = 0;
  #size = 0;
  #waiting = 0;
  /** Received before each working day; of each day's receipts, how many wait after a missed appointment. */
  readonly #receivedBefore: Int32Array;
  readonly #again: Int32Array;

  /** The log of missed appointments: who, the day of receipt, attempts still to come (negative: the last is missed too). */
  readonly #person: Int32Array;
  readonly #receipt: Int32Array;
  readonly #toCome: Int32Array;
  readonly #loggedBefore: Int32Array;

  /** The missed appointments whose turn it is, in order of receipt. */
  readonly #line: Int32Array;
  #lineSize = 0;
  #receiptOfNext = 0;
  #firstAgain = 0;
  #oldUntil = -1;
  #oldAgain = 0;
  #uniform: Uniform = () => 0.5;
  readonly #attendedBefore: (uniform: Uniform) => number;
  readonly #missedBefore: (uniform: Uniform) => number;
  readonly #slots: Int32Array;
  readonly #rules: QueueRules;

  constructor(slots: Int32Array, rules: QueueRules) {
    this.#slots = slots;
    this.#rules = rules;
    this.#attendedBefore = geometric(rules.didNotAttend);
    this.#missedBefore = geometric(1 - rules.didNotAttend);
    const most = slots.reduce((sum, each) => sum + each, 0);
    this.#receivedBefore = new Int32Array(slots.length + 1);
    this.#again = new Int32Array(slots.length);
    this.#loggedBefore = new Int32Array(slots.length + 1);
    this.#person = new Int32Array(most);
    this.#receipt = new Int32Array(most);
    this.#toCome = new Int32Array(most);
    this.#line = new Int32Array(most);
  }

  /** Empties the queue for another run, whose attendance is drawn from `uniform`. */
  start(uniform: Uniform): void {
    this.#uniform = uniform;
    this.done = this.closed = this.#next = this.#size = this.#waiting = this.#lineSize = 0;
    this.#receiptOfNext = this.#firstAgain = this.#oldAgain = 0;
    this.#oldUntil = -1;
    this.#again.fill(0);
    this.#nextMiss = this.#attendedBefore(uniform);
  }

  /** A working day: who is received, then who is seen. */
  work(day: number, received: number): void {
    this.#receivedBefore[day + 1] = this.#receivedBefore[day]! + received;
    this.#loggedBefore[day] = this.#size;
    this.#gather(day);
    const left = this.#serveAgain(this.#slots[day]!);
    this.#serveFirst(day, left);
    this.#loggedBefore[day + 1] = this.#size;
  }

  /** Referrals received up to and including a day. */
  received(day: number): number {
    return this.#receivedBefore[day + 1]!;
  }

  /** Referrals neither seen nor closed at the close of a day. */
  open(day: number): number {
    return this.received(day) - this.#next + this.#waiting;
  }

  /** Of the open, those received on or before `until`; asked with a later day each time. */
  openUntil(until: number): number {
    while (this.#oldUntil < until) this.#oldAgain += this.#again[++this.#oldUntil]!;
    return Math.max(0, this.#receivedBefore[until + 1]! - this.#next) + this.#oldAgain;
  }

  /** Of the open, those received from one day to another. */
  openBetween(from: number, until: number): number {
    let found = Math.max(
      0,
      this.#receivedBefore[until + 1]! - Math.max(this.#next, this.#receivedBefore[from]!),
    );
    for (let day = from; day <= until; day++) found += this.#again[day]!;
    return found;
  }

  /** The day of receipt of whoever has been open longest at the close of a day; -1 when nobody is. */
  oldest(day: number): number {
    this.#findReceipt(day);
    while (this.#firstAgain < this.#receiptOfNext && this.#again[this.#firstAgain] === 0) this.#firstAgain++;
    if (this.#again[this.#firstAgain]! > 0) return this.#firstAgain;
    return this.#next < this.received(day) ? this.#receiptOfNext : -1;
  }

  #findReceipt(day: number): void {
    while (this.#receiptOfNext < day && this.#receivedBefore[this.#receiptOfNext + 1]! <= this.#next) {
      this.#receiptOfNext++;
    }
  }

  /** Puts the appointments rebooked for this day into the line, in order of receipt. */
  #gather(day: number): void {
    const booked = day - Math.max(1, this.#rules.rebookAfter);
    if (booked < 0) return;
    const line = this.#line;
    const person = this.#person;
    let at = this.#loggedBefore[booked + 1]! - 1;
    const from = this.#loggedBefore[booked]!;
    let old = this.#lineSize - 1;
    this.#lineSize += at - from + 1;
    for (let place = this.#lineSize - 1; at >= from; place--) {
      const isOld = old >= 0 && person[line[old]!]! > person[at]!;
      line[place] = isOld ? line[old--]! : at--;
    }
  }

  #serveAgain(slots: number): number {
    let left = slots;
    let at = 0;
    while (left > 0 && at < this.#lineSize) {
      const entry = this.#line[at++]!;
      left -= this.#attempt(this.#person[entry]!, this.#receipt[entry]!, this.#toCome[entry]!, left);
    }
    this.#line.copyWithin(0, at, this.#lineSize);
    this.#lineSize -= at;
    return left;
  }

  #serveFirst(day: number, slots: number): void {
    const last = this.received(day);
    let left = slots;
    while (left > 0 && this.#next < last) {
      const attending = Math.min(left, Math.min(last, this.#nextMiss) - this.#next);
      this.done += attending;
      this.#next += attending;
      left -= attending;
      if (left > 0 && this.#next < last) left -= this.#missFirst(day, left);
    }
  }

  /** The next person misses the first appointment. Gives the slots it and any on the same day take. */
  #missFirst(day: number, slots: number): number {
    const { mostAttempts } = this.#rules;
    this.#findReceipt(day);
    const missed = 1 + this.#missedBefore(this.#uniform);
    const isClosed = missed >= mostAttempts;
    const attempts = isClosed ? mostAttempts : missed + 1;
    this.#waiting++;
    this.#again[this.#receiptOfNext]!++;
    if (this.#receiptOfNext <= this.#oldUntil) this.#oldAgain++;
    const used = this.#attempt(this.#next, this.#receiptOfNext, isClosed ? -attempts : attempts, slots);
    this.#next++;
    this.#nextMiss = this.#next + this.#attendedBefore(this.#uniform);
    return used;
  }

  /** An appointment, and with a lag of 0 those that follow it the same day: the slots they take. */
  #attempt(person: number, receipt: number, toCome: number, slots: number): number {
    const used = this.#rules.rebookAfter === 0 ? Math.min(slots, Math.abs(toCome)) : 1;
    const after = toCome - Math.sign(toCome) * used;
    if (after === 0) this.#end(receipt, toCome < 0);
    else {
      this.#person[this.#size] = person;
      this.#receipt[this.#size] = receipt;
      this.#toCome[this.#size++] = after;
    }
    return used;
  }

  #end(receipt: number, isClosed: boolean): void {
    if (isClosed) this.closed++;
    else this.done++;
    this.#waiting--;
    this.#again[receipt]!--;
    if (receipt <= this.#oldUntil) this.#oldAgain--;
  }
}
