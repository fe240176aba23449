//! What comes in from elsewhere is merged into the open document: first a plan that can be shown, then one edit.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Action, Incoming, MergeLabel, Refusal, Session, cell_text};
use crate::files::notation;
use crate::model::{
    Alternative, Cell, Criterion, Document, Edit, EditError, FreshIds, Graft, Group, Id, Judgements, Level, Node, Row,
    Score,
};
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
            MergeWay::Replace => plan.replace(document, incoming),
            MergeWay::Add | MergeWay::Update => Merge::new(&mut plan, document, incoming).run(),
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
        self.edits.extend(document.alternatives.iter().rev().map(|option| Edit::RemoveAlternative(option.id)));
        self.edits.extend(document.criteria.iter().rev().map(|node| Edit::RemoveNode(node.id())));
        let graft = |(at, node): (usize, &Node)| Graft {
            node: node.clone(),
            parent: None,
            at,
            weights: incoming.weights.clone(),
            locks: BTreeSet::new(),
            viewpoints: BTreeMap::new(),
            columns: BTreeMap::new(),
        };
        self.edits
            .extend(incoming.criteria.iter().enumerate().map(graft).map(|graft| Edit::InsertNode(Box::new(graft))));
        let insert = |(at, option): (usize, Row)| Edit::InsertAlternative { at, alternative: Box::new(option) };
        self.edits.extend(incoming.alternatives.rows().enumerate().map(insert));
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

impl Session {
    /// What merging `incoming` into the document will do; nothing changes yet.
    #[must_use]
    pub fn plan_merge(&self, incoming: &Document, way: MergeWay) -> MergePlan {
        MergePlan::new(&self.document, incoming, way)
    }
}

/// A merge of what is new, and perhaps of scores, while its edits are collected.
struct Merge<'a> {
    plan: &'a mut MergePlan,
    incoming: &'a Document,
    /// The document as it is after the edits so far.
    work: Document,
    /// What is there already, by incoming id.
    options: HashMap<Id, Id>,
    criteria: HashMap<Id, Id>,
    is_update: bool,
}

impl<'a> Merge<'a> {
    fn new(plan: &'a mut MergePlan, document: &Document, incoming: &'a Document) -> Self {
        let names =
            |list: &[Alternative]| list.iter().map(|option| (option.id, option.name.clone())).collect::<Vec<_>>();
        let leaves = |document: &Document| {
            document.leaves().into_iter().map(|leaf| (leaf.id, leaf.name.clone())).collect::<Vec<_>>()
        };
        Self {
            options: matches(&names(&document.alternatives), &names(&incoming.alternatives)),
            criteria: matches(&leaves(document), &leaves(incoming)),
            is_update: plan.way == MergeWay::Update,
            work: document.clone(),
            incoming,
            plan,
        }
    }

    fn run(mut self) {
        let there: BTreeSet<Id> = self.criteria.keys().copied().collect();
        let old_criteria: BTreeSet<Id> = self.criteria.values().copied().collect();
        let incoming = self.incoming;
        self.nodes(&incoming.criteria, None);
        let leaves: HashMap<Id, Criterion> =
            incoming.leaves().into_iter().map(|leaf| (leaf.id, leaf.clone())).collect();
        let scales: HashMap<Id, Criterion> =
            self.work.leaves().into_iter().map(|leaf| (leaf.id, leaf.clone())).collect();
        let places: HashMap<Id, usize> =
            self.work.alternatives.iter().enumerate().map(|(place, option)| (option.id, place)).collect();
        let mut names = FreshIds::new(places.keys().copied());
        let mut new = Vec::new();
        for option in incoming.alternatives.rows() {
            let known = self.options.get(&option.id).copied();
            let mut scores = BTreeMap::new();
            for (criterion, cell) in &option.scores {
                let (Some(from), Some(to)) =
                    (leaves.get(criterion), self.criteria.get(criterion).and_then(|id| scales.get(id)))
                else {
                    continue;
                };
                // A score of what was there on both sides only changes where that is asked for.
                if known.is_some() && there.contains(criterion) && !self.is_update {
                    continue;
                }
                let Some(score) = cell.score else { continue };
                match carried(score, from, to) {
                    Ok(score) => drop(scores.insert(to.id, Cell { score: Some(score), ..cell.clone() })),
                    Err(reason) => self.plan.misfits.push(Misfit {
                        option: option.name.clone(),
                        criterion: to.name.clone(),
                        reason,
                    }),
                }
            }
            if let Some(&place) = known.and_then(|id| places.get(&id)) {
                self.rescore(place, scores, &scales, &old_criteria);
                continue;
            }
            let id = names.fresh(&option.name);
            self.plan.new_options.push(option.name.clone());
            new.push(Row { id, scores, ..option });
        }
        let first = self.work.alternatives.len();
        for (at, alternative) in (first..).zip(new) {
            self.plan.edits.push(Edit::InsertAlternative { at, alternative: Box::new(alternative) });
        }
    }

