//! What must hold of every document, whoever wrote it.

use foldhash::{HashMap, HashSet, HashSetExt as _};

use serde::{Deserialize, Serialize};

use super::unsound::{Unsound, within};
use super::{Criterion, Document, Id, MAX_DEPTH, Node, Points};
use crate::pace::{self, Pace};
use crate::text::Message;

/// Something that no document may be: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    pub place: Place,
    /// Its wording says what to do, too.
    pub what: Message,
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
    pace::finish(violations_in_slices(document, &Pace::default()))
}

/// The same in slices.
pub async fn violations_in_slices(document: &Document, pace: &Pace) -> Vec<Violation> {
    let mut found = Found(Vec::new());
    let nodes = found.tree(document);
    let leaves: Leaves = document.leaves().into_iter().map(|leaf| (leaf.id, leaf)).collect();
    found.alternatives(document, &leaves, pace).await;
    found.weights(document, &nodes);
    if let Some(fault) = document.judgements.fault(document) {
        found.add(Place::Decision, fault);
    }
    found.people(document, &nodes, &leaves, pace).await;
    found.0
}

type Leaves<'a> = HashMap<Id, &'a Criterion>;

/// Steps of a name or an id that is looked up, about.
const LOOK_UP: usize = 20;

struct Found(Vec<Violation>);

impl Found {
    fn add(&mut self, place: Place, what: impl Into<Message>) {
        self.0.push(Violation { place, what: what.into() });
    }

