//! What comes in from elsewhere is merged into the open document: first a plan that can be shown, then one edit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Action, Incoming, MergeLabel, Refusal, cell_text};
use crate::files::notation;
use crate::model::{
    Alternative, Alternatives, Cell, CellRef, Column, Criterion, Document, Edit, EditError, FreshIds, Graft, Group, Id,
    Judgements, Level, Node, Points, Score,
};
use crate::pace::{self, Pace};
use crate::text::{Counted, List};

/// How an incoming decision meets the open one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MergeWay {
    /// Options and criteria that are not there yet come in; what is there stays as it is.
    Add,
    /// The same, and scores of options and criteria of the same name are replaced where the incoming decision has any.
    /// Rationale, evidence, scales and weights stay.
    Update,
    /// Options, criteria and weights are those of the incoming decision, and what was said of the old ones goes. Title,
    /// question and context stay.
    Replace,
}

/// What a merge will do, in names, before it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct MergePlan {
    pub way: MergeWay,
    pub new_options: Vec<String>,
    pub new_criteria: Vec<String>,
    /// Options and criteria that go; only when all is replaced.
    pub removed_options: Vec<String>,
    pub removed_criteria: Vec<String>,
    /// Scores of options that are there already, on criteria that are there already.
    pub changed: Vec<ScoreChange>,
    /// How many of these scores are the same on both sides.
    pub unchanged: usize,
    /// Scores that cannot stand on the scale they meet. While there are any, nothing can be merged.
    pub misfits: Vec<Misfit>,
    edits: Vec<Edit>,
}

/// A score that will be replaced, as it is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreChange {
    pub option: String,
    pub criterion: String,
    /// Empty where it is missing.
    pub from: String,
    pub to: String,
}

/// A score that does not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    pub option: String,
    pub criterion: String,
    /// Why, and what to do.
    pub reason: String,
}

impl MergeWay {
    pub const ALL: [Self; 3] = [Self::Add, Self::Update, Self::Replace];

    /// The name for a button or list.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Add => MergeLabel::Add.text(),
            Self::Update => MergeLabel::Update.text(),
            Self::Replace => MergeLabel::Replace.text(),
        }
    }
}

impl MergePlan {
    /// What merging `incoming` into `document` will do.
    #[must_use]
    pub fn new(document: &Document, incoming: &Document, way: MergeWay) -> Self {
        pace::finish(Self::in_slices(document, incoming, way, &Pace::default()))
    }

    /// The same in slices.
    pub async fn in_slices(document: &Document, incoming: &Document, way: MergeWay, pace: &Pace) -> Self {
        let mut plan = Self {
            way,
            new_options: Vec::new(),
            new_criteria: Vec::new(),
            removed_options: Vec::new(),
            removed_criteria: Vec::new(),
            changed: Vec::new(),
            unchanged: 0,
            misfits: Vec::new(),
            edits: Vec::new(),
        };
        match way {
            MergeWay::Replace => {
                let names = document.alternatives.len() + incoming.alternatives.len();
                pace.spend(NAME * names).await;
                plan.replace(document, incoming);
            }
            MergeWay::Add | MergeWay::Update => Merge::new(&mut plan, document, incoming, pace).await.run(pace).await,
        }
        plan
    }

    /// The action that does what was planned, as one step. The document must still be the one that was planned for.
    ///
    /// # Errors
    /// Where scores do not fit the scales they meet.
    pub fn action(&self) -> Result<Action, Refusal> {
        if let Some(Misfit { option, criterion, reason }) = self.misfits.first() {
            let (option, criterion, reason) = (option.clone(), criterion.clone(), reason.clone());
            return Err(EditError::unfit(Incoming::Misfit { option, criterion, reason }).into());
        }
        Ok(Action::Merge { summary: self.summary(), edits: self.edits.clone() })
    }

