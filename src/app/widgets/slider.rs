//! The slider of a weight: a share of 0 to 100 %, with the reach that locks leave and a mark of the baseline.

use std::ops::RangeInclusive;

use eframe::egui::{
    Color32, CornerRadius, Event, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, WidgetInfo,
    accesskit, pos2, vec2,
};

use super::hold_keys;
use crate::app::theme;
use crate::model::Scope;

/// What a slider shows.
#[derive(Clone, Debug)]
pub struct SliderSpec<'a> {
    pub id: Id,
    /// What it moves, for the screen reader.
    pub name: &'a str,
    /// 0 to 1.
    pub share: f64,
    /// How far it can go.
    pub reach: RangeInclusive<f64>,
    /// The share at the baseline.
    pub ghost: Option<f64>,
    pub color: Color32,
    /// False where the weight is locked.
    pub movable: bool,
}

/// What the user did to a slider.
#[derive(Clone, Debug, PartialEq)]
pub enum SliderStep {
    /// A share of 0 to 1, which locks may cut short, and who makes room.
    To(f64, Scope),
    /// Digits were typed, which belong into the field beside the slider.
    Write(String),
    /// Enter: more about what it weighs is wanted.
    Choose,
}

const KNOB: f32 = 6.5;
const HEIGHT: f32 = 16.0;

/// One step of an arrow key; ten with Shift.
const STEP: f64 = 0.01;

/// Shows a slider as wide as there is room.
pub fn slider_ui(ui: &mut Ui, spec: &SliderSpec<'_>) -> (Response, Option<SliderStep>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let sense = if spec.movable { Sense::click_and_drag() } else { Sense::click() };
    let response = ui.interact(rect, spec.id, sense);
    let step = spec.movable.then(|| step(ui, spec, rect, &response)).flatten();
    if ui.is_rect_visible(rect) {
        paint(ui, spec, rect, &response);
    }
    response.widget_info(|| WidgetInfo::slider(spec.movable, (spec.share * 1000.0).round() / 10.0, spec.name));
    ui.ctx().accesskit_node_builder(spec.id, |node| {
        node.set_min_numeric_value(spec.reach.start() * 100.0);
        node.set_max_numeric_value(spec.reach.end() * 100.0);
        node.set_numeric_value_step(STEP * 100.0);
        if spec.movable {
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::Increment);
            node.add_action(accesskit::Action::Decrement);
        }
    });
    (response, step)
}

fn step(ui: &Ui, spec: &SliderSpec<'_>, rect: Rect, response: &Response) -> Option<SliderStep> {
    if response.drag_started() || response.clicked() {
        response.request_focus();
    }
    if let Some(pointer) = response.interact_pointer_pos()
        && (response.dragged() || response.clicked())
    {
        let share = f64::from((pointer.x - rail(rect).left()) / rail(rect).width()).clamp(0.0, 1.0);
        // Half a percent is as fine as a hand on a mouse; keys and typing reach further.
        let scope = if ui.input(|input| input.modifiers.alt) { Scope::Siblings } else { Scope::Everything };
        return Some(SliderStep::To((share * 200.0).round() / 200.0, scope));
    }
    if let Some(wish) = asked_by_screen_reader(ui, spec) {
        return Some(SliderStep::To(wish, Scope::Everything));
    }
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    hold_keys(ui, spec.id, arrows);
    if let Some(typed) = digits(ui) {
        return Some(SliderStep::Write(typed));
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::NONE, Key::Enter) {
            return Some(SliderStep::Choose);
        }
        // Each key counts with the modifiers that it was pressed with: those of the frame may be those of a later key.
        let mut pressed = |modifiers, key| input.count_and_consume_key(modifiers, key);
        for (modifiers, scope) in [(Modifiers::ALT, Scope::Siblings), (Modifiers::NONE, Scope::Everything)] {
            #[expect(clippy::cast_precision_loss, reason = "a count of key presses")]
            let mut count = |with, more, less| pressed(with, more) as f64 - pressed(with, less) as f64;
            let mut steps =
                |with| count(with, Key::ArrowRight, Key::ArrowLeft) + count(with, Key::ArrowUp, Key::ArrowDown);
            let by = 10.0 * steps(modifiers | Modifiers::SHIFT) + steps(modifiers);
            if pressed(modifiers, Key::Home) > 0 {
                return Some(SliderStep::To(0.0, scope));
            }
            if pressed(modifiers, Key::End) > 0 {
                return Some(SliderStep::To(1.0, scope));
            }
            if by != 0.0 {
                // Whole percents, so that the figure beside the slider is the weight and not its rounding.
                let whole = (spec.share / STEP).round() * STEP;
                return Some(SliderStep::To((whole + by * STEP).clamp(0.0, 1.0), scope));
            }
        }
        None
    })
}

