//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::palette::LIGHT;

/// The formats of all sheets.
pub struct Styles {
    pub title: Format,
    pub hint: Format,
    /// The head of a table.
    pub head: Format,
    pub heading: Format,
    pub text: Format,
    pub prose: Format,
    pub bold: Format,
    pub caption: Format,
    pub id: Format,
    /// A quantity as it is.
    pub number: Format,
    /// A value of 0 to 100, in whole numbers.
    pub value: Format,
    pub overall: Format,
    /// A value with a decimal.
    pub figure: Format,
    pub percent: Format,
    pub centred: Format,
    pub rank: Format,
    pub input: Format,
    pub input_text: Format,
}

impl Styles {
    pub fn new() -> Self {
        let base = || {
            Format::new()
                .set_font_color(LIGHT.text)
                .set_align(FormatAlign::VerticalCenter)
                .set_border_color(LIGHT.border)
        };
        let line = || base().set_border_bottom(FormatBorder::Thin);
        let centred = || line().set_align(FormatAlign::Center);
        let input = || {
            line()
                .set_border(FormatBorder::Thin)
                .set_background_color(LIGHT.brass.tint(0.10))
                .set_font_color(LIGHT.branch(0))
                .set_unlocked()
        };
        Self {
            title: base().set_bold().set_font_size(18).set_font_color(LIGHT.accent),
            hint: base().set_font_color(LIGHT.caption).set_italic(),
            head: base()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_background_color(LIGHT.raised)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(LIGHT.accent),
            heading: base().set_bold().set_font_size(13).set_font_color(LIGHT.accent),
            text: line().set_text_wrap(),
            prose: base().set_text_wrap().set_align(FormatAlign::Top),
            bold: line().set_bold().set_text_wrap(),
            caption: line().set_font_color(LIGHT.caption),
            id: base().set_font_color(LIGHT.caption).set_font_size(8),
            number: centred(),
            value: centred().set_num_format("0"),
            overall: centred().set_num_format("0.0").set_bold(),
            figure: centred().set_num_format("0.0"),
            percent: centred().set_num_format("0.0%"),
            centred: centred().set_text_wrap(),
            rank: centred().set_bold().set_font_color(LIGHT.accent),
            input: input().set_align(FormatAlign::Center),
            input_text: input().set_text_wrap(),
        }
    }

    /// The head of all that belongs to a top-level node.
    pub fn branch(&self, branch: usize) -> Format {
        self.head
            .clone()
            .set_background_color(LIGHT.branch(branch))
            .set_font_color(Color::White)
            .set_border_bottom(FormatBorder::None)
            .set_border_left(FormatBorder::Thin)
            .set_border_left_color(Color::White)
    }

    /// The head of a criterion below it.
    pub fn leaf(&self, branch: usize) -> Format {
        self.head
            .clone()
            .set_background_color(LIGHT.branch(branch).tint(0.14))
            .set_border_bottom_color(LIGHT.branch(branch))
    }

    /// A name so many steps down a tree.
    pub fn indented(&self, depth: usize, bold: bool) -> Format {
        let format = if bold { &self.bold } else { &self.text };
        format.clone().set_indent(u8::try_from(depth * 2).unwrap_or(15).min(15))
    }
}
