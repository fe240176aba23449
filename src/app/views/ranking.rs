//! The right panel: the answer.

use eframe::egui::{
    self, Align, Align2, Id, Layout, Margin, Modifiers, Rect, RichText, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, pos2, vec2,
};

use super::words::{RankingLabel, RankingMessage, ViewLabel};
use super::{Class, Side, Spot, View};
use crate::app::command::keys;
use crate::app::outbox::Outbox;
use crate::app::theme::{self, MARGIN, SIDE, UNIT, Weight};
use crate::app::widgets::{cut, paint_scene};
use crate::chart::{self, RankingBar, Segment};
use crate::session::questions::Tip;
use crate::session::{Reply, Session};
use crate::text::{Percent, Sentence, Value, numbers};

/// The view.
pub const VIEW: View = View::new(&Class {
    label: ViewLabel::Ranking,
    side: Side::Right,
    keys: keys!(Modifiers::COMMAND, Num4),
    is_possible: |session| !session.document().alternatives.is_empty(),
    badge: |_| 0,
    under_way: |_| None,
    focus: |session, _| {
        let first = session.model().ranking().order().first().map(|&row| row as usize);
        first.and_then(|row| session.document().alternatives.get(row)).map(|option| row_id(option.id))
    },
    draw: |ui, canvas| ranking_ui(ui, canvas.session, canvas.chosen(), canvas.out),
});

/// Height of a row whose name takes one line, and what a second line adds.
const ROW: f32 = 76.0;
const SECOND_LINE: f32 = 18.0;
const BAR: f32 = 20.0;
/// Where a name begins, behind a rank of one or two digits.
const NAME_LEFT: f32 = 32.0;

/// The row of the option that leads, for "Go to ranking".
#[must_use]
pub fn row_id(option: crate::model::Id) -> Id {
    Id::unique(("ranking", option))
}

/// Shows the panel.
fn ranking_ui(ui: &mut Ui, session: &Session, chosen: Spot, out: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(12.0);
    egui::Frame::new().inner_margin(Margin::symmetric(MARGIN, 0)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(theme::strong(ViewLabel::Ranking.text()));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let wide = ui.available_width() > 130.0;
                let caption = if wide { RankingLabel::WeightedMean } else { RankingLabel::Scale };
                ui.add(egui::Label::new(RichText::new(caption.text()).weak()).truncate());
            });
        });
    });
    ui.add_space(UNIT);
    let options = session.document().alternatives.len();
    if options == 0 {
        empty_ui(ui);
        return;
    }
    // The sentences stay in sight below a ranking that is too long for the panel.
    let row = row_height(ui, session);
    #[expect(clippy::cast_precision_loss, reason = "a height on the screen")]
    let wanted = row * options as f32;
    let answer = answer_height(ui, session).min(ui.available_height() * 0.5);
    let list = wanted.min((ui.available_height() - answer).max(row));
    ScrollArea::vertical().id_salt("ranking").max_height(list).auto_shrink([false, true]).show_viewport(
        ui,
        |ui, visible| {
            ui.set_height(wanted);
            rows_ui(ui, session, row, visible, chosen, out);
        },
    );
    line(ui);
    ScrollArea::vertical().id_salt("answer").auto_shrink(false).show(ui, |ui| {
        egui::Frame::new().inner_margin(ANSWER).show(ui, |ui| answer_ui(ui, session));
    });
}

fn empty_ui(ui: &mut Ui) {
    egui::Frame::new().inner_margin(Margin::symmetric(MARGIN, 12)).show(ui, |ui| {
        ui.label(RichText::new(RankingLabel::Empty.text()).weak());
    });
}

fn line(ui: &Ui) {
    let y = ui.cursor().min.y;
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, *theme::tokens(ui.ctx()).border));
}

fn rows_ui(ui: &mut Ui, session: &Session, row: f32, visible: Rect, chosen: Spot, out: &mut Outbox) {
    let ranking = session.model().ranking();
    let area = ui.max_rect();
    #[expect(clippy::cast_precision_loss, reason = "places on the screen")]
    let place = |position: usize| position as f32 * row;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows in sight")]
    let first = ((visible.top() / row).floor().max(0.0) as usize).saturating_sub(1);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows in sight")]
    let last = (visible.bottom() / row).ceil().max(0.0) as usize + 1;
    let glide = ui.style().animation_time;
    let range = first..last.min(ranking.order().len());
    for position in range {
        let alternative = ranking.order()[position] as usize;
        let id = session.document().alternatives[alternative].id;
        let y = ui.ctx().animate_value_with_time(row_id(id).with("y"), place(position), glide);
        let rect = Rect::from_min_size(pos2(area.left(), area.top() + y), vec2(area.width(), row));
        row_ui(ui, session, alternative, rect, chosen, out);
    }
}

