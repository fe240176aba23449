//! The look: tokens from `assets/theme.ron`, fonts, and what egui's own widgets take from them.

use std::sync::{Arc, LazyLock};

use eframe::egui::{
    self, Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, RichText, Shadow,
    Stroke, Style, TextStyle, Theme, Visuals, vec2,
};
use serde::Deserialize;

/// The colours of one theme. What each is for: `design` in the name of the token.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// Behind everything.
    pub window: Ink,
    /// Side panels and cards.
    pub panel: Ink,
    /// Controls at rest, tracks of bars.
    pub raised: Ink,
    /// Hairlines.
    pub border: Ink,
    /// Outlines that must be seen, at 3:1 on a panel.
    pub control: Ink,
    pub text: Ink,
    pub caption: Ink,
    pub faint: Ink,
    /// Choice and action.
    pub accent: Ink,
    pub accent_fill: Ink,
    pub on_accent: Ink,
    /// The baseline, and what was.
    pub brass: Ink,
    pub warning: Ink,
    pub warning_fill: Ink,
    pub good: Ink,
    pub shadow: Ink,
    /// Strength of the heat tint at a value of 1.
    pub heat: f32,
    /// One hue a top-level group, taken in turn.
    pub branches: [Ink; 8],
}

/// A colour of the token file.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Ink(pub Color32);

impl TryFrom<String> for Ink {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Color32::from_hex(&text).map(Self).map_err(|_| format!("\"{text}\" is no colour; write #RRGGBB or #RRGGBBAA"))
    }
}

impl std::ops::Deref for Ink {
    type Target = Color32;

    fn deref(&self) -> &Color32 {
        &self.0
    }
}

impl Tokens {
    /// The hue of the top-level group at `branch`.
    #[must_use]
    pub fn branch(&self, branch: usize) -> Color32 {
        self.branches[branch % self.branches.len()].0
    }

    /// The tint of a cell whose score has `value` (0 to 1). One hue for all, so that strength alone can be compared.
    #[must_use]
    pub fn heat(&self, value: f32) -> Color32 {
        self.panel.lerp_to_gamma(self.branch(0), self.heat * value.clamp(0.0, 1.0))
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    light: Tokens,
    dark: Tokens,
    r#type: Sizes,
    motion: f32,
}

/// Sizes of type, in points.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    pub caption: f32,
    pub text: f32,
    pub name: f32,
    pub cell: f32,
    pub result: f32,
}

#[expect(clippy::expect_used, reason = "the file is part of the binary and read by every test")]
static FILE: LazyLock<File> =
    LazyLock::new(|| ron::from_str(include_str!("../../assets/theme.ron")).expect("assets/theme.ron is well formed"));

/// The tokens of the theme in use.
#[must_use]
pub fn tokens(ctx: &Context) -> &'static Tokens {
    of(ctx.theme())
}

/// The tokens of one theme.
#[must_use]
pub fn of(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &FILE.light,
        Theme::Dark => &FILE.dark,
    }
}

#[must_use]
pub fn sizes() -> Sizes {
    FILE.r#type
}

/// How strong letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Medium,
    SemiBold,
}

impl Weight {
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => FontFamily::Name("medium".into()),
            Self::SemiBold => FontFamily::Name("semibold".into()),
        }
    }
}

#[must_use]
pub fn font(size: f32, weight: Weight) -> FontId {
    FontId::new(size, weight.family())
}

/// Small text beside what it explains.
pub fn caption(ctx: &Context, text: impl Into<String>) -> RichText {
    RichText::new(text).font(font(sizes().caption, Weight::Regular)).color(*tokens(ctx).caption)
}

/// Text that stands out: names, figures that matter.
pub fn strong(text: impl Into<String>) -> RichText {
    RichText::new(text).font(font(sizes().text, Weight::SemiBold))
}

/// Space between things, in points: multiples of four.
pub const UNIT: f32 = 4.0;
/// Space at the sides of panels, and the same for egui's margins.
pub const SIDE: f32 = 16.0;
pub const MARGIN: i8 = 16;
/// Corners of controls.
pub const RADIUS: u8 = 5;

