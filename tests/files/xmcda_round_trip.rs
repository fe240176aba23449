//! XMCDA as it is written reads back.

use std::collections::{BTreeMap, BTreeSet};

use counterpoise::files::{self, Format, presets};
use counterpoise::model::{About, Cell, Direction, Document, Ends, Judgements, Node, Scale, Source};
use proptest::prelude::*;

use crate::common::rows::change;
use crate::documents::document;
use crate::parse;

/// What FORMAT.md says that XMCDA does not hold, taken out; and what it holds in another form, brought into that.
fn held(mut document: Document) -> Document {
    fn of_nodes(nodes: &mut [Node]) {
        for node in nodes {
            match node {
                Node::Group(group) => {
                    text(&mut group.name);
                    text(&mut group.description);
                    of_nodes(&mut group.children);
                }
                Node::Criterion(criterion) => {
                    text(&mut criterion.name);
                    text(&mut criterion.description);
                    sources(&mut criterion.sources);
                    if let Scale::Levels(levels) = &mut criterion.scale {
                        for level in levels {
                            text(&mut level.name);
                        }
                    }
                    if let Scale::Measure(measure) = &mut criterion.scale {
                        text(&mut measure.unit);
                        if let (Direction::Target(_), Some(ends)) = (measure.direction, &mut measure.range) {
                            *ends = Ends { worst: ends.worst.min(ends.best), best: ends.worst.max(ends.best) };
                        }
                    }
                }
            }
        }
    }
    let About { title, question, context, authors, sources: from } = &mut document.about;
    [title, question].into_iter().chain(authors).for_each(text);
    text(context);
    if document.criteria.is_empty() {
        context.clear();
        document.viewpoints.clear();
    }
    sources(from);
    of_nodes(&mut document.criteria);
    change(&mut document.alternatives, |option| {
        text(&mut option.name);
        text(&mut option.description);
        for Cell { rationale, evidence, .. } in option.scores.values_mut() {
            text(rationale);
            sources(evidence);
        }
    });
    document.viewpoints.iter_mut().for_each(|viewpoint| text(&mut viewpoint.name));
    Document {
        judgements: Judgements::default(),
        locks: BTreeSet::default(),
        viewpoint: None,
        people: Vec::new(),
        weighed: BTreeMap::default(),
        dismissals: Vec::new(),
        ..document
    }
}

/// XML has no place for most control characters.
fn text(text: &mut String) {
    let letter = |letter: char| {
        if matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f') { '\u{fffd}' } else { letter }
    };
    *text = text.chars().map(letter).collect();
}

/// A source is one text, of which the last line is the link where it is an address.
fn sources(sources: &mut [Source]) {
    for source in sources {
        text(&mut source.text);
        text(&mut source.link);
        if !source.link.contains("://") {
            let between = if source.text.is_empty() || source.link.is_empty() { "" } else { "\n" };
            source.text = [&source.text, between, &std::mem::take(&mut source.link)].concat();
        }
    }
}

#[track_caller]
fn assert_returns(document: Document) {
    let written = files::to_string(&document, Format::Xmcda).unwrap();
    let mut back = parse(&written, Format::Xmcda);
    let mut held = held(document);
    // Without criteria there are no weights to write; with them each node has its points.
    held.complete_weights();
    back.complete_weights();
    assert_eq!(back, held, "\n{written}");
}

proptest! {
    #[test]
    fn what_it_holds_comes_back(document in document()) {
        assert_returns(document);
    }
}

#[test]
fn so_do_the_presets() {
    for preset in presets::ALL {
        assert_returns(preset.document().unwrap());
    }
}
