//! The style sheet: rules from `assets/page/page.css`, colours from the same tokens as the window's.

use std::fmt::Write as _;
use std::sync::LazyLock;

use serde::Deserialize;

const RULES: &str = include_str!("../../../../assets/page/page.css");
const TOKENS: &str = include_str!("../../../../assets/theme.ron");

/// The tokens that the page uses.
#[derive(Deserialize)]
struct Tokens {
    window: String,
    panel: String,
    raised: String,
    border: String,
    control: String,
    text: String,
    caption: String,
    accent: String,
    accent_fill: String,
    brass: String,
    warning: String,
    shadow: String,
    heat: f64,
    branches: [String; 8],
}

#[derive(Deserialize)]
struct File {
    light: Tokens,
    dark: Tokens,
}

#[expect(clippy::expect_used, reason = "the file is part of the binary and read by every test")]
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let File { light, dark } = ron::from_str(TOKENS).expect("assets/theme.ron is well formed");
    let dark = dark.properties();
    format!(
        ":root{{color-scheme:light;{}}}\n\
         @media screen{{:root[data-theme=dark]{{color-scheme:dark;{dark}}}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n\
         {}{}{RULES}",
        light.properties(),
        branches(light.branches.len()),
        tints(),
    )
});

/// The whole style sheet.
pub fn style() -> &'static str {
    &STYLE
}

impl Tokens {
    fn properties(&self) -> String {
        let colors = [
            ("window", &self.window),
            ("panel", &self.panel),
            ("raised", &self.raised),
            ("border", &self.border),
            ("control", &self.control),
            ("text", &self.text),
            ("caption", &self.caption),
            ("accent", &self.accent),
            ("accent-fill", &self.accent_fill),
            ("brass", &self.brass),
            ("warning", &self.warning),
            ("shadow", &self.shadow),
        ];
        let mut properties = String::new();
        for (name, color) in colors {
            let _ = write!(properties, "--{name}:{color};");
        }
        for (branch, color) in self.branches.iter().enumerate() {
            let _ = write!(properties, "--b{branch}:{color};");
        }
        let _ = write!(properties, "--heat:{}", self.heat);
        properties
    }
}

/// One hue a top-level group, taken in turn.
fn branches(count: usize) -> String {
    (0..count).fold(String::new(), |mut rules, branch| {
        let _ = writeln!(rules, ".b{branch}{{--hue:var(--b{branch})}}");
        rules
    })
}

/// Steps in which a cell is tinted, from a value of 0 to one of 1.
pub const TINTS: u8 = 20;

fn tints() -> String {
    (0..=TINTS).fold(String::new(), |mut rules, step| {
        let _ = writeln!(rules, ".t{step}{{--tint:{}}}", f64::from(step) / f64::from(TINTS));
        rules
    })
}

/// The class of a cell whose score is worth `value`, 0 to 1.
pub fn tint(value: f64) -> String {
    format!("t{:.0}", value * f64::from(TINTS))
}

/// The class that gives something the colour of its top-level group.
pub fn branch(branch: usize) -> String {
    format!("b{}", branch % 8)
}

#[cfg(test)]
mod tests {
    use super::{File, TOKENS, branch, style};

    #[test]
    fn each_colour_of_the_tokens_is_defined_and_classes_run_through_them() {
        let File { light, dark } = ron::from_str(TOKENS).unwrap();
        for tokens in [&light, &dark] {
            assert!(style().contains(&tokens.properties()));
            assert_eq!(branch(tokens.branches.len()), branch(0));
            assert!(style().contains(&format!(".{}{{", branch(tokens.branches.len() - 1))));
        }
    }

    #[test]
    fn the_style_names_no_colour_of_its_own() {
        let rules = super::RULES;
        assert!(!rules.contains("rgb("), "colours come from assets/theme.ron");
        let is_colour = |word: &str| word.len() > 3 && word.bytes().take(3).all(|byte| byte.is_ascii_hexdigit());
        assert!(!rules.split('#').skip(1).any(is_colour), "colours come from assets/theme.ron");
    }
}
