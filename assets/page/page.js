// The page itself: weights that move, a ranking that follows.

/// Rows shown at a time.
const ROWS = 100;
const still = matchMedia('(prefers-reduced-motion: reduce)');

class Page {
  constructor() {
    const blocks = (name) => [...document.querySelectorAll(`script.${name}`)].map((block) => JSON.parse(block.textContent));
    const [model] = blocks('model');
    this.model = model;
    this.nodes = model.nodes;
    this.leaves = model.nodes.filter((node) => node.criterion);
    this.columns = this.leaves.map(() => new Float64Array(model.options));
    this.options = blocks('options').flat();
    this.options.forEach((option, row) => {
      option.values.forEach((value, column) => { this.columns[column][row] = value ?? NaN; });
      delete option.values;
    });
    this.tops = model.nodes.filter((node) => node.parent === undefined);
    this.shares = model.shares.slice();
    this.locks = new Set(model.nodes.flatMap((node, at) => (node.locked ? [at] : [])));
    this.before = overall(this.columns, this.shares, this.options.length).scores;
    this.limit = ROWS;
    this.wanted = '';
    this.siblings = false;
    this.weigh();
    this.leader = this.leaderText();
    // Before the script, so that a page saved from a browser, which has one already, is rid of it here.
    document.querySelector('dialog')?.remove();
    byId('status').after(dialog);
    this.list = document.querySelector('#ranking .rows');
    // More parts of bars than this cannot all grow at once.
    this.list.classList.toggle('many', Math.min(this.options.length, ROWS) * this.tops.length > 400);
    this.rows = new Map();
    this.rowModel = this.list.children[0]?.cloneNode(true);
    for (const li of this.list.children) this.prepareRow(li, Number(li.dataset.option));
    this.matrix = new Matrix(this);
    this.weights = new Weights(this);
    this.tools();
    this.render();
  }

  leafPlaces(at) {
    const [first, end] = this.nodes[at].leaves;
    return Array.from({ length: end - first }, (_, i) => first + i);
  }

  share(at) {
    return sum(this.leafPlaces(at), this.shares);
  }

  nameOf(row) {
    return this.options[row].name;
  }

  weigh() {
    Object.assign(this, overall(this.columns, this.shares, this.options.length));
    this.ranking = rank(this.scores);
  }

  /// True where the weights are not those of the file.
  isMoved() {
    return this.shares.some((share, i) => Math.abs(share - this.model.shares[i]) > 1e-9);
  }

  setShares(shares) {
    this.shares = shares;
    // Many moves within a frame are shown once.
    this.frame ??= requestAnimationFrame(() => this.refresh());
  }

  refresh() {
    this.frame = undefined;
    this.weigh();
    this.render();
  }

  /// Shows all that follows from the weights; `now`, also what else may wait until they rest.
  render(now) {
    const wanted = this.wanted.toLowerCase();
    const found = wanted ? this.ranking.order.filter((row) => this.nameOf(row).toLowerCase().includes(wanted)) : this.ranking.order;
    const shown = found.slice(0, this.limit);
    this.showRows(shown);
    this.showMore(shown.length, found.length);
    this.weights.show();
    this.showStrip();
    for (const place of document.querySelectorAll('[data-share]')) place.textContent = percent(this.share(Number(place.dataset.share)));
    byId('moved').hidden = !this.isMoved();
    const [chip, caption] = leadParts(this, (row) => this.nameOf(row));
    byId('lead').replaceChildren(el('span', { className: 'chip' }, chip), ' ', el('span', { className: 'caption' }, ...spoken(caption)));
    // Of a large matrix, rows of cells and what would change the answer ask for more than a frame has time for.
    clearTimeout(this.later);
    const rest = () => {
      this.matrix.show(shown);
      byId('tip').replaceChildren(...spoken(tipParts(this, (row) => this.nameOf(row))));
    };
    const cost = this.options.length * this.leaves.length ** 2;
    if (now || cost < 2e5) rest();
    else this.later = setTimeout(rest, 250);
    clearTimeout(this.sayLater);
    this.sayLater = setTimeout(() => this.announce(), 700);
  }

  leaderText() {
    const [chip, caption] = leadParts(this, (row) => this.nameOf(row));
    const first = this.ranking.order[0];
    if (!chip) return '';
    return chip === 'tied' ? caption.map((part) => part.name ?? part).join('') : `${this.nameOf(first)} leads`;
  }

  /// Tells a screen reader of a new leader, once the weights rest.
  announce() {
    const now = this.leaderText();
    if (now !== this.leader) byId('status').textContent = now;
    this.leader = now;
  }

  prepareRow(li, row) {
    li.dataset.option = row;
    const button = el('button', { type: 'button' }, bdi(this.nameOf(row)));
    button.addEventListener('click', () => explainOption(this, row));
    li.querySelector('.name').replaceChildren(button);
    const bar = li.querySelector('.bar');
    bar.querySelector('.ghost')?.remove();
    const ghost = shape('rect', { class: 'ghost', width: 3, height: 14, y: 0 });
    ghost.setAttribute('x', `${Math.min(this.before[row] || 0, 0.995) * 100}%`);
    bar.append(ghost);
    this.rows.set(row, li);
  }