fn row_ui(ui: &mut Ui, session: &Session, alternative: usize, rect: Rect, chosen: Spot, out: &mut Outbox) {
    let model = session.model();
    let option = &session.document().alternatives[alternative];
    let tokens = theme::tokens(ui.ctx());
    let response = ui.interact(rect, row_id(option.id), Sense::click());
    let value = model.values()[alternative];
    let rank = model.ranking().label(alternative);
    let scene = bar(ui, session, alternative, rect.width() - 2.0 * SIDE);
    response.widget_info(|| {
        let (rank, option) = (rank.clone(), option.name.clone());
        let said = RankingMessage::Row { rank, option, bar: scene.description() };
        WidgetInfo::labeled(Role::Button, true, said.to_string())
    });
    if response.clicked() {
        out.select(Spot::Option(option.id));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let painter = ui.painter();
    if response.hovered() || chosen.option() == Some(option.id) {
        painter.rect_filled(rect, 0, *tokens.raised);
    }
    let inner = rect.shrink2(vec2(SIDE, 0.0));
    let extra = rect.height() - ROW;
    let baseline = inner.top() + 25.0 + extra / 2.0;
    let sizes = theme::sizes();
    let leads = model.ranking().rank(alternative) == 1;
    let rank_color = if leads { *tokens.accent } else { *tokens.faint };
    let figure = theme::font(sizes.result, Weight::SemiBold);
    let rank_rect = painter.text(pos2(inner.left(), baseline), Align2::LEFT_CENTER, &rank, figure.clone(), rank_color);
    let coverage = model.coverage()[alternative];
    let is_partial = is_partial(coverage);
    // Coverage stands below the value where rows have two lines, else beside it.
    let stacked = is_partial && extra > 0.0;
    let value_at = pos2(inner.right(), baseline - if stacked { 8.0 } else { 0.0 });
    let value_rect = painter.text(value_at, Align2::RIGHT_CENTER, numbers::value(value), figure, *tokens.text);
    let left = (inner.left() + NAME_LEFT).max(rank_rect.right() + 2.0 * UNIT);
    let mut right = value_rect.left();
    if is_partial {
        let text = RankingMessage::Scored { share: Percent(coverage) }.to_string();
        let font = theme::font(sizes.caption, Weight::Regular);
        let at = if stacked { pos2(inner.right(), baseline + 12.0) } else { pos2(right - 2.0 * UNIT, baseline + 1.0) };
        right = painter.text(at, Align2::RIGHT_CENTER, text, font, *tokens.warning).left().min(right);
    }
    right -= 2.0 * UNIT;
    let lines = if extra > 0.0 { 2 } else { 1 };
    let name = cut(ui, &option.name, name_font(), *tokens.text, right - left, lines);
    painter.galley(pos2(left, baseline - name.size().y / 2.0), name, *tokens.text);
    paint_scene(painter, &scene, pos2(inner.left(), baseline + 18.0 + extra / 2.0), tokens);
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, *tokens.border));
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(1.0), 2, Stroke::new(1.5, *tokens.accent), StrokeKind::Inside);
    }
    response.on_hover_ui_at_pointer(|ui| row_tip_ui(ui, session, alternative, coverage));
}

/// True where some of an option's scores are missing.
fn is_partial(coverage: f64) -> bool {
    coverage < 1.0 - 1e-9
}

/// Room for two lines where an option in the first rows needs them for its name or its coverage, so that all rows are
/// alike.
fn row_height(ui: &Ui, session: &Session) -> f32 {
    const LOOKED_AT: usize = 40;
    let width = ui.available_width() - 2.0 * SIDE - NAME_LEFT - 56.0;
    let color = *theme::tokens(ui.ctx()).text;
    let options = &session.document().alternatives;
    let looked_at = LOOKED_AT.min(options.len());
    let long = |name: &str| ui.painter().layout_no_wrap(name.to_owned(), name_font(), color).size().x > width;
    let needs = |at: usize| is_partial(session.model().coverage()[at]) || long(&options[at].name);
    if (0..looked_at).any(needs) { ROW + SECOND_LINE } else { ROW }
}

fn name_font() -> egui::FontId {
    theme::font(theme::sizes().name, Weight::SemiBold)
}

/// What each branch gives to the option, while the bars glide to their new lengths.
fn bar(ui: &Ui, session: &Session, alternative: usize, width: f32) -> chart::Scene {
    let model = session.model();
    let option = &session.document().alternatives[alternative];
    let glide = ui.style().animation_time;
    let gives = model.branches(alternative);
    let segments: Vec<Segment<'_>> = session
        .document()
        .criteria
        .iter()
        .zip(gives)
        .enumerate()
        .map(|(branch, (node, value))| {
            #[expect(clippy::cast_possible_truncation, reason = "a length on the screen")]
            let target = (value * 100.0) as f32;
            let id = row_id(option.id).with(("branch", branch));
            let shown = ui.ctx().animate_value_with_time(id, target, glide);
            Segment { branch, name: node.name(), value: f64::from(shown) }
        })
        .collect();
    let value = model.values()[alternative];
    let bar = RankingBar {
        segments: &segments,
        total: if value.is_nan() { 0.0 } else { value * 100.0 },
        ghost: session.baseline().values.get(&option.id).filter(|value| value.is_finite()).map(|value| value * 100.0),
    };
    chart::ranking_bar(&bar, f64::from(width), f64::from(BAR))
}

