//! Values of criteria: weights, viewpoints, preference functions and limits.

use foldhash::{HashSet, HashSetExt as _};

use super::build::{Build, invalid, says};
use super::raw::Values;
use super::scales::exact;
use super::value::Value;
use super::words::{XmcdaFlaw, XmcdaName, XmcdaRemark, within};
use crate::files::Fault;
use crate::files::import::csv::fresh;
use crate::files::xmcda::{MUST_HAVE, POINTS, PREFERENCE_FUNCTION, VIEWPOINT, WEIGHTS};
use crate::model::{Criterion, MustHave, Node, Points, Preference, Viewpoint};
use crate::text::{List, Nth};

/// Gives the decision what the file says of its criteria, once it has them.
pub fn read(build: &mut Build) -> Result<(), Fault> {
    let all = &build.raw.values;
    let ours = [WEIGHTS, POINTS, VIEWPOINT, PREFERENCE_FUNCTION, MUST_HAVE];
    let is_numeric = |values: &&Values| values.of.iter().any(|(_, value)| value.number().is_some());
    let foreign = || all.iter().filter(|values| !ours.contains(&values.concept.as_str())).filter(is_numeric);
    let chosen = all
        .iter()
        .find(|values| values.concept == POINTS)
        .or_else(|| all.iter().find(|values| values.concept == WEIGHTS))
        .or_else(|| foreign().find(|values| says(values, &["weight", "importance", "significance"])))
        .or_else(|| foreign().next());
    if let Some(chosen) = chosen {
        build.document.weights = weights(build, chosen);
    }
    let (mut ids, mut names) = (HashSet::new(), HashSet::new());
    for (at, values) in all.iter().enumerate() {
        match values.concept.as_str() {
            VIEWPOINT => {
                let unnamed = || XmcdaName::Viewpoint { number: Nth(at + 1) }.to_string();
                let name = if values.name.trim().is_empty() { unnamed() } else { values.name.clone() };
                if !names.insert(name.clone()) {
                    return Err(invalid(XmcdaFlaw::TwoViewpointsCalled { name }));
                }
                let id = exact(&values.id).filter(|id| ids.insert(*id));
                let id = id.unwrap_or_else(|| fresh(&name, "viewpoint", at + 1, &mut ids));
                let weights = points(build, values);
                build.document.viewpoints.push(Viewpoint { id, name, weights });
            }
            PREFERENCE_FUNCTION | MUST_HAVE => each_criterion(build, values)?,
            _ if chosen.is_some_and(|chosen| std::ptr::eq(chosen, values)) => {}
            WEIGHTS | POINTS => {}
            _ => {
                let called = [&values.name, &values.id, &values.concept].into_iter().find(|name| !name.is_empty());
                build.remarks.push(match called {
                    Some(name) => XmcdaRemark::ValuesCalledNotRead { name: name.clone() }.into(),
                    None => XmcdaRemark::ValuesNotRead.into(),
                });
            }
        }
    }
    Ok(())
}

/// The values of groups and criteria that are in the decision.
fn points(build: &Build, values: &Values) -> Points {
    let of = values.of.iter().filter_map(|(at, value)| Some((build.criteria[*at], value.number()?)));
    of.filter(|(id, _)| build.document.node(*id).is_some()).collect()
}

/// Weights as points of siblings. Where groups have none those of the criteria are overall, so that a group weighs what its
/// criteria weigh together.
fn weights(build: &Build, values: &Values) -> Points {
    fn total(node: &Node, points: &mut Points) -> f64 {
        if node.as_criterion().is_some() {
            return points.get(&node.id()).copied().unwrap_or(0.0);
        }
        let sum = node.children().iter().map(|child| total(child, points)).sum();
        points.insert(node.id(), sum);
        sum
    }
    let mut points = points(build, values);
    let of_groups = |(at, _): &(usize, Value)| build.is_group[*at];
    if !values.of.iter().any(of_groups) {
        for node in &build.document.criteria {
            total(node, &mut points);
        }
    }
    points
}

fn each_criterion(build: &mut Build, values: &Values) -> Result<(), Fault> {
    for (at, value) in &values.of {
        let id = build.criteria[*at];
        let Some(criterion) = find(&mut build.document.criteria, id) else { continue };
        let name = criterion.name.clone();
        let refused = |flaw: XmcdaFlaw| {
            Err(invalid(within(flaw, |what, remedy| XmcdaFlaw::Of { criterion: name, what, remedy })))
        };
        if values.concept == PREFERENCE_FUNCTION {
            let Some(preference) = Preference::ALL.into_iter().find(|known| Some(known.id()) == value.label()) else {
                return refused(XmcdaFlaw::NoPreference { known: List::commas(Preference::ALL.map(Preference::id)) });
            };
            criterion.outranking.preference = preference;
            continue;
        }
        let level = |name: &str| criterion.scale.levels().into_iter().find(|level| level.name == name);
        criterion.must_have = match value {
            Value::Interval(least, f64::INFINITY) => Some(MustHave::AtLeast(*least)),
            Value::Interval(f64::NEG_INFINITY, most) => Some(MustHave::AtMost(*most)),
            Value::Label(name) if level(name).is_some() => level(name).map(|level| MustHave::Level(level.id)),
            Value::Missing => None,
            _ => return refused(XmcdaFlaw::NoLimit),
        };
    }
    Ok(())
}

fn find(nodes: &mut [Node], id: crate::model::Id) -> Option<&mut Criterion> {
    nodes.iter_mut().find_map(|node| match node {
        Node::Criterion(criterion) => (criterion.id == id).then_some(criterion),
        Node::Group(group) => find(&mut group.children, id),
    })
}