/// What was typed in this frame, if it begins a number. The field beside the slider, which is drawn next, is not to see
/// it again.
fn digits(ui: &Ui) -> Option<String> {
    ui.input_mut(|input| {
        let text = |event: &Event| if let Event::Text(text) = event { Some(text.clone()) } else { None };
        let typed: String = input.events.iter().filter_map(text).collect();
        let begins = typed.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | ','));
        begins.then(|| {
            input.events.retain(|event| text(event).is_none());
            typed
        })
    })
}

fn asked_by_screen_reader(ui: &Ui, spec: &SliderSpec<'_>) -> Option<f64> {
    ui.input(|input| {
        let by = |action| input.num_accesskit_action_requests(spec.id, action);
        #[expect(clippy::cast_precision_loss, reason = "a count of requests")]
        let steps = by(accesskit::Action::Increment) as f64 - by(accesskit::Action::Decrement) as f64;
        let set = input.accesskit_action_requests(spec.id, accesskit::Action::SetValue).last();
        match set.and_then(|request| request.data.as_ref()) {
            Some(accesskit::ActionData::NumericValue(percent)) => Some(percent / 100.0),
            _ if steps != 0.0 => Some(spec.share + steps * STEP),
            _ => None,
        }
    })
}

/// The line that the middle of the knob runs on.
fn rail(rect: Rect) -> Rect {
    Rect::from_center_size(rect.center(), vec2(rect.width() - 2.0 * KNOB, 3.0))
}

fn paint(ui: &Ui, spec: &SliderSpec<'_>, rect: Rect, response: &Response) {
    let tokens = theme::tokens(ui.ctx());
    let painter = ui.painter();
    let rail = rail(rect);
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let x = |share: f64| rail.left() + rail.width() * share.clamp(0.0, 1.0) as f32;
    let y = rail.center().y;
    let bar = |from: f32, to: f32| Rect::from_min_max(pos2(from, rail.top()), pos2(to, rail.bottom()));
    let round = CornerRadius::same(2);
    painter.rect_filled(bar(rect.left(), rect.right()), round, *tokens.border);
    let knob = pos2(x(spec.share), y);
    painter.rect_filled(bar(rect.left(), knob.x), round, spec.color);
    if let Some(ghost) = spec.ghost.filter(|ghost| (ghost - spec.share).abs() > 0.004) {
        let at = x(ghost);
        painter.line_segment([pos2(at, y - 5.0), pos2(at, y + 5.0)], Stroke::new(2.0, *tokens.brass));
    }
    if spec.movable {
        let width = if response.hovered() || response.dragged() { 2.5 } else { 2.0 };
        painter.circle(knob, KNOB, *tokens.panel, Stroke::new(width, spec.color));
    } else {
        // A bolt instead of a knob: there is nothing to take hold of.
        let bolt = Rect::from_center_size(knob, vec2(4.0, 2.0 * KNOB));
        painter.rect_filled(bolt, round, spec.color);
    }
    if response.has_focus() {
        painter.circle_stroke(knob, KNOB + 3.0, Stroke::new(1.5, *tokens.accent));
    }
}
