//! XMCDA of the versions 2, 3 and 4, which differ in little that matters here: where scales and thresholds stand, and what
//! is around a value. <https://www.decision-deck.org/xmcda/>

mod build;
mod named;
mod pull;
mod raw;
mod scales;
mod value;
mod weights;

use pull::{Pull, Tag};
use raw::Raw;

use crate::files::{Fault, Position};
use crate::model::Document;

/// The newest version that is read.
const NEWEST: u32 = 4;

pub fn read(text: &str) -> Result<Document, Fault> {
    let mut xml = Pull::of(text);
    let root = xml.root()?;
    let Some(root) = root.filter(|root| root.name().eq_ignore_ascii_case("xmcda")) else {
        return Err(
            xml.fault("this is no XMCDA", "give a file whose outermost element is xmcda, or one of another format")
        );
    };
    if let Some(version) = version(&root).filter(|version| *version > NEWEST) {
        let what = format!("this is XMCDA {version}, and this program reads up to version {NEWEST}");
        return Err(xml.fault(&what, "save it in version 4, or update the program"));
    }
    let mut raw = Raw::default();
    xml.children(|xml, tag| raw.section(xml, tag))?;
    for (named, kind, list) in
        [(&raw.alternatives, "alternative", "alternatives"), (&raw.criteria, "criterion", "criteria")]
    {
        if let Some((id, at)) = named.stranger() {
            let what = format!("there is no {kind} with the id \"{id}\" in the list of {list}");
            let at = Position::of(text, at);
            return Err(Fault::Syntax { at, what, remedy: "mend the id, or add it to the list".into() });
        }
    }
    if raw.alternatives.items.is_empty() && raw.criteria.items.is_empty() && raw.tables.is_empty() {
        let sections = if raw.unread.is_empty() { "nothing of a decision".into() } else { raw.unread.join(", ") };
        let what = format!("there are neither alternatives nor criteria in it, but {sections}");
        return Err(build::invalid(what, "give the file that has the performance table"));
    }
    build::document(&raw)
}

/// The major version that the namespace names.
fn version(root: &Tag) -> Option<u32> {
    root.namespaces().iter().find_map(|namespace| {
        let (_, version) = namespace.rsplit_once("/XMCDA-")?;
        version.split('.').next()?.parse().ok()
    })
}