    /// True where nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The change in one line: `2 new options, 1 new criterion, 5 scores changed`.
    #[must_use]
    pub fn summary(&self) -> String {
        let parts = [
            (self.new_options.len(), (|count| Counted::NewOptions { count }) as fn(usize) -> Counted),
            (self.new_criteria.len(), |count| Counted::NewCriteria { count }),
            (self.changed.len(), |count| Counted::ScoresChanged { count }),
            (self.removed_options.len(), |count| Counted::OptionsRemoved { count }),
            (self.removed_criteria.len(), |count| Counted::CriteriaRemoved { count }),
        ];
        let changes = List::commas(parts.into_iter().filter(|part| part.0 > 0).map(|(count, said)| said(count)));
        if changes.items.is_empty() { Incoming::NothingChanges.to_string() } else { changes.to_string() }
    }

    fn replace(&mut self, document: &Document, incoming: &Document) {
        let names = |list: &[Alternative]| list.iter().map(|option| option.name.clone()).collect();
        let leaves = |document: &Document| document.leaves().into_iter().map(|leaf| leaf.name.clone()).collect();
        (self.removed_options, self.removed_criteria) = (names(&document.alternatives), leaves(document));
        (self.new_options, self.new_criteria) = (names(&incoming.alternatives), leaves(incoming));
        // What was said of the old options and criteria goes first, so that nothing has to be carried along.
        self.edits.extend([
            Edit::SetPeople(Vec::new()),
            Edit::SetJudgements(Box::<Judgements>::default()),
            Edit::SetViewpoints { viewpoints: Vec::new(), chosen: None },
            Edit::SetBaseline(None),
            Edit::SetWeighed(BTreeMap::new()),
            Edit::SetDismissals(Vec::new()),
            Edit::SetLocks(BTreeSet::new()),
        ]);
        let graft = |(at, node): (usize, &Node)| {
            let mut weights = Points::new();
            node.visit(&mut |below| weights.extend(incoming.weights.get_key_value(&below.id())));
            let (locks, viewpoints, columns) = (BTreeSet::new(), BTreeMap::new(), BTreeMap::new());
            Graft { node: node.clone(), parent: None, at, weights, locks, viewpoints, columns }
        };
        self.edits.extend([
            Edit::RemoveAlternatives { at: 0, count: document.alternatives.len() },
            Edit::RemoveNodes(document.criteria.iter().map(Node::id).collect()),
            Edit::InsertNodes(incoming.criteria.iter().enumerate().map(graft).collect()),
            Edit::InsertAlternatives { at: 0, alternatives: incoming.alternatives.clone() },
        ]);
        // A foreign table brings none of these, but an own workbook may.
        self.edits.extend([
            Edit::SetWeights(incoming.weights.clone()),
            Edit::SetLocks(incoming.locks.clone()),
            Edit::SetDismissals(incoming.dismissals.clone()),
            Edit::SetWeighed(incoming.weighed.clone()),
            Edit::SetBaseline(incoming.baseline),
            Edit::SetViewpoints { viewpoints: incoming.viewpoints.clone(), chosen: incoming.viewpoint },
            Edit::SetJudgements(Box::new(incoming.judgements.clone())),
            Edit::SetPeople(incoming.people.clone()),
        ]);
    }
}

/// Steps of a name that is looked up and copied, and of a cell that is carried over, about.
const NAME: usize = 20;
const CELL: usize = 4;

/// A merge of what is new, and perhaps of scores, while its edits are collected.
struct Merge<'a> {
    plan: &'a mut MergePlan,
    document: &'a Document,
    incoming: &'a Document,
    /// What is there already, by incoming id.
    options: HashMap<Id, Id>,
    criteria: HashMap<Id, Id>,
    is_update: bool,
    growth: Growth<'a>,
}

/// The value tree as it grows by what comes in.
struct Growth<'a> {
    ids: FreshIds,
    /// By parent and name, as far as they have been asked for.
    groups: HashMap<Option<Id>, HashMap<String, Id>>,
    grafts: Vec<Graft>,
    /// By parent, which of the grafts came there last.
    last: HashMap<Option<Id>, usize>,
    criteria: Vec<(Id, &'a Criterion)>,
}

/// A criterion of what comes in that has a counterpart.
struct Carried<'a> {
    column: &'a Column,
    from: &'a Criterion,
    to: Criterion,
    /// True where both sides have it.
    is_old: bool,
    carrier: Carrier,
}

