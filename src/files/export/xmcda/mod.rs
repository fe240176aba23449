//! XMCDA 4, the exchange format of the Decision Deck consortium: <https://www.decision-deck.org/xmcda/>.

mod criteria;
mod weights;
mod xml;

use std::io::{self, Write};

use xml::Xml;

use super::{Export, Task};
use crate::files::xmcda::{BASELINE, DECISION, NAMESPACE, OVERALL_VALUE, RANK};
use crate::methods::{Settings, evaluate};
use crate::model::{Alternative, CellRef, Criterion, Document, Problem, Score, Source};

/// Writes XMCDA 4.0.0 in the order of its schema, with all digits, and the overall values and ranks beside the decision.
pub struct Xmcda;

impl Export for Xmcda {
    fn export(&self, task: &Task, out: &mut dyn Write) -> io::Result<()> {
        let mut xml = Xml::new(out)?;
        xml.element("xmcda", &[("xmlns", NAMESPACE)], |xml| {
            let document = task.document;
            alternatives(document, xml)?;
            criteria::all(document, xml)?;
            table(task, xml)?;
            results(task, xml)?;
            criteria::functions(document, xml)?;
            criteria::hierarchy(document, xml)?;
            criteria::scales(document, xml)?;
            criteria::thresholds(document, xml)?;
            weights::all(document, xml)
        })?;
        out.write_all(b"\n")
    }
}

/// A description, where there is anything to say. A source is its text and its link, on a line each.
fn describe(xml: &mut Xml, authors: &[String], comment: &str, sources: &[Source]) -> io::Result<()> {
    if authors.is_empty() && comment.is_empty() && sources.is_empty() {
        return Ok(());
    }
    xml.element("description", &[], |xml| {
        authors.iter().try_for_each(|author| xml.text("author", author))?;
        if !comment.is_empty() {
            xml.text("comment", comment)?;
        }
        if sources.is_empty() {
            return Ok(());
        }
        xml.element("bibliography", &[], |xml| {
            sources.iter().try_for_each(|source| {
                let between = if source.text.is_empty() || source.link.is_empty() { "" } else { "\n" };
                xml.text("bibEntry", &[source.text.as_str(), between, &source.link].concat())
            })
        })
    })
}

/// `list` for each of `items`, within an element called `name`; nothing where there are none, because the standard has no
/// empty lists.
fn list<T>(
    xml: &mut Xml,
    name: &str,
    attributes: xml::Attributes,
    items: &[T],
    item: impl Fn(&mut Xml, &T) -> io::Result<()>,
) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    xml.element(name, attributes, |xml| items.iter().try_for_each(|one| item(xml, one)))
}

fn alternatives(document: &Document, xml: &mut Xml) -> io::Result<()> {
    list(xml, "alternatives", &[], &document.alternatives, |xml, alternative| {
        let concept = if document.baseline == Some(alternative.id) { BASELINE } else { "" };
        let attributes = [("id", alternative.id.as_str()), ("name", &alternative.name), ("mcdaConcept", concept)];
        xml.element("alternative", &attributes, |xml| describe(xml, &[], &alternative.description, &[]))
    })
}

fn table(task: &Task, xml: &mut Xml) -> io::Result<()> {
    let Document { about, alternatives, .. } = task.document;
    let leaves = task.document.leaves();
    xml.element("performanceTable", &[("name", &about.title), ("mcdaConcept", DECISION)], |xml| {
        describe(xml, &about.authors, &about.question, &about.sources)?;
        // A row without performances would be against the schema.
        let rows = if leaves.is_empty() { &[] } else { &alternatives[..] };
        for (at, alternative) in rows.iter().enumerate() {
            task.progress.report(at, rows.len())?;
            xml.element("alternativePerformances", &[], |xml| {
                xml.text("alternativeID", alternative.id.as_str())?;
                leaves.iter().try_for_each(|leaf| performance(alternatives.cell(at, leaf.id), leaf, xml))
            })?;
        }
        Ok(())
    })
}

fn performance(cell: Option<CellRef<'_>>, leaf: &Criterion, xml: &mut Xml) -> io::Result<()> {
    let cell = cell.unwrap_or_default();
    let content = |xml: &mut Xml| {
        describe(xml, &[], cell.rationale, cell.evidence)?;
        xml.text("criterionID", leaf.id.as_str())?;
        xml.values(|xml| score(cell.score, leaf, xml))
    };
    let has_notes = !cell.rationale.is_empty() || !cell.evidence.is_empty();
    if has_notes { xml.element("performance", &[], content) } else { xml.line("performance", &[], content) }
}

/// A range as an interval, a triangle as a fuzzy number whose membership rises to the likely value and falls from it.
fn score(score: Option<Score>, leaf: &Criterion, xml: &mut Xml) -> io::Result<()> {
    match score {
        None => xml.empty("NA"),
        Some(Score::Exact(x)) => xml.real(x),
        Some(Score::Range(low, high)) => xml.line("interval", &[], |xml| {
            xml.number("lowerBound", low)?;
            xml.number("upperBound", high)
        }),
        Some(Score::Triangle(low, likely, high)) => xml.line("fuzzyNumber", &[], |xml| {
            xml.line("piecewiseLinear", &[], |xml| segments(&[(low, 0.0), (likely, 1.0), (high, 0.0)], xml))
        }),
        Some(Score::Level(id)) => xml.text("label", &leaf.scale.level(id).map(|level| level.name).unwrap_or_default()),
    }
}

/// The straight lines from each point to the next.
fn segments(points: &[(f64, f64)], xml: &mut Xml) -> io::Result<()> {
    points.windows(2).try_for_each(|pair| {
        xml.line("segment", &[], |xml| {
            ["head", "tail"].iter().zip(pair).try_for_each(|(end, &(x, y))| {
                xml.line(end, &[], |xml| {
                    xml.number("abscissa", x)?;
                    xml.number("ordinate", y)
                })
            })
        })
    })
}

/// Overall values of the additive model, 0 to 1, and the ranks that follow.
fn results(task: &Task, xml: &mut Xml) -> io::Result<()> {
    let alternatives = &task.document.alternatives;
    let evaluation = evaluate(&Problem::of(task.document), &Settings::default());
    // Where there is no criterion there is no result, and nothing to say about it.
    let Some(evaluation) = evaluation.ok().filter(|_| !alternatives.is_empty()) else { return Ok(()) };
    xml.element("alternativesValues", &[("mcdaConcept", OVERALL_VALUE)], |xml| {
        xml.element("description", &[], |xml| {
            xml.text("comment", METHOD)?;
            xml.plain("creationDate", format_args!("{}T00:00:00", task.date))
        })?;
        alternatives.iter().zip(&evaluation.scores).try_for_each(|(alternative, value)| {
            result(alternative, xml, |xml| if value.is_nan() { xml.empty("NA") } else { xml.real(*value) })
        })
    })?;
    xml.element("alternativesValues", &[("mcdaConcept", RANK)], |xml| {
        alternatives.iter().enumerate().try_for_each(|(row, alternative)| {
            result(alternative, xml, |xml| xml.plain("integer", evaluation.ranking.rank(row)))
        })
    })
}

const METHOD: &str = "Weighted sum of values, 0 to 1. What is not scored is left out, and the weights of the rest are brought \
    to a sum of 1.";

fn result(alternative: &Alternative, xml: &mut Xml, value: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.line("alternativeValues", &[], |xml| {
        xml.text("alternativeID", alternative.id.as_str())?;
        xml.values(value)
    })
}