    /// Replaces scores of an option that is there, and keeps what they rest on. Of criteria that are new, cells come whole.
    fn rescore(
        &mut self,
        place: usize,
        scores: BTreeMap<Id, Cell>,
        scales: &HashMap<Id, Criterion>,
        old_criteria: &BTreeSet<Id>,
    ) {
        let option = &self.work.alternatives[place];
        for (criterion, cell) in scores {
            let mut new = cell;
            if old_criteria.contains(&criterion) {
                let old = self.work.alternatives.cell(place, criterion).unwrap_or_default().to_cell();
                if old.score == new.score {
                    self.plan.unchanged += 1;
                    continue;
                }
                let leaf = &scales[&criterion];
                self.plan.changed.push(ScoreChange {
                    option: option.name.clone(),
                    criterion: leaf.name.clone(),
                    from: cell_text(old.score, &leaf.scale),
                    to: cell_text(new.score, &leaf.scale),
                });
                new = Cell { score: new.score, ..old };
            }
            self.plan.edits.push(Edit::SetCell { alternative: option.id, criterion, cell: new });
        }
    }

    /// Brings in criteria that are not there, below groups of the same names.
    fn nodes(&mut self, nodes: &'a [Node], parent: Option<Id>) {
        for node in nodes {
            match node {
                Node::Criterion(criterion) if self.criteria.contains_key(&criterion.id) => {}
                Node::Criterion(criterion) => {
                    let id = self.work.fresh_node_id(&criterion.name);
                    self.criteria.insert(criterion.id, id);
                    self.plan.new_criteria.push(criterion.name.clone());
                    self.insert(Node::Criterion(Criterion { id, ..criterion.clone() }), parent);
                }
                Node::Group(group) => {
                    let mut is_new = false;
                    node.visit(&mut |node| {
                        is_new |= node.as_criterion().is_some_and(|leaf| !self.criteria.contains_key(&leaf.id));
                    });
                    if !is_new {
                        continue;
                    }
                    let wanted = normal(&group.name);
                    let siblings = self.work.children_of(parent).iter().filter_map(Node::as_group);
                    let known =
                        siblings.into_iter().find(|sibling| normal(&sibling.name) == wanted).map(|group| group.id);
                    let id = known.unwrap_or_else(|| {
                        let id = self.work.fresh_node_id(&group.name);
                        self.insert(Node::Group(Group { id, children: Vec::new(), ..group.clone() }), parent);
                        id
                    });
                    self.nodes(&group.children, Some(id));
                }
            }
        }
    }

    fn insert(&mut self, node: Node, parent: Option<Id>) {
        let at = self.work.children_of(parent).len();
        let edit = Edit::InsertNode(Box::new(Graft::new(&self.work, node, parent, at)));
        self.plan.edits.push(edit.clone());
        // What cannot be inserted, such as a tree that becomes too deep, is refused when the plan is carried out.
        let _ = self.work.apply(edit);
    }
}

fn normal(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Which of `old` each of `new` is, by name: to the letter, else trimmed and whatever the case, where only one is called so
/// on either side.
fn matches(old: &[(Id, String)], new: &[(Id, String)]) -> HashMap<Id, Id> {
    let exact: HashMap<&str, Id> = old.iter().map(|(id, name)| (name.as_str(), *id)).collect();
    let loosely = |list: &[(Id, String)]| {
        let mut found: HashMap<String, Option<Id>> = HashMap::new();
        for (id, name) in list {
            found.entry(normal(name)).and_modify(|id| *id = None).or_insert(Some(*id));
        }
        found
    };
    let (loose, own) = (loosely(old), loosely(new));
    let find = |name: &str| {
        let key = normal(name);
        exact
            .get(name)
            .copied()
            .or_else(|| own.get(&key).copied().flatten().and_then(|_| loose.get(&key).copied().flatten()))
    };
    new.iter().filter_map(|(id, name)| Some((*id, find(name)?))).collect()
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

/// A score on the scale that it meets; an error says why it cannot stand there.
fn carried(score: Score, from: &Criterion, to: &Criterion) -> Result<Score, String> {
    let units = [&from.scale, &to.scale].map(|scale| unit(scale.unit()));
    let name = match score {
        Score::Level(id) => from.scale.level(id).map(|level| level.name).unwrap_or_default(),
        number => notation::score(number),
    };
    if to.scale.has_levels() {
        let levels = to.scale.levels();
        return level(&levels, &name).map(|level| Score::Level(level.id)).ok_or_else(|| {
            let levels = List::commas(levels.iter().map(|level| level.name.as_str()));
            Incoming::NoLevel { text: name.clone(), levels }.to_string()
        });
    }
    let score = match score {
        Score::Level(_) => match notation::parse_score(&name, false) {
            Ok(Some(score)) => score,
            _ => return Err(Incoming::WordOnNumbers { text: name }.to_string()),
        },
        _ if units[0] != units[1] && units.iter().all(|unit| !unit.is_empty()) => {
            let [unit, here] = [from, to].map(|leaf| leaf.scale.unit().to_owned());
            return Err(Incoming::OtherUnit { unit, here }.to_string());
        }
        number => number,
    };
    match score.fault(&to.scale) {
        Some(fault) => Err(fault.with_remedy().to_string()),
        None => Ok(score),
    }
}