impl<'a> Merge<'a> {
    async fn new(plan: &'a mut MergePlan, document: &'a Document, incoming: &'a Document, pace: &Pace) -> Self {
        let options = |list: &'a [Alternative]| list.iter().map(|option| (option.id, option.name.as_str()));
        let leaves = |document: &'a Document| document.leaves().into_iter().map(|leaf| (leaf.id, leaf.name.as_str()));
        let mut ids = Vec::new();
        document.criteria.iter().for_each(|node| node.visit(&mut |node| ids.push(node.id())));
        Self {
            options: matches(options(&document.alternatives), options(&incoming.alternatives), pace).await,
            criteria: matches(leaves(document), leaves(incoming), pace).await,
            is_update: plan.way == MergeWay::Update,
            growth: Growth {
                ids: FreshIds::new(ids),
                groups: HashMap::new(),
                grafts: Vec::new(),
                last: HashMap::new(),
                criteria: Vec::new(),
            },
            document,
            incoming,
            plan,
        }
    }

    async fn run(mut self, pace: &Pace) {
        let old = self.criteria.clone();
        let incoming = self.incoming;
        pace.spend(NAME * (incoming.outline().entries().len() + self.document.outline().entries().len())).await;
        self.nodes(&incoming.criteria, None);
        let carried = self.carried(&old);
        let (mut list, mut new) = (Vec::new(), vec![Column::default(); carried.len()]);
        // What options that are there have on criteria that are not.
        let mut beside: HashMap<Id, Column> = HashMap::new();
        pace.spend(NAME * self.document.alternatives.len()).await;
        let mut names = FreshIds::new(self.document.alternatives.iter().map(|option| option.id));
        for (row, option) in incoming.alternatives.iter().enumerate() {
            pace.tell(row, incoming.alternatives.len());
            pace.spend(NAME + CELL * carried.len()).await;
            let known = self.options.get(&option.id).copied().and_then(|id| self.document.alternatives.place(id));
            for (carried, new) in carried.iter().zip(&mut new) {
                let cell = self.cell(carried, row, known.is_some());
                match (known, cell) {
                    (None, cell) => new.push(cell.unwrap_or_default()),
                    (Some(place), Some(cell)) if carried.is_old => self.rescore(carried, place, cell),
                    (Some(place), Some(cell)) => {
                        let column = || Column::of_rows(self.document.alternatives.len());
                        beside.entry(carried.to.id).or_insert_with(column).set(place, cell.to_cell());
                    }
                    (Some(_), None) => {}
                }
            }
            if known.is_none() {
                self.plan.new_options.push(option.name.clone());
                list.push(Alternative { id: names.fresh(&option.name), ..option.clone() });
            }
        }
        let mut grafts = std::mem::take(&mut self.growth.grafts);
        for graft in &mut grafts {
            graft.columns.extend(beside.remove_entry(&graft.node.id()));
        }
        if !grafts.is_empty() {
            self.plan.edits.insert(0, Edit::InsertNodes(grafts));
        }
        if !list.is_empty() {
            let columns = carried.iter().map(|carried| carried.to.id).zip(new);
            let alternatives = Alternatives::new(list, columns);
            self.plan.edits.push(Edit::InsertAlternatives { at: self.document.alternatives.len(), alternatives });
        }
    }

