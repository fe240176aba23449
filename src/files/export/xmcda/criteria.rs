//! The criteria: their list, hierarchy, scales, value functions and thresholds.

use std::io;

use super::xml::Xml;
use super::{describe, list, segments};
use crate::files::notation;
use crate::files::xmcda::{
    GAUSSIAN, GROUP, INDIFFERENCE, LEVELS, MEASURE, PREFERENCE, RATING, TARGET, VALUE, VETO, YES_NO,
};
use crate::model::{Criterion, Direction, Document, Measure, Node, Scale, ValueFunction};

/// Groups and criteria, from the top down. Groups are not active, so that programs without hierarchies leave them out. The
/// context of the decision is what is said of the criteria as a whole.
pub fn all(document: &Document, xml: &mut Xml) -> io::Result<()> {
    if document.criteria.is_empty() {
        return Ok(());
    }
    xml.element("criteria", &[], |xml| {
        describe(xml, &[], &document.about.context, &[])?;
        let mut nodes = Vec::new();
        document.criteria.iter().for_each(|node| node.visit(&mut |node| nodes.push(node)));
        nodes.into_iter().try_for_each(|node| match node {
            Node::Group(group) => {
                let attributes = [("id", group.id.as_str()), ("name", &group.name), ("mcdaConcept", GROUP)];
                xml.element("criterion", &attributes, |xml| {
                    describe(xml, &[], &group.description, &[])?;
                    xml.plain("active", false)
                })
            }
            Node::Criterion(criterion) => {
                let attributes = [("id", criterion.id.as_str()), ("name", &criterion.name)];
                xml.element("criterion", &attributes, |xml| {
                    describe(xml, &[], &criterion.description, &criterion.sources)
                })
            }
        })
    })
}

/// The value tree; none where it has no groups.
pub fn hierarchy(document: &Document, xml: &mut Xml) -> io::Result<()> {
    fn nodes(siblings: &[Node], xml: &mut Xml) -> io::Result<()> {
        list(xml, "nodes", &[], siblings, |xml, node| {
            xml.element("node", &[], |xml| {
                xml.text("criterionID", node.id().as_str())?;
                nodes(node.children(), xml)
            })
        })
    }
    if document.criteria.iter().all(|node| node.as_criterion().is_some()) {
        return Ok(());
    }
    xml.element("criteriaHierarchy", &[], |xml| nodes(&document.criteria, xml))
}

pub fn scales(document: &Document, xml: &mut Xml) -> io::Result<()> {
    list(xml, "criteriaScales", &[], &document.leaves(), |xml, leaf| {
        xml.element("criterionScales", &[], |xml| {
            xml.text("criterionID", leaf.id.as_str())?;
            xml.element("scales", &[], |xml| scale(&leaf.scale, xml))
        })
    })
}

fn scale(scale: &Scale, xml: &mut Xml) -> io::Result<()> {
    let direction = scale.direction();
    let concept = match (scale, direction) {
        (Scale::Rating { .. }, _) => RATING.into(),
        (Scale::Levels(_), _) => LEVELS.into(),
        (Scale::YesNo { .. }, _) => YES_NO.into(),
        (Scale::Measure(_), Direction::Target(_)) => notation::direction(direction),
        (Scale::Measure(_), _) => MEASURE.into(),
    };
    xml.element("scale", &[("name", scale.unit()), ("mcdaConcept", &concept)], |xml| {
        let kind = if scale.has_levels() { "qualitative" } else { "quantitative" };
        xml.element(kind, &[], |xml| {
            // The standard knows no targets, so that then nothing is said.
            match direction {
                Direction::Max => xml.plain("preferenceDirection", "max")?,
                Direction::Min => xml.plain("preferenceDirection", "min")?,
                Direction::Target(_) => {}
            }
            let ends = match scale {
                Scale::Measure(measure) => measure.range,
                _ => scale.ends(),
            };
            if scale.has_levels() {
                return xml.element("valuedLabels", &[], |xml| {
                    scale.levels().iter().try_for_each(|level| {
                        xml.line("valuedLabel", &[], |xml| {
                            xml.text("label", &level.name)?;
                            xml.line("value", &[("id", level.id.as_str())], |xml| xml.real(level.value))
                        })
                    })
                });
            }
            let Some(ends) = ends else { return Ok(()) };
            xml.number("minimum", ends.worst.min(ends.best))?;
            xml.number("maximum", ends.worst.max(ends.best))
        })
    })
}

/// The value functions that are no straight lines.
pub fn functions(document: &Document, xml: &mut Xml) -> io::Result<()> {
    let functions: Vec<_> = document.leaves().into_iter().filter_map(|leaf| Some((leaf, function(leaf)?))).collect();
    list(xml, "criteriaFunctions", &[], &functions, |xml, (leaf, (concept, points))| {
        xml.element("criterionFunctions", &[], |xml| {
            xml.text("criterionID", leaf.id.as_str())?;
            xml.element("functions", &[], |xml| {
                xml.element("function", &[("mcdaConcept", concept)], |xml| {
                    xml.element("piecewiseLinear", &[], |xml| segments(points, xml))
                })
            })
        })
    })
}

/// What a value function is called, and the points of its straight lines, or of those that come near it. A curve on a local
/// scale has none, because they would move with the options.
fn function(leaf: &Criterion) -> Option<(String, Vec<(f64, f64)>)> {
    let Scale::Measure(measure) = &leaf.scale else { return None };
    let concept = match (&measure.value, measure) {
        (ValueFunction::Piecewise(points), _) => return Some((VALUE.into(), points.clone())),
        (ValueFunction::Exponential { .. }, _) => notation::value_function(&measure.value),
        (ValueFunction::Linear, Measure { direction: Direction::Target(_), range: Some(_), .. }) => TARGET.into(),
        (ValueFunction::Linear, _) => return None,
    };
    let Some(ends) = measure.range else { return Some((concept, Vec::new())) };
    let mut bends = leaf.scale.bends(ends);
    bends.retain(|x| x.is_finite());
    bends.sort_by(f64::total_cmp);
    bends.dedup();
    Some((concept, bends.into_iter().map(|x| (x, 100.0 * leaf.scale.value(x, ends))).collect()))
}

pub fn thresholds(document: &Document, xml: &mut Xml) -> io::Result<()> {
    let mut leaves = document.leaves();
    leaves.retain(|leaf| leaf.outranking.thresholds().next().is_some());
    list(xml, "criteriaThresholds", &[], &leaves, |xml, leaf| {
        xml.element("criterionThresholds", &[], |xml| {
            xml.text("criterionID", leaf.id.as_str())?;
            xml.element("thresholds", &[], |xml| {
                leaf.outranking.thresholds().try_for_each(|(name, threshold)| {
                    let concept = match name {
                        "q" => INDIFFERENCE,
                        "p" => PREFERENCE,
                        "veto" => VETO,
                        _ => GAUSSIAN,
                    };
                    xml.line("threshold", &[("mcdaConcept", concept)], |xml| xml.number("constant", threshold))
                })
            })
        })
    })
}
