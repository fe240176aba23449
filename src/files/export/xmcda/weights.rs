//! What criteria are given: weights, and whatever else is one value for each.

use std::io;

use super::list;
use super::xml::{Attributes, Xml};
use crate::files::xmcda::{MUST_HAVE, POINTS, PREFERENCE_FUNCTION, VIEWPOINT, WEIGHTS};
use crate::model::{Criterion, Document, Id, MustHave, Points, Preference};

/// The overall weights first, because programs that look for weights take the first values that they find.
pub fn all(document: &Document, xml: &mut Xml) -> io::Result<()> {
    let leaves = document.leaves();
    let shares: Points = leaves.iter().map(|leaf| leaf.id).zip(document.outline().shares(&document.weights)).collect();
    points(&[("mcdaConcept", WEIGHTS)], &shares, xml)?;
    points(&[("mcdaConcept", POINTS)], &document.weights, xml)?;
    for viewpoint in &document.viewpoints {
        let attributes = [("id", viewpoint.id.as_str()), ("name", &viewpoint.name), ("mcdaConcept", VIEWPOINT)];
        points(&attributes, &viewpoint.weights, xml)?;
    }
    let functions: Vec<(Id, Preference)> = leaves
        .iter()
        .map(|leaf| (leaf.id, leaf.outranking.preference))
        .filter(|(_, preference)| *preference != Preference::default())
        .collect();
    values(&[("mcdaConcept", PREFERENCE_FUNCTION)], &functions, xml, |xml, preference| {
        xml.text("label", preference.id())
    })?;
    let limited: Vec<(Id, &Criterion)> =
        leaves.iter().filter(|leaf| leaf.must_have.is_some()).map(|&leaf| (leaf.id, leaf)).collect();
    values(&[("mcdaConcept", MUST_HAVE)], &limited, xml, |xml, leaf| match leaf.must_have {
        None => xml.empty("NA"),
        Some(MustHave::AtLeast(x)) => xml.line("interval", &[], |xml| xml.number("lowerBound", x)),
        Some(MustHave::AtMost(x)) => xml.line("interval", &[], |xml| xml.number("upperBound", x)),
        Some(MustHave::Level(id)) => {
            xml.text("label", &leaf.scale.level(id).map(|level| level.name).unwrap_or_default())
        }
    })
}

fn points(attributes: Attributes, points: &Points, xml: &mut Xml) -> io::Result<()> {
    let points: Vec<(Id, f64)> = points.iter().map(|(&id, &x)| (id, x)).collect();
    let real = |xml: &mut Xml, x: f64| xml.real(x);
    values(attributes, &points, xml, real)
}

fn values<T: Copy>(
    attributes: Attributes,
    items: &[(Id, T)],
    xml: &mut Xml,
    value: impl Fn(&mut Xml, T) -> io::Result<()>,
) -> io::Result<()> {
    list(xml, "criteriaValues", attributes, items, |xml, &(id, item)| {
        xml.line("criterionValues", &[], |xml| {
            xml.text("criterionID", id.as_str())?;
            xml.values(|xml| value(xml, item))
        })
    })
}
