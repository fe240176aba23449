// The panel of weights: sliders, typed percentages, locks, viewpoints.

class Weights {
  constructor(page) {
    this.page = page;
    this.controls = page.nodes.map(() => undefined);
    for (const li of document.querySelectorAll('#weights .tree > li')) this.control(li, Number(li.dataset.node));
    this.choices();
    // Alt says that only the group makes room; a pointer on a slider does not tell of it by itself.
    for (const name of ['pointerdown', 'pointermove', 'keydown', 'keyup']) {
      addEventListener(name, (event) => { this.alt = event.altKey; }, true);
    }
  }

  control(li, at) {
    const { page } = this;
    const { name, leaves } = page.nodes[at];
    const text = li.querySelector('.name');
    text.replaceChildren(bdi(name));
    const percentField = el('input', { type: 'text', className: 'percent', inputMode: 'decimal', autocomplete: 'off', 'aria-label': `Weight of ${name} in percent` });
    const lock = el('button', { type: 'button', className: 'lock' }, padlock());
    const slider = el('input', { type: 'range', min: 0, max: 100, step: 'any', 'aria-label': `Weight of ${name}` });
    const fill = shape('rect', { class: 'fill', y: 5, height: 4, rx: 2 });
    const ghost = shape('rect', { class: 'ghost', x: `${page.share(at) * 100}%`, width: 2, height: 14 });
    const rail = shape('svg', { 'aria-hidden': 'true' }, shape('rect', { class: 'rail', y: 5, width: '100%', height: 4, rx: 2 }), fill, ghost);
    // Instead of the figure, or of what stands there when the page was saved from a browser.
    for (const old of li.querySelectorAll('.lock, .slide')) old.remove();
    li.querySelector('.share, .percent').replaceWith(percentField);
    li.append(lock, el('div', { className: 'slide' }, rail, slider));
    this.controls[at] = { li, percentField, lock, slider, fill, ghost };

    // Half a percent is as fine as a hand is; keys and typing reach further.
    slider.addEventListener('input', () => this.move(at, Math.round(slider.value * 2) / 200, this.alt));
    slider.addEventListener('change', () => this.seal());
    slider.addEventListener('blur', () => this.seal());
    slider.addEventListener('keydown', (event) => this.key(at, event));
    percentField.addEventListener('change', () => this.typed(at));
    percentField.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.show();
    });
    percentField.addEventListener('focus', () => percentField.select());
    lock.addEventListener('click', () => {
      this.seal();
      if (!page.locks.delete(at)) page.locks.add(at);
      page.setShares(page.shares);
    });
    if (leaves[0] === leaves[1]) slider.disabled = true;
  }

  /// Moves a weight as far as locks leave room. Until it rests, it stays on the path on which it began.
  move(at, target, alt) {
    const { page } = this;
    if (page.locks.has(at)) return;
    const siblings = Boolean(alt) || page.siblings;
    if (!this.moving || this.moving.at !== at || this.moving.siblings !== siblings) {
      const movement = new Movement(page.nodes, page.shares, page.locks, at, siblings);
      this.moving = { at, siblings, movement };
    }
    page.setShares(this.moving.movement.at(target));
  }

  seal() {
    this.moving = undefined;
  }

  key(at, event) {
    const { page } = this;
    if (event.ctrlKey || event.metaKey) return;
    const far = event.shiftKey ? 10 : 1;
    const steps = { ArrowUp: far, ArrowRight: far, ArrowDown: -far, ArrowLeft: -far, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    // Whole percents, so that the figure beside the slider is the weight and not its rounding.
    this.move(at, clamp((Math.round(page.share(at) * 100) + by) / 100, 0, 1), event.altKey);
  }

  typed(at) {
    const { percentField } = this.controls[at];
    const text = percentField.value.replace('%', '').replace(',', '.').trim();
    const number = text === '' ? NaN : Number(text);
    if (!Number.isFinite(number)) {
      percentField.setAttribute('aria-invalid', 'true');
      byId('status').textContent = 'Type a number from 0 to 100.';
      return;
    }
    this.seal();
    this.move(at, number / 100, false);
    this.seal();
    this.show();
  }

  choices() {
    const { page } = this;
    const { viewpoints } = page.model;
    this.viewpoint = el('select', { 'aria-label': 'Viewpoint' }, el('option', { value: 'file' }, 'Weights of the file'),
      ...viewpoints.map(({ name }, i) => el('option', { value: String(i) }, name)));
    this.byHand = el('option', { value: 'hand', hidden: true }, 'Moved by hand');
    this.viewpoint.append(this.byHand);
    this.viewpoint.addEventListener('change', () => {
      const chosen = this.viewpoint.value;
      if (chosen === 'hand') return;
      this.seal();
      page.setShares((chosen === 'file' ? page.model : viewpoints[chosen]).shares.slice());
    });
    this.reset = el('button', { type: 'button' }, 'Reset');
    this.reset.addEventListener('click', () => {
      this.seal();
      page.setShares(page.model.shares.slice());
    });
    const hasGroups = page.nodes.some((node) => !node.criterion);
    const room = el('button', { type: 'button', 'aria-pressed': 'false', title: 'Only the criteria beside it make room; the same as holding Alt' }, 'Within the group');
    room.addEventListener('click', () => {
      this.seal();
      page.siblings = !page.siblings;
      room.setAttribute('aria-pressed', page.siblings);
    });
    if (page.nodes.length) byId('choices').replaceChildren(...(viewpoints.length ? [this.viewpoint] : []), this.reset, ...(hasGroups ? [room] : []));
  }

  show() {
    const { page } = this;
    const moved = page.isMoved();
    this.controls.forEach((control, at) => {
      const { li, percentField, lock, slider, fill, ghost } = control;
      const [share, locked, name] = [page.share(at), page.locks.has(at), page.nodes[at].name];
      li.dataset.weight = share;
      slider.value = share * 100;
      fill.setAttribute('width', `${share * 100}%`);
      slider.disabled = locked || page.nodes[at].leaves[0] === page.nodes[at].leaves[1];
      slider.setAttribute('aria-valuetext', `${percent(share)}${locked ? ', locked' : ''}`);
      percentField.value = percent(share);
      percentField.disabled = slider.disabled;
      percentField.removeAttribute('aria-invalid');
      lock.setAttribute('aria-pressed', locked);
      lock.setAttribute('aria-label', `Lock ${name}`);
      ghost.toggleAttribute('hidden', !moved);
    });
    this.reset.disabled = !moved;
    const alike = (shares) => shares.every((share, i) => Math.abs(share - page.shares[i]) <= 1e-9);
    const chosen = this.viewpoint.value;
    const views = page.model.viewpoints;
    const still = views[chosen] && alike(views[chosen].shares);
    const found = views.findIndex(({ shares }) => alike(shares));
    this.byHand.hidden = still || !moved || found >= 0;
    this.viewpoint.value = still ? chosen : !moved ? 'file' : found >= 0 ? String(found) : 'hand';
  }
}

function padlock() {
  return shape('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    shape('path', { class: 'bow', d: 'M4.7 7V5a3.3 3.3 0 0 1 6.6 0v2' }),
    shape('rect', { class: 'body', x: 3, y: 7, width: 10, height: 7, rx: 1.5 }));
}
