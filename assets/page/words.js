// What stands behind a figure, in a dialog. Nothing here makes markup of text: strings become text nodes.

/// An element; what is no property of it becomes an attribute.
function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== undefined && child !== ''));
  return made;
}

function shape(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const bdi = (text) => el('bdi', {}, text);
const byId = (id) => document.getElementById(id);

/// Parts of a sentence as nodes; names keep their own direction of writing.
const spoken = (parts) => parts.map((part) => {
  if (typeof part === 'string') return document.createTextNode(part);
  const inner = part.name === undefined ? document.createTextNode(part.text) : bdi(part.name);
  return part.strong ? el('strong', {}, inner) : inner;
});

/// The mark for a score that is no single figure: from low to high, and the likely value.
function spreadMark([low, likely, high]) {
  const mark = shape('svg', { class: 'spread', 'aria-hidden': 'true' },
    shape('rect', { class: 'whole', y: 4, width: '100%', height: 2 }),
    shape('rect', { class: 'range', x: `${low}%`, y: 3.5, width: `${high - low}%`, height: 3 }));
  if (likely !== null) {
    mark.append(shape('rect', { class: 'likely', x: `${Math.min(likely, 97)}%`, y: 0, width: 2.5, height: 10 }));
  }
  return mark;
}

function spreadWords([low, likely, high]) {
  const range = `${fixed(low, 0)} to ${fixed(high, 0)}`;
  return likely === null ? range : `${range}, most likely ${fixed(likely, 0)}`;
}

/// A link only where it leads to a page or a mailbox.
function source([text, link]) {
  if (/^(https?|mailto):/i.test(link)) {
    const a = el('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, text || link);
    return el('li', { dir: 'auto' }, a);
  }
  return el('li', { dir: 'auto' }, text && link ? `${text} (${link})` : text || link);
}

/// A score as it was given: the likely value and its ends, or the ends alone.
function given(score, hasLevels) {
  const ends = hasLevels ? [score] : score.split('..');
  return ends.length === 3 ? `${ends[1]} (${ends[0]}–${ends[2]})` : ends.join('–');
}

const sourceList = (list) => el('ul', { className: 'sources' }, ...list.map(source));

function heading(text) {
  return el('h3', {}, text);
}

function reasons(note) {
  const parts = [];
  if (note?.why) parts.push(heading('Rationale'), el('p', { className: 'prose', dir: 'auto' }, note.why));
  if (note?.evidence) parts.push(heading('Evidence'), sourceList(note.evidence));
  return parts.length ? parts : [el('p', { className: 'caption' }, 'No rationale is noted.')];
}

const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' });

function openDialog(title, ...content) {
  const close = el('button', { type: 'button' }, 'Close');
  close.addEventListener('click', () => dialog.close());
  const top = el('div', { className: 'top' }, el('h2', { id: 'dialog-title' }, ...title), close);
  dialog.replaceChildren(el('div', {}, top, ...content));
  dialog.showModal();
  close.focus();
}

/// A score: what it is, what it is worth, and why.
function explainCell(state, row, column) {
  const [option, node] = [state.options[row], state.leaves[column]];
  const { unit, scale } = node.criterion;
  const value = state.columns[column][row];
  const title = [bdi(node.name), ' of ', bdi(option.name)];
  const rest = [el('p', { className: 'caption', dir: 'auto' }, scale), ...reasons(option.notes?.[column])];
  if (option.scores[column] === '') {
    const words = 'The option is ranked on its other scores; their weights are scaled up for it.';
    openDialog(title, el('p', { className: 'figure' }, 'missing'), el('p', {}, words), ...rest);
    return;
  }
  const gives = contributions(state.columns, state.shares, row)[column];
  const spread = option.notes?.[column]?.spread;
  const worth = Number.isNaN(value) ? '' : `worth ${valueText(value)} of 100; weighs ${percent(state.shares[column])}, gives ${points(gives)}`;
  const shownUnit = unit ? ` ${unit}` : '';
  openDialog(title,
    el('p', { className: 'figure', dir: 'auto' }, `${given(option.scores[column], node.criterion.levels)}${shownUnit}`),
    el('p', { className: 'caption' }, worth),
    spread && spreadMark(spread),
    spread && el('p', { className: 'caption' }, `worth ${spreadWords(spread)}`),
    ...rest);
}

/// An option: how its value comes about.
function explainOption(state, row) {
  const option = state.options[row];
  const gives = contributions(state.columns, state.shares, row);
  const [value, coverage] = [state.scores[row], state.coverage[row]];
  const cell = (text) => el('td', { className: 'n' }, text);
  const lines = state.leaves.map((node, column) => {
    const worth = state.columns[column][row];
    const score = option.scores[column] === '' ? 'missing' : given(option.scores[column], node.criterion.levels);
    const name = el('th', { scope: 'row' }, bdi(node.name));
    return el('tr', {}, name, el('td', { dir: 'auto' }, score), cell(valueText(worth)),
      cell(percent(state.shares[column])), cell(Number.isNaN(worth) ? '–' : points(gives[column])));
  });
  const head = (text, className = 'n') => el('th', { scope: 'col', className }, text);
  openDialog([bdi(option.name)],
    option.about && el('p', { className: 'prose', dir: 'auto' }, option.about),
    el('p', { className: 'figure' }, valueText(value), el('span', { className: 'caption' }, `of 100, rank ${state.ranking.label(row)}`)),
    scored(coverage) && el('p', { className: 'caption' }, coverage ? `${scored(coverage)}, by weight` : scored(coverage)),
    el('table', {},
      el('thead', {}, el('tr', {}, head('Criterion', ''), head('Score', ''), head('Worth'), head('Weight'), head('Gives'))),
      el('tbody', {}, ...lines)));
}

/// A group or a criterion: what it means and how it is measured.
function explainNode(state, at) {
  const node = state.nodes[at];
  const criterion = node.criterion;
  const share = sum(state.leafPlaces(at), state.shares);
  const level = ([name, value]) => el('tr', {}, el('th', { scope: 'row' }, bdi(name)), el('td', { className: 'n' }, fixed(value, 0)));
  openDialog([bdi(node.name)],
    el('p', { className: 'caption', dir: 'auto' }, `weighs ${percent(share)}${criterion?.scale ? `; ${criterion.scale}` : ''}`),
    node.about && el('p', { className: 'prose', dir: 'auto' }, node.about),
    criterion?.mustHave && el('p', { dir: 'auto' }, `Must have: ${criterion.mustHave}`),
    ...(criterion?.levels ? [heading('Levels and what they are worth'), el('table', {}, el('tbody', {}, ...criterion.levels.map(level)))] : []),
    ...(criterion?.sources ? [heading('Sources'), sourceList(criterion.sources)] : []));
}
