// The rules of the program, in the page: how weights make room for each other, overall values, ranks. The same as in
// src/model/movement.rs, src/methods/weighted_sum.rs and src/methods/ranking.rs, which say why; a test holds them together.

const TIE = 1e-12;

/// What is left of `base + slope t`, and 0 exactly where that is no more than rounding.
function along(base, slope, t) {
  const value = base + slope * t;
  return Math.abs(value) <= 1e-12 * (Math.abs(base) + Math.abs(slope * t)) ? 0 : value;
}

const sum = (list, of) => list.reduce((total, i) => total + of[i], 0);
const clamp = (x, low, high) => Math.min(Math.max(x, low), high);

/// The path of all weights while the node at `at` moves; with `siblings` only what has the same parent makes room.
class Movement {
  constructor(nodes, shares, locks, at, siblings) {
    const own = nodes[at].leaves;
    const stays = shares.map(() => false);
    const around = new Set();
    for (let place = at; place !== undefined; place = nodes[place].parent) around.add(place);
    nodes.forEach((node, place) => {
      if (locks.has(place) && !around.has(place)) stays.fill(true, node.leaves[0], node.leaves[1]);
    });
    const moved = (i) => i >= own[0] && i < own[1];
    const [first, end] = Movement.frame(nodes, shares.length, locks, at, siblings);
    const places = shares.map((_, i) => i);
    const inside = places.filter((i) => moved(i) && !stays[i]);
    const outside = places.filter((i) => i >= first && i < end && !moved(i) && !stays[i]);

    this.now = Math.min(sum(places.filter(moved), shares), 1);
    const low = Math.max(this.now - sum(inside, shares), 0);
    const high = Math.max(Math.min(this.now + sum(outside, shares), 1), low);
    this.base = shares.slice();
    this.slope = shares.map(() => 0);
    [this.low, this.high] = [this.now, this.now];
    if (inside.length && outside.length) {
      this.spread(inside, shares, -low, 1);
      this.spread(outside, shares, high, -1);
      [this.low, this.high] = [low, high];
    }
  }

  static frame(nodes, count, locks, at, siblings) {
    for (let up = nodes[at].parent; up !== undefined; up = nodes[up].parent) {
      if (siblings || locks.has(up)) return nodes[up].leaves;
    }
    return [0, count];
  }

  spread(part, shares, constant, rate) {
    const total = sum(part, shares);
    for (const i of part) {
      const proportion = total > 0 ? shares[i] / total : 1 / part.length;
      this.base[i] = proportion * constant;
      this.slope[i] = proportion * rate;
    }
  }

  hold(t) {
    return clamp(t, this.low, this.high);
  }

  /// All weights when the node weighs `t`.
  at(t) {
    const held = this.hold(t);
    return this.base.map((base, i) => along(base, this.slope[i], held));
  }
}

/// Overall values and coverage of all rows of `columns`, NaN where nothing that weighs is scored.
function overall(columns, shares, rows) {
  const scores = new Float64Array(rows);
  const coverage = new Float64Array(rows).fill(1);
  const terms = columns.map((column, i) => [shares[i], column]).filter(([weight]) => weight !== 0);
  for (const [weight, column] of terms) {
    for (let row = 0; row < rows; row++) scores[row] += weight * column[row];
  }
  for (let row = 0; row < rows; row++) {
    if (terms.length && !Number.isNaN(scores[row])) continue;
    let [total, known] = [0, 0];
    for (const [weight, column] of terms) {
      if (!Number.isNaN(column[row])) [total, known] = [total + weight * column[row], known + weight];
    }
    scores[row] = known > 0 ? total / known : NaN;
    coverage[row] = known > 0 ? known : 0;
  }
  return { scores, coverage };
}

/// What each criterion adds to the value of one row.
function contributions(columns, shares, row) {
  const gap = columns.some((column) => Number.isNaN(column[row]));
  const known = sum(shares.map((_, i) => i).filter((i) => !Number.isNaN(columns[i][row])), shares);
  const whole = gap ? known : 1;
  return shares.map((weight, i) => {
    const x = columns[i][row];
    return Number.isNaN(x) || whole <= 0 ? 0 : (weight * x) / whole;
  });
}

/// Rows best first, those that tie in the document's order, with competition ranks.
function rank(scores) {
  const count = scores.length;
  const keys = Float64Array.from(scores, (score) => (Number.isNaN(score) ? -Infinity : score));
  const order = Array.from(Uint32Array.from(keys, (_, row) => row).sort((a, b) => keys[b] - keys[a] || a - b));
  let largest = 0;
  for (const score of scores) if (Number.isFinite(score)) largest = Math.max(largest, Math.abs(score));
  const close = (a, b) => a === b || Math.abs(a - b) <= largest * TIE;
  const ranks = new Uint32Array(count);
  const tied = new Uint8Array(count);
  for (let start = 0; start < count;) {
    let next = start + 1;
    while (next < count && close(keys[order[start]], keys[order[next]])) next++;
    ranks[order[start]] = start + 1;
    if (next - start > 1) {
      const together = order.slice(start, next).sort((a, b) => a - b);
      together.forEach((row, i) => {
        order[start + i] = row;
        ranks[row] = start + 1;
        tied[row] = 1;
      });
    }
    start = next;
  }
  return { order, ranks, label: (row) => `${ranks[row]}${tied[row] ? '=' : ''}` };
}