  row(row) {
    if (!this.rows.has(row)) {
      const li = this.rowModel.cloneNode(true);
      this.prepareRow(li, row);
    }
    return this.rows.get(row);
  }

  /// What each top-level group gives to the value of an option.
  branches(row) {
    const gives = contributions(this.columns, this.shares, row);
    return this.tops.map((top) => gives.slice(...top.leaves).reduce((a, b) => a + b, 0));
  }

  showRows(shown) {
    const [list, moved] = [shown.map((row) => this.row(row)), this.isMoved()];
    for (const [i, row] of shown.entries()) {
      const [li, score, coverage] = [list[i], this.scores[row], this.coverage[row]];
      li.classList.toggle('first', this.ranking.ranks[row] === 1);
      li.dataset.value = Number.isNaN(score) ? '' : score;
      li.querySelector('.rank').textContent = this.ranking.label(row);
      li.querySelector('.value').textContent = valueText(score);
      li.querySelector('.part').textContent = scored(coverage);
      const branches = this.branches(row);
      fillBar(li.querySelector('.bar'), branches);
      li.querySelector('.ghost').toggleAttribute('hidden', !moved || Number.isNaN(this.before[row]));
      const gives = this.tops.map((top, at) => `${top.name} gives ${valueText(branches[at])}`).join(', ');
      li.querySelector('.vh').textContent = this.tops.length > 8 || Number.isNaN(score) ? '' : gives;
    }
    arrange(this.list, list);
  }

  showMore(shown, found) {
    const all = this.options.length;
    if (shown === all) {
      byId('more').replaceChildren(...(all ? [] : ['There are no options to rank.']));
      return;
    }
    const words = found < all ? `${shown} of ${found} that match, of ${all} options.` : `The first ${shown} of ${all} options.`;
    byId('more').replaceChildren(words);
    if (shown < found) {
      const button = el('button', { type: 'button' }, `Show ${Math.min(ROWS, found - shown)} more`);
      button.addEventListener('click', () => {
        this.limit += ROWS;
        this.render(true);
      });
      byId('more').append(button);
    }
  }

  /// On a phone, the first places stay in sight while the weights below are moved.
  showStrip() {
    const line = (row) => {
      const bar = shape('svg', { class: 'bar' }, ...this.tops.map((_, at) => shape('rect', { class: `b${at % 8}`, height: 14 })));
      fillBar(bar, this.branches(row));
      return el('div', {}, el('span', {}, this.ranking.label(row)), el('span', {}, bdi(this.nameOf(row).slice(0, 80))), bar, el('b', {}, valueText(this.scores[row])));
    };
    byId('strip').replaceChildren(...this.ranking.order.slice(0, 3).map(line));
  }

  tools() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const root = document.documentElement;
    const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
    const theme = el('button', { type: 'button' });
    const name = () => { theme.textContent = isDark() ? 'Light' : 'Dark'; };
    theme.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      name();
    });
    dark.addEventListener('change', name);
    name();
    const print = el('button', { type: 'button' }, 'Print');
    print.addEventListener('click', () => window.print());
    byId('tools').replaceChildren(theme, print);
    // On paper nothing can be unfolded.
    let folded = [];
    addEventListener('beforeprint', () => {
      folded = [...document.querySelectorAll('details:not([open])')];
      for (const details of folded) details.open = true;
    });
    addEventListener('afterprint', () => {
      for (const details of folded) details.open = false;
    });
    if (this.options.length > 20) {
      const search = el('input', { type: 'search', placeholder: 'Find an option', 'aria-label': 'Find an option' });
      search.addEventListener('input', () => {
        [this.wanted, this.limit] = [search.value.trim(), ROWS];
        this.render(true);
      });
      byId('search').replaceChildren(search);
    }
  }
}

/// What is said of an option that is not scored throughout.
function scored(coverage) {
  if (coverage === 0) return 'not scored';
  return coverage < 1 - 1e-9 ? `${percent(Math.min(coverage, 0.99))} scored` : '';
}

/// Gives the parts of a bar their places.
function fillBar(bar, branches) {
  let at = 0;
  const parts = bar.querySelectorAll('rect:not(.track,.ghost)');
  branches.forEach((part, i) => {
    parts[i].setAttribute('x', `${(at * 100).toFixed(3)}%`);
    parts[i].setAttribute('width', `${(part * 100).toFixed(3)}%`);
    at += part;
  });
}

/// Puts the items in order; those that trade places glide.
function arrange(list, wanted) {
  const now = [...list.children];
  if (now.length === wanted.length && now.every((item, i) => item === wanted[i])) return;
  const places = new Map(now.map((item) => [item, item.getBoundingClientRect().top]));
  const focus = document.activeElement;
  list.replaceChildren(...wanted);
  if (list.contains(focus)) focus.focus({ preventScroll: true });
  if (still.matches) return;
  for (const item of wanted.slice(0, 60)) {
    const by = (places.get(item) ?? NaN) - item.getBoundingClientRect().top;
    if (by) item.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], { duration: 200, easing: 'ease-out' });
  }
}

new Page();
document.documentElement.dataset.ready = 'yes';
