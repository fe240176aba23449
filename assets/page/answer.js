// The lead and what would change it, in the words of the program: src/analysis/explain and src/analysis/crossover. All
// weights are linear in the one that moves, so the place where the lead changes hands is computed, not searched for.

const LEAST_WAY = 1e-6;

/// `A, B, C and 4 others`, as parts of a sentence.
function listed(names) {
  if (names.length < 2) return names.map((name) => ({ name }));
  const all = names.length <= 4;
  const first = all ? names.slice(0, -1) : names.slice(0, 3);
  const parts = first.flatMap((name, i) => (i ? [', ', { name }] : [{ name }]));
  return [...parts, ' and ', all ? { name: names.at(-1) } : `${names.length - 3} others`];
}

/// The overall value of a row while a weight moves; undefined where nothing that ever weighs is scored.
function curve(columns, row, movement, sign) {
  const found = { sum: 0, sumSlope: 0, weight: 0, weightSlope: 0, unknownAt: undefined };
  let gap = false;
  movement.base.forEach((base, i) => {
    const slope = movement.slope[i];
    if (base === 0 && slope === 0) return;
    const value = columns[i][row];
    if (Number.isNaN(value)) {
      gap = true;
      return;
    }
    found.sum += base * value;
    found.sumSlope += slope * value;
    found.weight += base;
    found.weightSlope += slope;
  });
  if (!gap) [found.weight, found.weightSlope] = [1, 0];
  const known = (t) => along(found.weight, found.weightSlope, t) > 0;
  const [low, high] = [known(movement.low), known(movement.high)];
  if (!low && !high) return undefined;
  if (!low || !high) {
    const value = found.sumSlope / found.weightSlope;
    Object.assign(found, { sum: value, sumSlope: 0, weight: 1, weightSlope: 0 });
    found.unknownAt = low ? movement.high : movement.low;
  }
  if (sign < 0) {
    found.sumSlope *= -1;
    found.weightSlope *= -1;
    if (found.unknownAt !== undefined) found.unknownAt *= -1;
  }
  return found;
}

function jet(c, t) {
  const [total, weight] = [along(c.sum, c.sumSlope, t), along(c.weight, c.weightSlope, t)];
  const rate = (c.sumSlope * weight - c.sum * c.weightSlope) / (weight * weight);
  return [total / weight, rate, (-2 * c.weightSlope * rate) / weight];
}

const compare = (a, b, tolerance) => (Math.abs(a - b) <= tolerance ? 0 : Math.sign(a - b));

function compareRates(a, b, t) {
  const [[, rate, bend], [, otherRate, otherBend]] = [jet(a, t), jet(b, t)];
  const tolerance = TIE * Math.max(Math.abs(rate), Math.abs(otherRate), 1);
  return compare(rate, otherRate, tolerance) || compare(bend, otherBend, tolerance);
}

function compareAfter(a, b, t) {
  const [[ours], [theirs]] = [jet(a, t), jet(b, t)];
  return compare(ours, theirs, TIE * Math.max(Math.abs(ours), Math.abs(theirs))) || compareRates(a, b, t);
}

/// Where `c` rises above `leader`.
function overtakes(c, leader) {
  const product = (f, g) => [f[1] * g[1], f[0] * g[1] + f[1] * g[0], f[0] * g[0]];
  const ours = product([c.sum, c.sumSlope], [leader.weight, leader.weightSlope]);
  const theirs = product([leader.sum, leader.sumSlope], [c.weight, c.weightSlope]);
  const [a, b, rest] = ours.map((x, i) => x - theirs[i]);
  const size = (of) => Math.abs(of.weight) + Math.abs(of.weightSlope);
  if (Math.abs(a) + Math.abs(b) <= TIE * size(c) * size(leader)) return undefined;
  const discriminant = b * b - 4 * a * rest;
  if (discriminant <= 0) return undefined;
  const root = Math.sqrt(discriminant);
  const t = b > 0 ? (-2 * rest) / (b + root) : (root - b) / (2 * a);
  return Number.isFinite(t) ? t : undefined;
}

/// The rows that no other is ahead of.
function leaders(rows, of, ahead) {
  let found = [];
  for (const row of rows) {
    const c = of(row);
    if (!c) continue;
    const against = found.length ? ahead(c, found[0].curve) : 1;
    if (against > 0) found = [];
    if (against >= 0) found.push({ row, curve: c });
  }
  return found.sort((a, b) => a.row - b.row);
}