fn row_tip_ui(ui: &mut Ui, session: &Session, alternative: usize, coverage: f64) {
    let model = session.model();
    let option = &session.document().alternatives[alternative];
    ui.label(theme::strong(&option.name));
    for (node, value) in session.document().criteria.iter().zip(model.branches(alternative)) {
        let gives = RankingMessage::Gives { branch: node.name().to_owned(), value: Value(value) };
        ui.label(theme::caption(ui.ctx(), gives.to_string()));
    }
    if let Some(before) = session.baseline().values.get(&option.id).filter(|value| value.is_finite()) {
        ui.label(theme::caption(ui.ctx(), RankingMessage::AtBaseline { value: Value(*before) }.to_string()));
    }
    if is_partial(coverage) {
        let text = RankingMessage::ScoredFor { share: Percent(coverage) };
        ui.label(theme::caption(ui.ctx(), text.to_string()));
    }
}

/// What the lead and its sentence need, line for line as they are drawn.
fn answer_height(ui: &Ui, session: &Session) -> f32 {
    let width = (ui.available_width() - 2.0 * SIDE).max(60.0);
    let lead = session.lead();
    let measure = |text: String, font| ui.painter().layout_no_wrap(text, font, *theme::tokens(ui.ctx()).text).size();
    let caption = measure(lead.caption.to_string(), theme::font(theme::sizes().text, Weight::Regular));
    let line = ui.spacing().interact_size.y.max(caption.y);
    let mut head = line;
    if let Some(chip) = lead.chip {
        let chip = measure(chip.to_string(), chip_font()).x + 2.0 * f32::from(CHIP.left) + ui.spacing().item_spacing.x;
        if chip + caption.x > width {
            head += line + ui.spacing().item_spacing.y;
        }
    }
    let sentence = ui.painter().layout_job(sentence_job(ui, &tip(session), width)).size().y;
    head + 2.0 * UNIT + sentence + 2.0 * f32::from(ANSWER.top) + 8.0
}

/// Around the lead and its sentence.
const ANSWER: Margin = Margin::symmetric(MARGIN, 12);
/// Around the lead in figures.
const CHIP: Margin = Margin::symmetric(8, 2);

fn chip_font() -> egui::FontId {
    theme::font(theme::sizes().caption, Weight::SemiBold)
}

fn answer_ui(ui: &mut Ui, session: &Session) {
    let tokens = theme::tokens(ui.ctx());
    let lead = session.lead();
    ui.horizontal_wrapped(|ui| {
        if let Some(chip) = lead.chip {
            let chip = RichText::new(chip.to_string()).font(chip_font());
            egui::Frame::new()
                .fill(*tokens.accent_fill)
                .corner_radius(10)
                .inner_margin(CHIP)
                .show(ui, |ui| ui.label(chip.color(*tokens.accent)));
        }
        ui.add(egui::Label::new(RichText::new(lead.caption.to_string()).weak()).extend());
    });
    ui.add_space(2.0 * UNIT);
    // While the sentence of before stands, it stands back.
    let is_fresh = matches!(session.ask(Tip), Reply::Fresh(_));
    ui.scope(|ui| {
        if !is_fresh {
            ui.set_opacity(0.5);
        }
        sentence_ui(ui, &tip(session));
    });
}

/// The sentence about the lead as far as it is known.
fn tip(session: &Session) -> Sentence {
    session.ask(Tip).known().map(|tip| tip.sentence()).unwrap_or_default()
}

/// A sentence with its names and figures bold; a click copies it.
pub fn sentence_ui(ui: &mut Ui, sentence: &Sentence) {
    let job = sentence_job(ui, sentence, ui.available_width());
    let label = ui.add(egui::Label::new(job).wrap().sense(Sense::click()));
    let text = sentence.to_string();
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    if label.on_hover_text(RankingLabel::ClickToCopy.text()).clicked() {
        ui.ctx().copy_text(text);
    }
}

fn sentence_job(ui: &Ui, sentence: &Sentence, width: f32) -> egui::text::LayoutJob {
    let color = *theme::tokens(ui.ctx()).text;
    let size = theme::sizes().text;
    let mut job = egui::text::LayoutJob::default();
    for span in &sentence.spans {
        let weight = if span.strong { Weight::SemiBold } else { Weight::Regular };
        let mut format = egui::TextFormat::simple(theme::font(size, weight), color);
        format.line_height = Some(size * 1.5);
        // egui would end a line at a narrow space, even at one that forbids it.
        job.append(&span.text.replace(numbers::THIN_SPACE, "\u{a0}"), 0.0, format);
    }
    job.wrap.max_width = width;
    job
}