    /// The incoming criteria on which there is anything. `old` are those that are there on both sides.
    fn carried(&self, old: &HashMap<Id, Id>) -> Vec<Carried<'a>> {
        let there = self.document.leaves().into_iter().map(|leaf| (leaf.id, leaf.clone()));
        let new = self.growth.criteria.iter().map(|&(id, criterion)| (id, Criterion { id, ..criterion.clone() }));
        let all: HashMap<Id, Criterion> = there.chain(new).collect();
        let from: HashMap<Id, &Criterion> = self.incoming.leaves().into_iter().map(|leaf| (leaf.id, leaf)).collect();
        let columns = self.incoming.alternatives.columns().filter_map(|(id, column)| {
            let (from, to) = (*from.get(&id)?, all.get(self.criteria.get(&id)?)?.clone());
            Some(Carried { column, from, is_old: old.contains_key(&id), carrier: Carrier::new(from, &to), to })
        });
        columns.collect()
    }

    /// What a cell becomes on the criterion that it meets; none where it does not come over.
    fn cell(&mut self, carried: &Carried<'a>, row: usize, is_known: bool) -> Option<CellRef<'a>> {
        // A score of what was there on both sides only changes where that is asked for.
        if is_known && carried.is_old && !self.is_update {
            return None;
        }
        let cell = carried.column.cell(row)?;
        match carried.carrier.carry(cell.score?, carried.from, &carried.to) {
            Ok(score) => Some(CellRef { score: Some(score), ..cell }),
            Err(reason) => {
                let option = self.incoming.alternatives[row].name.clone();
                self.plan.misfits.push(Misfit { option, criterion: carried.to.name.clone(), reason });
                None
            }
        }
    }

    /// Replaces a score of what was there on both sides, and keeps what it rests on.
    fn rescore(&mut self, carried: &Carried, place: usize, new: CellRef) {
        let (option, criterion) = (&self.document.alternatives[place], &carried.to);
        let old = self.document.alternatives.cell(place, criterion.id).unwrap_or_default().to_cell();
        if old.score == new.score {
            self.plan.unchanged += 1;
            return;
        }
        self.plan.changed.push(ScoreChange {
            option: option.name.clone(),
            criterion: criterion.name.clone(),
            from: cell_text(old.score, &criterion.scale),
            to: cell_text(new.score, &criterion.scale),
        });
        let cell = Cell { score: new.score, ..old };
        self.plan.edits.push(Edit::SetCell { alternative: option.id, criterion: criterion.id, cell });
    }

    /// Brings in criteria that are not there, below groups of the same names.
    fn nodes(&mut self, nodes: &'a [Node], parent: Option<Id>) {
        for node in nodes {
            match node {
                Node::Criterion(criterion) if self.criteria.contains_key(&criterion.id) => {}
                Node::Criterion(criterion) => {
                    let id = self.growth.ids.fresh(&criterion.name);
                    self.criteria.insert(criterion.id, id);
                    self.plan.new_criteria.push(criterion.name.clone());
                    self.growth.criteria.push((id, criterion));
                    self.growth.insert(self.document, Node::Criterion(Criterion { id, ..criterion.clone() }), parent);
                }
                Node::Group(group) => {
                    let mut is_new = false;
                    node.visit(&mut |node| {
                        is_new |= node.as_criterion().is_some_and(|leaf| !self.criteria.contains_key(&leaf.id));
                    });
                    if !is_new {
                        continue;
                    }
                    let id = self.growth.group(self.document, group, parent);
                    self.nodes(&group.children, Some(id));
                }
            }
        }
    }
}

impl Growth<'_> {
    /// The group of this name below `parent`, which comes in where there is none.
    fn group(&mut self, document: &Document, group: &Group, parent: Option<Id>) -> Id {
        let groups = self.groups.entry(parent).or_insert_with(|| {
            let there = document.children_of(parent).iter().filter_map(Node::as_group).rev();
            there.map(|group| (normal(&group.name), group.id)).collect()
        });
        let name = normal(&group.name);
        if let Some(&id) = groups.get(&name) {
            return id;
        }
        let id = self.ids.fresh(&group.name);
        groups.insert(name, id);
        self.insert(document, Node::Group(Group { id, children: Vec::new(), ..group.clone() }), parent);
        id
    }

    /// Puts a node in at the end. What cannot be inserted, such as a tree that becomes too deep, is refused when the plan is
    /// carried out.
    fn insert(&mut self, document: &Document, node: Node, parent: Option<Id>) {
        let graft = if let Some(&last) = self.last.get(&parent) {
            self.grafts[last].followed_by(node)
        } else {
            let at = document.children_of(parent).len();
            Graft::new(document, node, parent, at)
        };
        self.last.insert(parent, self.grafts.len());
        self.grafts.push(graft);
    }
}