    /// `none` is said of something without a name, and `twice` of a name that something has already.
    fn name<'a>(
        &mut self,
        place: Place,
        name: &'a str,
        none: Unsound,
        twice: impl FnOnce(String) -> Unsound,
        seen: &mut HashSet<&'a str>,
    ) {
        if name.trim().is_empty() {
            self.add(place, none);
        } else if !seen.insert(name) {
            self.add(place, twice(name.to_owned()));
        }
    }

    fn tree<'a>(&mut self, document: &'a Document) -> HashSet<Id> {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        if document.criteria.iter().any(|node| node.height() > MAX_DEPTH) {
            self.add(Place::Field(Field::Criteria), Unsound::TooDeep { most: MAX_DEPTH });
        }
        let mut see = |node: &'a Node| {
            let place = Place::Node(node.id());
            if !ids.insert(node.id()) {
                self.add(place, Unsound::TwoNodesHaveId { id: node.id() });
            }
            match node {
                Node::Criterion(criterion) => {
                    let twice = |name| Unsound::TwoCriteriaCalled { name };
                    self.name(place, &criterion.name, Unsound::CriterionWithoutName, twice, &mut names);
                    if let Some(fault) = criterion.fault() {
                        let name = criterion.name.clone();
                        self.add(place, within(&fault, |what, remedy| Unsound::InCriterion { name, what, remedy }));
                    }
                }
                Node::Group(group) if group.name.trim().is_empty() => {
                    self.add(place, Unsound::GroupWithoutName);
                }
                Node::Group(_) => {}
            }
        };
        for node in &document.criteria {
            node.visit(&mut see);
        }
        ids
    }

    async fn alternatives(&mut self, document: &Document, leaves: &Leaves<'_>, pace: &Pace) {
        let options = document.alternatives.len();
        let (mut ids, mut names) = (HashSet::with_capacity(options), HashSet::with_capacity(options));
        let mut scores = cells_that_cannot_stand(document, leaves, pace).await.into_iter().peekable();
        for (row, alternative) in document.alternatives.iter().enumerate() {
            pace.tell(row, document.alternatives.len());
            pace.spend(2 * LOOK_UP).await;
            let place = Place::Alternative(alternative.id);
            if !ids.insert(alternative.id) {
                self.add(place, Unsound::TwoOptionsHaveId { id: alternative.id });
            }
            let twice = |name| Unsound::TwoOptionsCalled { name };
            self.name(place, &alternative.name, Unsound::OptionWithoutName, twice, &mut names);
            while let Some((_, id, fault)) = scores.next_if(|(at, ..)| *at == row) {
                let option = alternative.name.clone();
                let what = match (fault, leaves.get(&id)) {
                    (Some(fault), Some(leaf)) => within(&fault, |what, remedy| Unsound::ScoreOn {
                        option,
                        criterion: leaf.name.clone(),
                        what,
                        remedy,
                    }),
                    _ => Unsound::ScoreOnNoCriterion { option, id }.into(),
                };
                self.add(Place::Cell(alternative.id, id), what);
            }
        }
        if let Some(id) = document.baseline.filter(|id| !ids.contains(id)) {
            self.add(Place::Field(Field::Baseline), Unsound::NoSuchBaseline { id });
        }
    }

    fn weights(&mut self, document: &Document, nodes: &HashSet<Id>) {
        self.points(Place::Field(Field::Weights), ("document", ""), &document.weights, document, nodes);
        for &id in document.locks.iter().filter(|id| !nodes.contains(id)) {
            self.add(Place::Weight(id), Unsound::LockOnNothing { id });
        }
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for viewpoint in &document.viewpoints {
            let place = Place::Viewpoint(viewpoint.id);
            if !ids.insert(viewpoint.id) {
                self.add(place, Unsound::TwoViewpointsHaveId { id: viewpoint.id });
            }
            let twice = |name| Unsound::TwoViewpointsCalled { name };
            self.name(place, &viewpoint.name, Unsound::ViewpointWithoutName, twice, &mut names);
            self.points(place, ("viewpoint", &viewpoint.name), &viewpoint.weights, document, nodes);
        }
        if let Some(id) = document.viewpoint.filter(|id| !ids.contains(id)) {
            self.add(Place::Field(Field::Viewpoint), Unsound::NoSuchViewpoint { id });
        }
    }

    async fn people(&mut self, document: &Document, nodes: &HashSet<Id>, leaves: &Leaves<'_>, pace: &Pace) {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for person in &document.people {
            let place = Place::Person(person.id);
            if !ids.insert(person.id) {
                self.add(place, Unsound::TwoPeopleHaveId { id: person.id });
            }
            let twice = |name| Unsound::TwoPeopleCalled { name };
            self.name(place, &person.name, Unsound::PersonWithoutName, twice, &mut names);
            self.points(place, ("person", &person.name), &person.weights, document, nodes);
            for (&option, scores) in &person.scores {
                pace.spend(2 * LOOK_UP * scores.len()).await;
                for (&criterion, &score) in scores {
                    let person = person.name.clone();
                    match (document.alternative(option), leaves.get(&criterion)) {
                        (None, _) => self.add(place, Unsound::ScoreOfPersonForNoOption { person, id: option }),
                        (_, None) => self.add(place, Unsound::ScoreOfPersonOnNoCriterion { person, id: criterion }),
                        (Some(_), Some(leaf)) => {
                            let Some(fault) = score.fault(&leaf.scale) else { continue };
                            self.add(
                                place,
                                within(&fault, |what, remedy| Unsound::ScoreOfPerson { person, what, remedy }),
                            );
                        }
                    }
                }
            }
        }
        for &id in document.weighed.keys().filter(|id| !nodes.contains(id)) {
            self.add(Place::Field(Field::Weighed), Unsound::RangeForNothing { id });
        }
    }

    /// `whose` points they are: what it is to [`Unsound`], and its name.
    fn points(
        &mut self,
        place: Place,
        whose: (&'static str, &str),
        points: &Points,
        document: &Document,
        nodes: &HashSet<Id>,
    ) {
        let (of, name) = whose;
        for (&id, &points) in points {
            let place = if matches!(place, Place::Field(_)) { Place::Weight(id) } else { place };
            if !nodes.contains(&id) {
                self.add(place, Unsound::WeightsNameNothing { of, name: name.to_owned(), id });
            }
            if !points.is_finite() || points < 0.0 {
                self.add(place, Unsound::WeightsGive { of, name: name.to_owned(), id, points });
            }
        }
        let top: Vec<f64> =
            document.criteria.iter().map(|node| points.get(&node.id()).copied().unwrap_or(0.0)).collect();
        if !points.is_empty() && !top.is_empty() && top.iter().sum::<f64>() <= 0.0 {
            self.add(place, Unsound::WeightsAreZero { of, name: name.to_owned() });
        }
    }
}

/// The scores on no criterion, and those that do not fit their scale, with what is wrong: row, criterion and fault, as they
/// stand in a file.
async fn cells_that_cannot_stand(
    document: &Document,
    leaves: &Leaves<'_>,
    pace: &Pace,
) -> Vec<(usize, Id, Option<Message>)> {
    let mut found = Vec::new();
    for (id, column) in document.alternatives.columns() {
        pace.spend(column.rows()).await;
        let Some(leaf) = leaves.get(&id) else {
            let rows = (0..column.rows()).filter(|&row| column.cell(row).is_some());
            found.extend(rows.map(|row| (row, id, None)));
            continue;
        };
        if column.fault(&leaf.scale).is_none() {
            continue;
        }
        for (row, score) in column.scores().enumerate() {
            if let Some(fault) = score.and_then(|score| score.fault(&leaf.scale)) {
                found.push((row, id, Some(fault)));
            }
        }
    }
    found.sort_by_key(|(row, id, _)| (*row, *id));
    found
}
