//! XMCDA of the versions 2, 3 and 4, which differ in little that matters here: where scales and thresholds stand, and what
//! is around a value. <https://www.decision-deck.org/xmcda/>

mod build;
mod named;
mod pull;
mod raw;
mod scales;
mod value;
mod weights;
mod words;

use pull::{Pull, Tag};
use raw::Raw;
use words::XmcdaFlaw;
pub use words::{XmcdaFlaw as Flaw, XmcdaName as Name, XmcdaRemark as Remark};

use crate::files::{Fault, Position};
use crate::model::Document;
use crate::text::List;

/// The newest version that is read.
const NEWEST: u32 = 4;

pub fn read(text: &str) -> Result<Document, Fault> {
    let mut xml = Pull::of(text);
    let root = xml.root()?;
    let Some(root) = root.filter(|root| root.name().eq_ignore_ascii_case("xmcda")) else {
        return Err(xml.fault(XmcdaFlaw::NotXmcda));
    };
    if let Some(version) = version(&root).filter(|version| *version > NEWEST) {
        return Err(xml.fault(XmcdaFlaw::TooNew { version, newest: NEWEST }));
    }
    let mut raw = Raw::default();
    xml.children(|xml, tag| raw.section(xml, tag))?;
    for (named, kind) in [(&raw.alternatives, "alternative"), (&raw.criteria, "criterion")] {
        if let Some((id, at)) = named.stranger() {
            let what = XmcdaFlaw::Stranger { kind, id: id.to_owned() };
            return Err(Fault::Syntax { at: Position::of(text, at), what: what.into() });
        }
    }
    if raw.alternatives.items.is_empty() && raw.criteria.items.is_empty() && raw.tables.is_empty() {
        let sections = List::commas(raw.unread.iter().cloned());
        let is_empty = raw.unread.is_empty();
        return Err(build::invalid(if is_empty { XmcdaFlaw::NoDecision } else { XmcdaFlaw::OnlyOthers { sections } }));
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
