//! What the program remembers between two runs. The documents themselves are never in here.

use std::path::Path;

use eframe::egui::ThemePreference;
use serde::{Deserialize, Serialize};

use crate::files::AnyPath;

/// How many files "Recent" lists.
const RECENT: usize = 10;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: Theme,
    pub reduce_motion: bool,
    /// 1 for 100 %.
    pub zoom: Zoom,
    /// Newest first.
    pub recent: Vec<AnyPath>,
    /// What the window opens next time: a file or a preset's id.
    pub last: Option<AnyPath>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl From<Theme> for ThemePreference {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::System => Self::System,
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
        }
    }
}

/// The scale of everything, in percent, one of [`Zoom::STEPS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zoom(u16);

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

impl Zoom {
    pub const STEPS: [u16; 12] = [75, 85, 100, 110, 125, 150, 175, 200, 225, 250, 275, 300];

    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0.clamp(Self::STEPS[0], Self::STEPS[Self::STEPS.len() - 1])) / 100.0
    }

    /// The next larger step, or the largest.
    #[must_use]
    pub fn larger(self) -> Self {
        Self(Self::STEPS.into_iter().find(|step| *step > self.0).unwrap_or(self.0))
    }

    /// The next smaller step, or the smallest.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self(Self::STEPS.into_iter().rev().find(|step| *step < self.0).unwrap_or(self.0))
    }
}

impl Settings {
    /// Puts a file on top of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        let path = AnyPath(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        self.last = Some(path.clone());
        self.recent.retain(|other| *other != path);
        self.recent.insert(0, path);
        self.recent.truncate(RECENT);
    }

    /// Takes a file off the list: it is gone.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|other| **other != *path);
    }
}

#[cfg(test)]
mod tests {
    use super::{Settings, Zoom};
    use crate::files::AnyPath;

    #[test]
    fn the_newest_file_comes_first_and_only_once() {
        let mut settings = Settings::default();
        for name in ["/a", "/b", "/a"] {
            settings.remember(name.as_ref());
        }
        assert_eq!(settings.recent, ["/a", "/b"].map(AnyPath::from));
        assert_eq!(settings.last, Some("/a".into()));
    }

    /// One file with such a name must not cost all that is remembered.
    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_remembered_as_it_is() {
        use std::os::unix::ffi::OsStrExt as _;

        let mut settings = Settings::default();
        settings.remember(std::ffi::OsStr::from_bytes(b"/a/na\xefve.ron").as_ref());
        settings.remember("/a/b.ron".as_ref());
        let written = ron::to_string(&settings).unwrap();
        assert_eq!(ron::from_str::<Settings>(&written).unwrap(), settings);
        let old: Settings = ron::from_str("(recent: [\"/a/b.ron\"], last: Some(\"laptop\"))").unwrap();
        assert_eq!((&old.recent[..], old.last), (&["/a/b.ron".into()][..], Some("laptop".into())));
    }

    #[test]
    fn zoom_stays_within_its_steps() {
        let mut zoom = Zoom::default();
        for _ in 0..20 {
            zoom = zoom.larger();
        }
        assert!((zoom.factor() - 3.0).abs() < 1e-6);
        for _ in 0..20 {
            zoom = zoom.smaller();
        }
        assert!((zoom.factor() - 0.75).abs() < 1e-6);
    }
}
