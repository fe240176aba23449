//! A text that is kept while it is being written and handed over when it is finished.

use std::fmt::Display;
use std::ops::Range;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align, Align2, Context, Frame, Id, Key, Margin, Modifiers, Response, RichText, Stroke, TextEdit, TextStyle, Ui,
};

use crate::app::icons::Icon;
use crate::app::theme::{self, RADIUS};
use crate::app::widgets::{icon_button, named};
use crate::app::words::{SourceLabel, SourceMessage};
use crate::files::notation;
use crate::model::Source;
use crate::text::Nth;

/// What has been typed into a field and not been handed over yet.
#[derive(Clone, Debug)]
struct Draft(String);

/// Forgets all that has not been handed over: the document it belonged to is gone.
pub fn forget_drafts(ctx: &Context) {
    ctx.data_mut(eframe::egui::util::IdTypeMap::remove_by_type::<Draft>);
}

/// True where a text has been typed that could not be handed over.
#[must_use]
pub fn has_drafts(ctx: &Context) -> bool {
    ctx.data(|data| data.count::<Draft>() > 0)
}

/// Enter or Escape has just taken the keyboard out of a field.
#[derive(Clone, Copy, Debug, Default)]
struct Left;

fn leave(ui: &Ui) {
    ui.data_mut(|data| {
        data.insert_temp(Id::NULL, Left);
    });
}

/// True once after a field was left with Enter or Escape, so that whoever drew it can say where the keyboard goes on.
pub fn was_left(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<Left>(Id::NULL)).is_some()
}

/// Begins to write into a field that stands there already, with `text` in place of what it shows.
pub fn begin(ctx: &Context, id: Id, text: String) {
    let end = text.chars().count();
    select(ctx, id, end..end);
    ctx.data_mut(|data| {
        data.insert_temp(id.with("draft"), Draft(text));
        // It is not to be selected, and replaced by the next letter.
        data.insert_temp(id.with("arrived"), true);
    });
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// A text field. What is typed stays in the field until Enter, Tab or a click elsewhere hands it over; Escape takes it
/// back. A text that cannot stand remains visible, with the reason, and changes nothing.
pub struct Field<'a> {
    id: Id,
    name: &'a dyn Display,
    value: &'a str,
    hint: &'a str,
    rows: usize,
    width: f32,
    align: Align,
    quiet: bool,
}

impl<'a> Field<'a> {
    /// A field called `name` (for the screen reader) that shows `value`. `id` must name what is edited, so that the field
    /// of another cell is another field.
    #[must_use]
    pub fn new(id: Id, name: &'a dyn Display, value: &'a str) -> Self {
        Self { id, name, value, hint: "", rows: 1, width: f32::INFINITY, align: Align::LEFT, quiet: false }
    }

