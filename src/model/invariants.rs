//! What must hold of every document, whoever wrote it.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Document, Id, MAX_DEPTH, Node, Points};

/// Something that no document may be: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    pub place: Place,
    pub what: String,
    pub remedy: String,
}

/// Where in a document something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    #[default]
    Decision,
    Field(Field),
    Alternative(Id),
    /// A criterion or a group.
    Node(Id),
    /// An option on a criterion.
    Cell(Id, Id),
    Viewpoint(Id),
    /// The points or the lock of a node, in the document's own weights.
    Weight(Id),
    Person(Id),
}

/// A part of the decision as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    Criteria,
    Weights,
    Judgements,
    Viewpoint,
    Baseline,
    Weighed,
}

impl Field {
    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Criteria => "criteria",
            Self::Weights => "weights",
            Self::Judgements => "judgements",
            Self::Viewpoint => "viewpoint",
            Self::Baseline => "baseline",
            Self::Weighed => "weighed",
        }
    }
}

impl Place {
    pub(super) fn is_decision(&self) -> bool {
        *self == Self::Decision
    }
}

/// All that is wrong with a document, in the order of the file; empty for a sound one.
#[must_use]
pub fn violations(document: &Document) -> Vec<Violation> {
    let mut found = Found(Vec::new());
    let nodes = found.tree(document);
    found.alternatives(document);
    found.weights(document, &nodes);
    if let Some((what, remedy)) = document.judgements.fault(document) {
        found.add(Place::Decision, what, remedy);
    }
    found.people(document, &nodes);
    found.0
}

struct Found(Vec<Violation>);