fn normal(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Which of `old` each of `new` is, by name: to the letter, else trimmed and whatever the case, where only one is called so
/// on either side.
async fn matches<'a>(
    old: impl Iterator<Item = (Id, &'a str)>,
    new: impl Iterator<Item = (Id, &'a str)> + Clone,
    pace: &Pace,
) -> HashMap<Id, Id> {
    let (mut exact, mut loose, mut own) = (HashMap::new(), HashMap::new(), HashMap::new());
    let only = |names: &mut HashMap<String, Option<Id>>, name: &str, id: Id| {
        names.entry(normal(name)).and_modify(|id| *id = None).or_insert(Some(id));
    };
    for (id, name) in old {
        pace.spend(NAME).await;
        exact.insert(name, id);
        only(&mut loose, name, id);
    }
    for (id, name) in new.clone() {
        pace.spend(NAME).await;
        only(&mut own, name, id);
    }
    let mut found = HashMap::new();
    for (id, name) in new {
        pace.spend(NAME).await;
        let loosely = |key: &str| own.get(key).copied().flatten().and_then(|_| loose.get(key).copied().flatten());
        found.extend(exact.get(name).copied().or_else(|| loosely(&normal(name))).map(|known| (id, known)));
    }
    found
}

/// A unit as it is compared: in lower case, currencies by their codes.
fn unit(name: &str) -> String {
    let name = name.trim().to_lowercase();
    let code = match name.as_str() {
        "€" | "euro" | "євро" => "eur",
        "$" | "us$" => "usd",
        "£" => "gbp",
        "₴" | "грн" | "грн." => "uah",
        "zł" => "pln",
        "kč" => "czk",
        "¥" => "jpy",
        other => other,
    };
    code.to_owned()
}

/// The level of a name: to the letter, else trimmed and whatever the case, where only one is called so.
fn level<'a>(levels: &'a [Level], name: &str) -> Option<&'a Level> {
    let wanted = normal(name);
    levels.iter().find(|level| level.name == name).or_else(|| {
        let mut alike = levels.iter().filter(|level| normal(&level.name) == wanted);
        alike.next().filter(|_| alike.next().is_none())
    })
}

/// Carries scores from one criterion to another.
struct Carrier {
    /// Two different units, as they are written.
    units: Option<[String; 2]>,
    /// The levels of the scale that scores come to.
    levels: Vec<Level>,
}

impl Carrier {
    fn new(from: &Criterion, to: &Criterion) -> Self {
        let written = [from, to].map(|leaf| leaf.scale.unit());
        let units = written.map(unit);
        let differ = units[0] != units[1] && units.iter().all(|unit| !unit.is_empty());
        Self { units: differ.then(|| written.map(str::to_owned)), levels: to.scale.levels() }
    }

    /// A score on the scale that it meets; an error says why it cannot stand there.
    fn carry(&self, score: Score, from: &Criterion, to: &Criterion) -> Result<Score, String> {
        let name = || match score {
            Score::Level(id) => from.scale.level(id).map(|level| level.name).unwrap_or_default(),
            number => notation::score(number),
        };
        if to.scale.has_levels() {
            let name = name();
            return level(&self.levels, &name).map(|level| Score::Level(level.id)).ok_or_else(|| {
                let levels = List::commas(self.levels.iter().map(|level| level.name.as_str()));
                Incoming::NoLevel { text: name, levels }.to_string()
            });
        }
        let score = match (score, &self.units) {
            (Score::Level(_), _) => match notation::parse_score(&name(), false) {
                Ok(Some(score)) => score,
                _ => return Err(Incoming::WordOnNumbers { text: name() }.to_string()),
            },
            (_, Some([unit, here])) => {
                let (unit, here) = (unit.clone(), here.clone());
                return Err(Incoming::OtherUnit { unit, here }.to_string());
            }
            (number, None) => number,
        };
        match score.fault(&to.scale) {
            Some(fault) => Err(fault.with_remedy().to_string()),
            None => Ok(score),
        }
    }
}