    /// What stands in the field while it is empty.
    #[must_use]
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Several lines, at least `rows`; Enter then begins a new one.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Right-aligned, for figures.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.align = Align::RIGHT;
        self
    }

    /// Without a frame until it is pointed at.
    #[must_use]
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Shows the field. Returns what was finished, once `check` finds no fault with it.
    pub fn show<T>(self, ui: &mut Ui, check: impl Fn(&str) -> Result<T, String>) -> (Response, Option<T>) {
        let draft = self.id.with("draft");
        let kept = ui.data(|data| data.get_temp(draft)).map(|Draft(text)| text);
        let mut text = kept.clone().unwrap_or_else(|| self.value.to_owned());
        let fault = kept.as_deref().and_then(|text| check(text).err());
        // egui takes the focus away on Escape before anything is drawn.
        let had_focus = ui.memory(|memory| memory.has_focus(self.id) || memory.had_focus_last_frame(self.id));
        let cancelled = had_focus && ui.input(|input| input.key_pressed(Key::Escape));

        let response = self.edit_ui(ui, &mut text, fault.is_some());
        if let Some(fault) = &fault {
            ui.label(RichText::new(fault).small().color(*theme::tokens(ui.ctx()).warning));
        }
        if cancelled {
            ui.data_mut(|data| data.remove::<Draft>(draft));
            leave(ui);
            return (response, None);
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.changed() {
            ui.data_mut(|data| data.insert_temp(draft, Draft(text.clone())));
        }
        // Whatever took the focus away, even a click that hid the field for a while: what was written is handed over.
        let is_finished = !response.has_focus() && (kept.is_some() || response.changed());
        let checked = is_finished.then(|| check(&text));
        if entered {
            match checked {
                // It waits to be mended.
                Some(Err(_)) => response.request_focus(),
                _ => leave(ui),
            }
        }
        let Some(Ok(value)) = checked else { return (response, None) };
        ui.data_mut(|data| data.remove::<Draft>(draft));
        (response, (text != self.value).then_some(value))
    }

    fn edit_ui(&self, ui: &mut Ui, text: &mut String, faulty: bool) -> Response {
        let tokens = theme::tokens(ui.ctx());
        let focused = ui.memory(|memory| memory.has_focus(self.id));
        let stroke = match (faulty, focused) {
            (true, _) => Stroke::new(1.5, *tokens.warning),
            (false, true) => Stroke::new(1.5, *tokens.accent),
            (false, false) if self.quiet => Stroke::NONE,
            (false, false) => Stroke::new(1.0, *tokens.border),
        };
        let fill = if self.quiet && !focused && !faulty { eframe::egui::Color32::TRANSPARENT } else { *tokens.panel };
        // Words begin in line with those of framed fields; figures end where figures without a field do.
        let margin = match (self.quiet, self.align) {
            (true, Align::Max) => Margin::symmetric(4, 2),
            (true, _) => Margin::symmetric(8, 2),
            (false, _) => Margin::symmetric(8, 5),
        };
        let frame = Frame::new().fill(fill).stroke(stroke).corner_radius(RADIUS).inner_margin(margin);
        let edit = if self.rows > 1 {
            TextEdit::multiline(text).desired_rows(self.rows)
        } else {
            TextEdit::singleline(text).clip_text(true)
        };
        let edit = edit
            .id(self.id)
            .font(TextStyle::Body)
            .text_color(*tokens.text)
            .hint_text(RichText::new(self.hint).color(*tokens.faint))
            .align(Align2([self.align, if self.rows > 1 { Align::Min } else { Align::Center }]))
            .desired_width(self.width)
            .frame(frame);
        let output = edit.show(ui);
        let response = output.response.response.clone();
        // `gained_focus` is not told of a focus that was given before the field was there.
        let arrived = self.id.with("arrived");
        let was_here = ui.data(|data| data.get_temp(arrived)).unwrap_or(false);
        let is_here = response.has_focus();
        if is_here != was_here {
            ui.data_mut(|data| data.insert_temp(arrived, is_here));
            if is_here && self.rows == 1 {
                select_all(ui.ctx(), self.id, text);
            }
        }
        if self.rows > 1 && response.has_focus() {
            let done = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            if done {
                response.surrender_focus();
                leave(ui);
            }
        }
        named(response, self.name)
    }
}

/// Marks all that a text field shows, so that typing replaces it.
fn select_all(ctx: &Context, id: Id, text: &str) {
    select(ctx, id, 0..text.chars().count());
}

/// Marks some of the letters that a text field shows, counted from its start, and sets the cursor behind them.
pub fn select(ctx: &Context, id: Id, letters: Range<usize>) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    let marked = CCursorRange::two(CCursor::new(letters.start), CCursor::new(letters.end));
    state.cursor.set_char_range(Some(marked));
    TextEdit::store_state(ctx, id, state);
}

/// Reads a number as it is typed, with `.` or `,` as decimal mark.
///
/// # Errors
/// What is wrong with the text.
pub fn committed_number(text: &str) -> Result<f64, String> {
    notation::parse_number(&notation::plain(text), true).map_err(|flaw| flaw.to_string())
}

/// Edits a list of sources, each with words and a link: `of` is `evidence` or `source`. Returns the new list when something
/// was finished.
pub fn text_list_ui(ui: &mut Ui, id: Id, of: &'static str, sources: &[Source]) -> Option<Vec<Source>> {
    let mut changed = None;
    for (i, source) in sources.iter().enumerate() {
        let n = Nth(i + 1);
        let (named, linked) = (SourceMessage::Words { of, n }, SourceMessage::Link { of, n });
        let mut edited = source.clone();
        // The button takes 22 points.
        let width = ui.available_width() - 22.0 - 4.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let words = Field::new(id.with((i, "text")), &named, &source.text);
            let words = words.hint(SourceLabel::Words.text()).width(width);
            edited.text = words.show(ui, |text| Ok(text.to_owned())).1.unwrap_or_else(|| source.text.clone());
            let color = *theme::tokens(ui.ctx()).caption;
            if icon_button(ui, Icon::Cross, color, &SourceMessage::Remove { of, n }).clicked() {
                let mut list = sources.to_vec();
                list.remove(i);
                changed = Some(list);
            }
        });
        let address = Field::new(id.with((i, "link")), &linked, &source.link);
        let address = address.hint(SourceLabel::Link.text()).width(width).quiet();
        edited.link = address.show(ui, |text| Ok(text.to_owned())).1.unwrap_or_else(|| source.link.clone());
        if edited != *source {
            let mut list = sources.to_vec();
            list[i] = edited;
            changed = Some(list);
        }
    }
    if ui.button(SourceMessage::Add { of }.to_string()).clicked() {
        let mut list = sources.to_vec();
        list.push(Source::default());
        changed = Some(list);
    }
    changed
}