impl Found {
    fn add(&mut self, place: Place, what: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Violation { place, what: what.into(), remedy: remedy.into() });
    }

    fn name<'a>(&mut self, place: Place, name: &'a str, kind: [&str; 2], seen: &mut HashSet<&'a str>) {
        let [one, many] = kind;
        if name.trim().is_empty() {
            self.add(place, format!("the {one} has no name"), "give it one");
        } else if !seen.insert(name) {
            self.add(place, format!("two {many} are called \"{name}\""), "give each a name of its own");
        }
    }

    fn tree<'a>(&mut self, document: &'a Document) -> HashSet<Id> {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        if document.criteria.iter().any(|node| node.height() > MAX_DEPTH) {
            let what = format!("the value tree is more than {MAX_DEPTH} levels deep");
            self.add(Place::Field(Field::Criteria), what, "put some groups side by side");
        }
        let mut see = |node: &'a Node| {
            let place = Place::Node(node.id());
            if !ids.insert(node.id()) {
                self.add(place, format!("two criteria or groups have the id \"{}\"", node.id()), "change one of them");
            }
            match node {
                Node::Criterion(criterion) => {
                    self.name(place, &criterion.name, ["criterion", "criteria"], &mut names);
                    if let Some((what, remedy)) = criterion.fault() {
                        self.add(place, format!("{}: {what}", criterion.name), remedy);
                    }
                }
                Node::Group(group) if group.name.trim().is_empty() => {
                    self.add(place, "the group has no name", "give it one");
                }
                Node::Group(_) => {}
            }
        };
        for node in &document.criteria {
            node.visit(&mut see);
        }
        ids
    }

    fn alternatives(&mut self, document: &Document) {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        let told_apart = document.alternatives.are_told_apart();
        let mut scores = cells_that_cannot_stand(document).into_iter().peekable();
        for (row, alternative) in document.alternatives.iter().enumerate() {
            let place = Place::Alternative(alternative.id);
            if !told_apart && !ids.insert(alternative.id) {
                self.add(place, format!("two options have the id \"{}\"", alternative.id), "change one of them");
            }
            if !told_apart || alternative.name.trim().is_empty() {
                self.name(place, &alternative.name, ["option", "options"], &mut names);
            }
            while let Some((_, criterion, (what, remedy))) = scores.next_if(|(at, ..)| *at == row) {
                let place = Place::Cell(alternative.id, criterion);
                self.add(place, format!("{} {what}", alternative.name), remedy);
            }
        }
        if let Some(baseline) = document.baseline.filter(|id| document.alternatives.place(*id).is_none()) {
            let what = format!("the baseline is \"{baseline}\", which is no option");
            self.add(Place::Field(Field::Baseline), what, "use the id of an option, or leave the baseline out");
        }
    }

    fn weights(&mut self, document: &Document, nodes: &HashSet<Id>) {
        self.points(Place::Field(Field::Weights), "the weights", &document.weights, document, nodes);
        for &lock in document.locks.iter().filter(|id| !nodes.contains(id)) {
            let what = format!("the lock on \"{lock}\" belongs to no criterion or group");
            self.add(Place::Weight(lock), what, "remove it");
        }
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for viewpoint in &document.viewpoints {
            let place = Place::Viewpoint(viewpoint.id);
            if !ids.insert(viewpoint.id) {
                self.add(place, format!("two viewpoints have the id \"{}\"", viewpoint.id), "change one of them");
            }
            self.name(place, &viewpoint.name, ["viewpoint", "viewpoints"], &mut names);
            let whose = format!("the viewpoint \"{}\"", viewpoint.name);
            self.points(place, &whose, &viewpoint.weights, document, nodes);
        }
        if let Some(chosen) = document.viewpoint.filter(|id| !ids.contains(id)) {
            let what = format!("the chosen viewpoint \"{chosen}\" does not exist");
            self.add(Place::Field(Field::Viewpoint), what, "use the id of a viewpoint, or leave it out");
        }
    }

    fn people(&mut self, document: &Document, nodes: &HashSet<Id>) {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for person in &document.people {
            let place = Place::Person(person.id);
            if !ids.insert(person.id) {
                self.add(place, format!("two people have the id \"{}\"", person.id), "change one of them");
            }
            self.name(place, &person.name, ["person", "people"], &mut names);
            self.points(place, &format!("the weights of {}", person.name), &person.weights, document, nodes);
            for (&option, scores) in &person.scores {
                for (&criterion, &score) in scores {
                    let what = match (document.alternative(option), document.criterion(criterion)) {
                        (None, _) => Some((format!("\"{option}\" is no option"), "use the id of one".to_owned())),
                        (_, None) => Some((format!("\"{criterion}\" is no criterion"), "use the id of one".to_owned())),
                        (Some(_), Some(leaf)) => score.fault(&leaf.scale),
                    };
                    if let Some((what, remedy)) = what {
                        self.add(place, format!("a score of {}: {what}", person.name), remedy);
                    }
                }
            }
        }
        for &id in document.weighed.keys().filter(|id| !nodes.contains(id)) {
            let what = format!("the range for the weight of \"{id}\" belongs to no criterion");
            self.add(Place::Field(Field::Weighed), what, "remove it");
        }
    }

    fn points(&mut self, place: Place, whose: &str, points: &Points, document: &Document, nodes: &HashSet<Id>) {
        for (&id, x) in points {
            let place = if matches!(place, Place::Field(_)) { Place::Weight(id) } else { place };
            if !nodes.contains(&id) {
                let what = format!("{whose} name \"{id}\", which is no criterion or group");
                self.add(place, what, "use the id of a criterion or group, or remove the entry");
            }
            if !x.is_finite() || *x < 0.0 {
                self.add(place, format!("{whose} give \"{id}\" {x} points"), "give a number of 0 or more");
            }
        }
        let top: Vec<f64> =
            document.criteria.iter().map(|node| points.get(&node.id()).copied().unwrap_or(0.0)).collect();
        if !points.is_empty() && !top.is_empty() && top.iter().sum::<f64>() <= 0.0 {
            self.add(place, format!("{whose} are all zero"), "give at least one criterion or group a weight above 0");
        }
    }
}

/// The scores on no criterion, and those that do not fit their scale: row, criterion, what is wrong and the remedy, as they
/// stand in a file.
fn cells_that_cannot_stand(document: &Document) -> Vec<(usize, Id, (String, String))> {
    let mut found = Vec::new();
    for (id, column) in document.alternatives.columns() {
        let Some(leaf) = document.criterion(id) else {
            let rows = (0..column.rows()).filter(|&row| column.cell(row).is_some());
            let what = format!("has a score on \"{id}\", which is no criterion");
            let remedy = "use the id of a criterion, or remove the score";
            found.extend(rows.map(|row| (row, id, (what.clone(), remedy.to_owned()))));
            continue;
        };
        if column.fault(&leaf.scale).is_none() {
            continue;
        }
        for (row, score) in column.scores().enumerate() {
            if let Some((what, remedy)) = score.and_then(|score| score.fault(&leaf.scale)) {
                found.push((row, id, (format!("on {}: {what}", leaf.name), remedy)));
            }
        }
    }
    found.sort_by_key(|(row, id, _)| (*row, *id));
    found
}
