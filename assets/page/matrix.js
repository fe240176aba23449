// The matrix: cells that answer why, one stop of the Tab key with arrows to go on, and rows that come when asked for.

/// A score in the room of a cell: a range by its ends, a likely value alone, long figures rounded.
function figure(score, hasLevels) {
  if (hasLevels) return score;
  const ends = score.split('..').map((text) => number(Number(text)));
  return ends.length === 3 ? ends[1] : ends.join('–');
}

class Matrix {
  constructor(state) {
    this.state = state;
    this.tables = [...document.querySelectorAll('#matrix table')].map((table) => {
      const body = table.tBodies[0];
      const rows = new Map([...body.rows].map((tr) => [Number(tr.dataset.option), tr]));
      const model = body.rows[0]?.cloneNode(true);
      table.addEventListener('click', (event) => this.explain(event));
      table.addEventListener('keydown', (event) => this.step(table, event));
      for (const head of table.querySelectorAll('th[data-criterion],th.group')) this.nameHead(head);
      rows.forEach((tr, row) => this.prepare(tr, row));
      return { table, body, rows, model };
    });
    for (const { table } of this.tables) this.stop(table);
  }

  /// A head's name becomes the button that explains it.
  nameHead(head) {
    const at = Number(head.dataset.criterion ?? head.querySelector('[data-share]').dataset.share);
    const button = el('button', { type: 'button' }, bdi(this.state.nodes[at].name));
    button.dataset.node = at;
    if (head.dataset.criterion) button.tabIndex = -1;
    head.querySelector('.name').replaceChildren(button);
  }

  prepare(tr, row) {
    tr.dataset.option = row;
    const name = el('button', { type: 'button', tabIndex: -1 }, bdi(this.state.options[row].name));
    name.dataset.row = row;
    tr.querySelector('th .name').replaceChildren(name);
    for (const td of tr.querySelectorAll('td')) {
      td.querySelector('.reasons')?.remove();
      const inside = td.querySelector('button') ?? td;
      const button = el('button', { type: 'button', tabIndex: -1 }, ...inside.childNodes);
      if (td.classList.contains('noted')) button.append(el('span', { className: 'vh reasons' }, ' (with reasons)'));
      button.dataset.cell = `${row} ${td.dataset.column}`;
      td.replaceChildren(button);
      td.classList.add('asks');
    }
  }

  /// A row that was not in the page, made after the first one.
  make(model, row) {
    const tr = model.cloneNode(true);
    const option = this.state.options[row];
    const about = tr.querySelector('th .caption');
    about?.remove();
    if (option.about) tr.querySelector('th').append(el('span', { className: 'caption', dir: 'auto' }, option.about));
    for (const td of tr.querySelectorAll('td')) {
      const column = Number(td.dataset.column);
      const [score, value] = [option.scores[column], this.state.columns[column][row]];
      const note = option.notes?.[column];
      const { levels } = this.state.leaves[column].criterion;
      const tint = Number.isNaN(value) ? '' : `t${fixed(value * 20, 0)}`;
      const noted = note?.why || note?.evidence ? ' noted' : '';
      td.className = `${score === '' ? 'missing' : tint}${noted}${levels && score !== '' ? ' words' : ''}`;
      td.replaceChildren(score === '' ? 'missing' : el('span', { dir: 'auto' }, figure(score, Boolean(levels))));
      if (note?.spread) {
        td.append(spreadMark(note.spread), el('span', { className: 'vh' }, ` (worth ${spreadWords(note.spread)})`));
      }
    }
    this.prepare(tr, row);
    return tr;
  }

  /// Shows these options, in the document's order.
  show(shown) {
    const wanted = [...shown].sort((a, b) => a - b);
    for (const { table, body, rows, model } of this.tables) {
      const same = wanted.length === body.rows.length && wanted.every((row, i) => Number(body.rows[i].dataset.option) === row);
      if (same) continue;
      const trs = wanted.map((row) => rows.get(row) ?? this.make(model, row));
      rows.clear();
      wanted.forEach((row, i) => rows.set(row, trs[i]));
      body.replaceChildren(...trs);
      this.stop(table);
    }
  }

  /// One cell that the Tab key comes to.
  stop(table) {
    if (table.querySelector('tbody button[tabindex="0"]')) return;
    const first = table.querySelector('tbody td button');
    if (first) first.tabIndex = 0;
  }

  explain(event) {
    const button = event.target.closest('button');
    if (!button) return;
    const { cell, row, node } = button.dataset;
    if (cell) explainCell(this.state, ...cell.split(' ').map(Number));
    else if (row) explainOption(this.state, Number(row));
    else explainNode(this.state, Number(node));
  }

  step(table, event) {
    const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -Infinity], End: [0, Infinity] }[event.key];
    const from = event.target.closest('th:not(.group),td')?.querySelector('button');
    if (!by || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    // Rows are counted from their ends, since the row of heads has none for the options' names.
    const rows = [...table.rows].filter((tr) => !tr.querySelector('.group'))
      .map((tr) => [...tr.querySelectorAll('button')].reverse()).filter((buttons) => buttons.length);
    const y = rows.findIndex((buttons) => buttons.includes(from));
    const line = rows[clamp(y + by[0], 0, rows.length - 1)];
    const to = line[clamp(rows[y].indexOf(from) - by[1], 0, line.length - 1)];
    event.preventDefault();
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  }
}