/// The change of a single criterion's weight that changes the winner soonest, or a word for why there is none.
function nearest({ nodes, columns, shares, locks, scores, coverage, ranking }) {
  const { order, ranks } = ranking;
  const winners = order.filter((row) => ranks[row] === 1 && !Number.isNaN(scores[row]));
  if (order.length < 2 || Number.isNaN(scores[order[1]]) || !winners.length) return 'no contest';
  const [leader, ...tied] = winners;
  const paths = [];
  nodes.forEach((node, at) => {
    if (!node.criterion || locks.has(at)) return;
    const movement = new Movement(nodes, shares, locks, at, false);
    if (movement.high - movement.low <= LEAST_WAY) return;
    for (const sign of [1, -1]) {
      const start = sign * movement.now;
      const c = curve(columns, leader, movement, sign);
      const end = sign > 0 ? movement.high : -movement.low;
      paths.push({ at, movement, sign, start, end, leader: c, from: start });
    }
  });
  if (!paths.length) return 'locked';
  const known = paths.filter((path) => path.leader);
  const on = (path) => (row) => curve(columns, row, path.movement, path.sign);
  const parts = (path, c) => !c || compareAfter(c, path.leader, path.from) !== 0;
  if (known.some((path) => tied.some((row) => parts(path, on(path)(row))))) return 'tied';

  const least = coverage.reduce((a, b) => Math.min(a, b), 1);
  const reach = (row) => {
    const far = ((scores[leader] - scores[row]) * least) / 4;
    return Number.isNaN(far) ? least / 2 : Math.min(far, least / 2);
  };
  const within = (change) => {
    const end = order.findIndex((row) => reach(row) > change + TIE);
    return end < 0 ? order : order.slice(0, end);
  };
  const firstChange = (among, limit) => {
    let [best, found] = [limit, undefined];
    for (const row of order) {
      if (reach(row) > best) break;
      for (const path of among) {
        const c = on(path)(row);
        const t = c && overtakes(c, path.leader);
        if (t === undefined || !(t > path.from && t < path.end - LEAST_WAY)) continue;
        if (t - path.start < best - TIE) [best, found] = [t - path.start, path];
      }
    }
    return found && { path: found, change: best };
  };
  const fresh = within(0).filter((row) => Number.isNaN(scores[row]));
  const comesFirst = (path) => (row) => {
    const c = on(path)(row);
    return c && compareAfter(c, path.leader, path.from) > 0;
  };
  const newcomer = known.find((path) => path.start < path.end - LEAST_WAY && fresh.some(comesFirst(path)));
  const turn = newcomer ? { path: newcomer, change: 0 } : firstChange(known, 1);
  if (!turn) return 'never';
  const { path, change } = turn;
  const weight = path.start + change;
  const meets = (c) => Math.abs((overtakes(c, path.leader) ?? NaN) - weight) <= 1e-10;
  const here = newcomer ? on(path) : (row) => [on(path)(row)].find((c) => c && meets(c));
  const to = leaders(within(change), here, (a, b) => (newcomer ? compareAfter : compareRates)(a, b, weight));
  const whole = path.end - path.start;
  const beyond = to.length ? firstChange([{ ...path, leader: to[0].curve, from: weight }], whole) : undefined;
  return {
    at: path.at,
    now: path.movement.now,
    weight: path.sign * weight,
    from: winners,
    to: to.map(({ row }) => row),
    until: path.sign * (path.start + (beyond ? beyond.change : whole)),
  };
}

/// The weight at which the lead has changed, and the present one, rounded away from each other.
function turnFigures({ now, weight, until }) {
  const BEYOND = 1e-7;
  const sign = until > now ? 1 : -1;
  let written;
  for (let decimals = 0; decimals <= 6; decimals++) {
    const unit = 0.01 / 10 ** decimals;
    const figure = sign * Math.ceil((sign * (weight + sign * BEYOND)) / unit) * unit;
    written = [percentTo(figure, decimals), decimals ? percentTo(now, decimals) : percent(now)];
    if (sign * (until - figure) > BEYOND && written[0] !== written[1]) break;
  }
  return written;
}

/// What would change the answer, as parts: plain text, names, and what is set off.
function tipParts(state, nameOf) {
  const { nodes, scores, ranking } = state;
  const found = nearest(state);
  const names = (rows) => listed(rows.map(nameOf));
  const verb = (rows, word) => (rows.length === 1 ? `${word}s` : word);
  switch (found) {
    case 'no contest': return ['A winner can change once two options are scored.'];
    case 'tied': {
      const winners = ranking.order.filter((row) => ranking.ranks[row] === 1 && !Number.isNaN(scores[row]));
      return [...names(winners), ' tie; the slightest move of a weight can part them.'];
    }
    case 'locked':
      return [nodes.filter((node) => node.criterion).length < 2
        ? 'With a single criterion there is no weight to move.'
        : 'The locks leave no weight room to move; unlock one to see where the winner changes.'];
    case 'never': return ['No single weight, moved alone, changes the winner.'];
    default: {
      const [figure, now] = turnFigures(found);
      return [
        ...names(found.from), ` ${verb(found.from, 'stay')} first until `,
        { name: nodes[found.at].name, strong: true },
        found.until > found.now ? ' weighs ' : ' falls to ', { text: figure, strong: true },
        ` (now ${now}); then `, ...names(found.to), ` ${verb(found.to, 'lead')}.`,
      ];
    }
  }
}

/// How far the first is ahead: a chip and a caption.
function leadParts({ scores, ranking }, nameOf) {
  const ranked = ranking.order.filter((row) => !Number.isNaN(scores[row]));
  if (ranked.length < 2) {
    if (!scores.length) return ['', ['no options yet']];
    if (!ranked.length) return ['', ['nothing scored yet']];
    return ['', [scores.length === 1 ? 'the only option' : 'the only option scored']];
  }
  const winners = ranked.filter((row) => ranking.ranks[row] === 1);
  if (winners.length > 1) {
    const all = winners.length === ranked.length && winners.length > 2;
    return ['tied', all ? ['all options tie'] : [...listed(winners.map(nameOf)), ' tie']];
  }
  const by = scores[ranked[0]] - scores[ranked[1]];
  const caption = by < 0.02 ? 'a narrow lead' : by < 0.05 ? 'ahead under these weights' : 'clear under these weights';
  return [`leads by ${points(by)}`, [caption]];
}
