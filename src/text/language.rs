//! The languages that the program speaks.

use std::cell::Cell;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

use super::numbers::Numbers;
use super::wording::Wording;

/// A language of the program. Decisions themselves stay in the language of their author.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Language {
    #[default]
    English,
    /// English with accents, brackets and more letters, which shows what did not come from a wording, and what has no room
    /// for a longer language. For tests and for those who translate.
    Pseudo,
}

/// The language of the program; it has one at a time.
static CURRENT: AtomicU8 = AtomicU8::new(Language::English as u8);

thread_local! {
    /// What this thread speaks instead, for a while.
    static MEANWHILE: Cell<Option<Language>> = const { Cell::new(None) };
}

impl Language {
    /// What files are written in, and whatever else programs read: the same whatever the program speaks.
    pub const OF_FILES: Self = Self::English;

    /// All of them, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::Pseudo];

    /// The language of a tag such as `en`, `en-GB` or `en_GB.UTF-8`, if the program speaks it.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.split(['.', '@']).next().unwrap_or(tag).replace('_', "-");
        let exact = Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(&tag));
        exact.or_else(|| {
            let spoken = tag.split('-').next()?;
            Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(spoken))
        })
    }

    /// The language that the system says people want to read, if the program speaks it; else English.
    #[must_use]
    pub fn of_system() -> Self {
        // In the order in which POSIX lets one override the other.
        let wanted = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
        wanted.filter(|tag| !tag.is_empty()).take(1).find_map(|tag| Self::of_tag(&tag)).unwrap_or_default()
    }

    /// Its tag by BCP 47, and the name of its folder.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Pseudo => "en-XA",
        }
    }

    /// The language that the program speaks now.
    #[must_use]
    pub fn current() -> Self {
        if let Some(meanwhile) = MEANWHILE.get() {
            return meanwhile;
        }
        let current = CURRENT.load(Ordering::Relaxed);
        Self::ALL.into_iter().find(|language| *language as u8 == current).unwrap_or_default()
    }

    /// Makes it the language of the program.
    pub fn speak(self) {
        CURRENT.store(self as u8, Ordering::Relaxed);
    }

    /// What `work` gives when the program speaks this language meanwhile, on this thread alone.
    pub fn meanwhile<T>(self, work: impl FnOnce() -> T) -> T {
        /// Puts back what was spoken before, whatever becomes of the work.
        struct Before(Option<Language>);
        impl Drop for Before {
            fn drop(&mut self) {
                MEANWHILE.set(self.0);
            }
        }
        let _before = Before(MEANWHILE.replace(Some(self)));
        work()
    }

    /// How it writes numbers.
    #[must_use]
    pub fn numbers(self) -> Numbers {
        match self {
            Self::English | Self::Pseudo => Numbers::ENGLISH,
        }
    }

    /// Its wording, read when it is first asked for.
    pub(super) fn wording(self) -> &'static Wording {
        static READ: [OnceLock<Wording>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
        READ[self as usize].get_or_init(|| Wording::read(self))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_language_is_spoken_for_a_while() {
        let said = |language: Language| language.meanwhile(|| crate::text::Counted::Scores { count: 2 }.to_string());
        assert_eq!(said(Language::English), "2 scores");
        assert_eq!(said(Language::Pseudo), "⟦2 šçóóŕééš⟧");
        let within = Language::Pseudo.meanwhile(|| Language::English.meanwhile(Language::current));
        assert_eq!((within, Language::current()), (Language::English, Language::English));
        let broken = std::panic::catch_unwind(|| Language::Pseudo.meanwhile(|| panic!("it breaks off")));
        assert!(broken.is_err() && Language::current() == Language::English);
    }

    #[test]
    fn a_language_is_found_by_what_systems_call_it() {
        for tag in ["en", "EN", "en-GB", "en_US.UTF-8", "en_GB@euro"] {
            assert_eq!(Language::of_tag(tag), Some(Language::English), "{tag}");
        }
        assert_eq!(Language::of_tag("en-XA"), Some(Language::Pseudo));
        for tag in ["C", "POSIX", "", "tlh", "english"] {
            assert_eq!(Language::of_tag(tag), None, "{tag}");
        }
    }
}