/// Gives a context fonts and styles.
pub fn install(ctx: &Context, reduce_motion: bool) {
    ctx.set_fonts(fonts());
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme, reduce_motion));
    }
    // Zoom goes through the program's own commands, which know its steps and its limits.
    ctx.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.fallback_theme = Theme::Light;
        // A text is handed over where the mouse goes down, before the click has changed what is shown.
        options.input_options.surrender_focus_on = egui::SurrenderFocusOn::Presses;
    });
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let faces: [(&str, &'static [u8], FontFamily); 3] = [
        ("plex", include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf"), FontFamily::Proportional),
        ("plex-medium", include_bytes!("../../assets/fonts/IBMPlexSans-Medium.ttf"), Weight::Medium.family()),
        ("plex-semibold", include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf"), Weight::SemiBold.family()),
    ];
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, bytes, family) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let chain = std::iter::once(name.to_owned()).chain(fallback.iter().cloned()).collect();
        fonts.families.insert(family, chain);
    }
    fonts
}

fn style(theme: Theme, reduce_motion: bool) -> Style {
    let tokens = of(theme);
    let sizes = sizes();
    let mut style = Style { visuals: visuals(theme, tokens), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, font(sizes.caption, Weight::Regular)),
        (TextStyle::Body, font(sizes.text, Weight::Regular)),
        (TextStyle::Button, font(sizes.text, Weight::Regular)),
        (TextStyle::Heading, font(sizes.name, Weight::SemiBold)),
        (TextStyle::Monospace, font(sizes.text, Weight::Regular)),
    ]
    .into();
    style.animation_time = if reduce_motion { 0.0 } else { FILE.motion };
    if reduce_motion {
        style.scroll_animation = egui::style::ScrollAnimation::none();
    }
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(2.0 * UNIT, UNIT);
    spacing.button_padding = vec2(10.0, 5.0);
    spacing.interact_size = vec2(24.0, 28.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.tooltip_width = 320.0;
    spacing.scroll.floating = true;
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    style
}

fn visuals(theme: Theme, tokens: &Tokens) -> Visuals {
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let hairline = Stroke::new(1.0, *tokens.border);
    let text = Stroke::new(1.0, *tokens.text);
    let radius = CornerRadius::same(RADIUS);
    let shadow = Shadow { offset: [0, 4], blur: 20, spread: 0, color: *tokens.shadow };
    visuals.panel_fill = *tokens.panel;
    visuals.window_fill = *tokens.panel;
    visuals.window_stroke = hairline;
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.extreme_bg_color = *tokens.panel;
    visuals.text_edit_bg_color = Some(*tokens.panel);
    visuals.faint_bg_color = *tokens.raised;
    visuals.code_bg_color = *tokens.raised;
    visuals.weak_text_color = Some(*tokens.caption);
    visuals.hyperlink_color = *tokens.accent;
    visuals.warn_fg_color = *tokens.warning;
    visuals.error_fg_color = *tokens.warning;
    visuals.selection.bg_fill = *tokens.accent_fill;
    visuals.selection.stroke = Stroke::new(1.0, *tokens.accent);
    visuals.text_cursor.stroke = Stroke::new(1.5, *tokens.accent);
    visuals.interact_cursor = None;
    let widgets = &mut visuals.widgets;
    let states = [
        (&mut widgets.noninteractive, *tokens.panel, hairline),
        (&mut widgets.inactive, *tokens.raised, hairline),
        (&mut widgets.hovered, *tokens.raised, Stroke::new(1.0, *tokens.control)),
        (&mut widgets.active, *tokens.accent_fill, Stroke::new(1.5, *tokens.accent)),
        (&mut widgets.open, *tokens.raised, Stroke::new(1.0, *tokens.accent)),
    ];
    for (state, fill, outline) in states {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = outline;
        state.fg_stroke = text;
        state.corner_radius = radius;
        state.expansion = 0.0;
    }
    visuals
}
