//! What messages say in one language: Fluent resources, embedded and read once.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;
use unic_langid::LanguageIdentifier;

use super::sentence::{PLAIN, STRONG};
use super::{Language, Message, pseudo};

/// The files of a language, in its folder.
macro_rules! files {
    ($language:literal) => {
        files!($language:
            "chart", "checks", "cli", "command", "common", "counted", "dialogs", "elicit", "explain", "files", "flaw", "help", "linear-program", "methods", "model",
            "robustness", "session", "sheet", "views", "window", "xmcda"
        )
    };
    ($language:literal: $($file:literal),*) => {
        [$(include_str!(concat!("../../assets/text/", $language, "/", $file, ".ftl"))),*]
    };
}

/// What comes before the name of an attribute in the key of a text without arguments.
const ATTRIBUTE: char = '.';

pub(super) struct Wording {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Texts without arguments, by key, or by key and attribute.
    plain: HashMap<String, String>,
}

impl Wording {
    pub(super) fn read(language: Language) -> Self {
        let files = match language {
            Language::English | Language::Pseudo => files!("en"),
        };
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Directions of writing are kept apart where a text is shown, not within it.
        bundle.set_use_isolating(false);
        bundle.set_transform(Some(match language {
            Language::English => marked,
            Language::Pseudo => |text| Cow::Owned(pseudo::accented(&marked(text)).into_owned()),
        }));
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| counted(value, Language::English),
            Language::Pseudo => |value, _| counted(value, Language::Pseudo),
        }));
        for file in files {
            // What cannot be read is left out, and a test fails.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(read, _)| read);
            bundle.add_resource_overriding(resource);
        }
        let mut wording = Self { language, bundle, plain: HashMap::new() };
        wording.plain = wording.plain_texts(&files);
        wording
    }

    fn plain_texts(&self, files: &[&str]) -> HashMap<String, String> {
        let mut texts = HashMap::new();
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(read, _)| read);
            for entry in resource.entries() {
                let ast::Entry::Message(message) = entry else { continue };
                let key = message.id.name;
                let attributes = message.attributes.iter().map(|attribute| Some(attribute.id.name));
                for attribute in std::iter::once(None).chain(attributes) {
                    let mut said = String::new();
                    if self.write(key, attribute, &FluentArgs::new(), &mut said) {
                        let name = attribute.map_or(key.to_owned(), |name| format!("{key}{ATTRIBUTE}{name}"));
                        texts.insert(name, super::sentence::unmarked(self.whole(said)));
                    }
                }
            }
        }
        texts
    }

    /// A text without arguments; in English where this language has none, and the key where nobody has.
    pub(super) fn plain_or_english(&'static self, key: &'static str) -> &'static str {
        let english = || Language::English.wording().plain.get(key);
        self.plain.get(key).or_else(english).map_or(key, String::as_str)
    }

    /// A message in words, with marks around what matters more; none where the wording has no such message or attribute.
    pub(super) fn say(&self, message: &Message) -> Option<String> {
        let mut arguments = FluentArgs::with_capacity(message.arguments().len());
        for (name, argument) in message.arguments() {
            argument.put(name, self.language, &mut arguments);
        }
        let mut said = String::new();
        // A placeholder that has no argument shows as one: better than no text at all, and a test looks for it.
        if !self.write(message.key(), message.attribute(), &arguments, &mut said) && said.is_empty() {
            return None;
        }
        Some(self.whole(said))
    }

    /// True where there is such a text.
    pub(super) fn has(&self, message: &Message) -> bool {
        self.bundle.get_message(message.key()).is_some_and(|found| match message.attribute() {
            None => found.value().is_some(),
            Some(name) => found.get_attribute(name).is_some(),
        })
    }

    /// False where there is no such text, or where an argument was missing.
    fn write(&self, key: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>, to: &mut String) -> bool {
        let Some(message) = self.bundle.get_message(key) else { return false };
        let pattern = match attribute {
            None => message.value(),
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
        };
        let Some(pattern) = pattern else { return false };
        let mut errors = Vec::new();
        // Writing to a String cannot fail.
        let written = self.bundle.write_pattern(to, pattern, Some(arguments), &mut errors);
        written.is_ok() && errors.is_empty()
    }

    fn whole(&self, said: String) -> String {
        if self.language == Language::Pseudo { pseudo::bracketed(&said) } else { said }
    }
}

/// `<b>` and `</b>` of a wording as marks, which no argument can bring.
fn marked(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let mut marks = [0; 4];
    let text = text.replace("<b>", STRONG.encode_utf8(&mut marks));
    Cow::Owned(text.replace("</b>", PLAIN.encode_utf8(&mut marks)))
}

/// Numbers reach Fluent only as counts, by which it chooses a plural; all other figures are written before.
fn counted(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(language.numbers().number(number.value))
}
