//! The window's colours on a light ground, as cells and charts have them.

use std::sync::LazyLock;

use rust_xlsxwriter::Color;
use serde::Deserialize;

#[derive(Deserialize)]
struct Theme {
    light: Palette,
}

/// What of the theme a workbook uses.
#[derive(Deserialize)]
pub struct Palette {
    pub text: Token,
    pub caption: Token,
    pub border: Token,
    pub raised: Token,
    pub accent: Token,
    pub accent_fill: Token,
    pub brass: Token,
    pub warning: Token,
    pub warning_fill: Token,
    branches: [Token; 8],
}

/// A colour written `#RRGGBB`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(from = "String")]
pub struct Token(u32);

impl From<String> for Token {
    fn from(text: String) -> Self {
        Self(u32::from_str_radix(text.trim_start_matches('#'), 16).unwrap_or(0))
    }
}

impl From<Token> for Color {
    fn from(token: Token) -> Self {
        Self::RGB(token.0)
    }
}

impl Token {
    /// The colour laid over white, 0 to 1.
    pub fn tint(self, share: f64) -> Color {
        let part = |shift: u32| {
            let part = f64::from((self.0 >> shift) & 0xff);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            let part = (255.0 + (part - 255.0) * share).round() as u32;
            part << shift
        };
        Color::RGB(part(16) | part(8) | part(0))
    }
}

/// The light theme.
pub static LIGHT: LazyLock<Palette> = LazyLock::new(|| {
    let theme: Theme = ron::from_str(include_str!("../../../../assets/theme.ron")).expect("a sound theme");
    theme.light
});

impl Palette {
    /// The hue of a top-level node of the value tree.
    pub fn branch(&self, number: usize) -> Token {
        self.branches[number % self.branches.len()]
    }
}
