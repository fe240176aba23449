//! What a file says becomes a decision.

use std::collections::{BTreeMap, HashMap};

use foldhash::{HashSet, HashSetExt as _};

use super::named::{Item, Named};
use super::raw::{Branch, Raw, Table, Values};
use super::scales::{Scale, exact};
use super::value::Value;
use super::weights;
use super::words::{XmcdaFlaw, XmcdaRemark, within};
use crate::files::Fault;
use crate::files::import::csv::fresh;
use crate::files::import::csv::records::MAX_COLUMNS;
use crate::files::xmcda::{BASELINE, DECISION, GAUSSIAN, GROUP, INDIFFERENCE, PREFERENCE, VETO};
use crate::model::{About, Cell, Criterion, Document, Group, Id, Node, Outranking, Row};
use crate::text::{List, Message};

/// More labels than anyone tells apart, few enough to look through.
const MAX_LABELS: usize = 1000;

/// What grows from a file.
pub struct Build<'a> {
    pub raw: &'a Raw,
    /// By place, the ids that alternatives and criteria have here.
    alternatives: Vec<Id>,
    pub criteria: Vec<Id>,
    /// By place, whether a criterion stands for a group, and for none that options are scored on.
    pub is_group: Vec<bool>,
    pub document: Document,
    /// What the file holds and the decision does not.
    pub remarks: Vec<Message>,
}

/// Makes a decision of what a file says.
pub fn document(raw: &Raw) -> Result<Document, Fault> {
    if raw.criteria.items.len() > MAX_COLUMNS {
        return Err(invalid(XmcdaFlaw::TooManyCriteria { most: MAX_COLUMNS }));
    }
    let mut build = Build {
        raw,
        alternatives: ids(&raw.alternatives, "option"),
        criteria: ids(&raw.criteria, "criterion"),
        is_group: raw.criteria.items.iter().map(|item| item.concept == GROUP).collect(),
        document: Document::default(),
        remarks: Vec::new(),
    };
    mark_groups(&raw.hierarchy, &mut build.is_group);
    let table = build.chosen_table();
    let mut leaves = build.leaves(table)?;
    build.options(table, &leaves)?;
    build.tree(&mut leaves)?;
    weights::read(&mut build)?;
    build.about(table);
    Ok(build.document)
}

/// A fault of what the file says as a whole.
pub fn invalid(flaw: XmcdaFlaw) -> Fault {
    Fault::Invalid { at: None, what: flaw.into(), more: 0 }
}

/// Those of the file where they can stand here; those that are too long make room for others.
fn ids(named: &Named, kind: &str) -> Vec<Id> {
    let exact: Vec<Option<Id>> = named.items.iter().map(|item| exact(&item.id)).collect();
    let mut taken: HashSet<Id> = exact.iter().flatten().copied().collect();
    let id = |(at, (exact, item)): (usize, (Option<Id>, &Item))| {
        exact.unwrap_or_else(|| fresh(&item.id, kind, at + 1, &mut taken))
    };
    exact.into_iter().zip(&named.items).enumerate().map(id).collect()
}

fn mark_groups(branches: &[Branch], is_group: &mut [bool]) {
    for branch in branches {
        is_group[branch.criterion] |= !branch.below.is_empty();
        mark_groups(&branch.below, is_group);
    }
}

/// The name of an item, or its id where it has none; told from others by its id.
fn name(item: &Item, taken: &mut HashSet<String>) -> String {
    let mut name = if item.name.trim().is_empty() { item.id.clone() } else { item.name.clone() };
    while !taken.insert(name.clone()) {
        name = format!("{name} ({})", item.id);
    }
    name
}

/// A criterion with the scale of the file that its scores are read by.
struct Leaf {
    at: usize,
    criterion: Criterion,
    scale: Scale,
}

impl<'a> Build<'a> {
    /// The first table with performances.
    fn chosen_table(&mut self) -> Option<&'a Table> {
        let tables = &self.raw.tables;
        let chosen = tables.iter().find(|table| !table.performances.is_empty()).or(tables.first());
        if tables.len() > 1 {
            let called = |table: &Table| {
                [&table.name, &table.id, &table.concept].into_iter().find(|name| !name.is_empty()).cloned()
            };
            let count = tables.len();
            self.remarks.push(match chosen.and_then(called) {
                Some(name) => XmcdaRemark::FirstTableCalled { count, name }.into(),
                None => XmcdaRemark::FirstTable { count }.into(),
            });
        }
        chosen
    }

    /// The criteria that options are scored on, in the order of the file.
    fn leaves(&mut self, table: Option<&Table>) -> Result<Vec<Leaf>, Fault> {
        let labels = unscaled(self.raw, table);
        let mut names = HashSet::new();
        let mut leaves = Vec::new();
        for (at, item) in self.raw.criteria.items.iter().enumerate().filter(|(at, _)| !self.is_group[*at]) {
            if item.is_inactive {
                self.remarks.push(XmcdaRemark::InactiveCriterion { id: item.id.clone() }.into());
                continue;
            }
            let mut criterion = Criterion::new(self.criteria[at], name(item, &mut names));
            let mut remark = |what: XmcdaRemark| {
                let (criterion, what) = (criterion.name.clone(), what.into());
                self.remarks.push(XmcdaRemark::About { criterion, what }.into());
            };
            let scale = self.raw.scales.get(&at).cloned().unwrap_or_else(|| match labels.get(&at) {
                Some(labels) if labels.is_empty() => Scale::of_answers(),
                Some(labels) => Scale::of_labels(labels.iter().copied()),
                None => Scale::default(),
            });
            if scale.labels() > MAX_LABELS {
                let (criterion, flaw) = (criterion.name, XmcdaFlaw::ManyLabels { labels: scale.labels() });
                return Err(invalid(within(flaw, |what, remedy| XmcdaFlaw::Of { criterion, what, remedy })));
            }
            criterion.scale = scale.build(self.raw.functions.get(&at), &mut remark);
            criterion.description.clone_from(&item.description.comment);
            criterion.sources.clone_from(&item.description.sources);
            criterion.outranking = outranking(self.raw, at, &mut remark);
            leaves.push(Leaf { at, criterion, scale });
        }
        Ok(leaves)
    }

    fn options(&mut self, table: Option<&'a Table>, leaves: &[Leaf]) -> Result<(), Fault> {
        let mut names = HashSet::new();
        let mut places = HashMap::new();
        for (at, item) in self.raw.alternatives.items.iter().enumerate() {
            if item.is_inactive {
                self.remarks.push(XmcdaRemark::InactiveAlternative { id: item.id.clone() }.into());
                continue;
            }
            let id = self.alternatives[at];
            if item.concept == BASELINE {
                self.document.baseline = Some(id);
            }
            places.insert(at, self.document.alternatives.len());
            let description = item.description.comment.clone();
            let scores = BTreeMap::new();
            self.document.alternatives.push(Row { id, name: name(item, &mut names), description, scores });
        }
        let columns: HashMap<usize, &Leaf> = leaves.iter().map(|leaf| (leaf.at, leaf)).collect();
        let mut performances = HashSet::new();
        for (alternative, criterion, value, notes) in table.into_iter().flat_map(|table| &table.performances) {
            let (Some(&row), Some(leaf)) = (places.get(alternative), columns.get(criterion)) else { continue };
            let option = &self.document.alternatives[row].name;
            let refused = |flaw: Message| {
                let (option, criterion) = (option.clone(), leaf.criterion.name.clone());
                invalid(within(flaw, |what, remedy| XmcdaFlaw::On { option, criterion, what, remedy }))
            };
            let score = leaf.scale.score(value, &leaf.criterion.scale);
            let mut cell = Cell { score: score.map_err(refused)?, ..Cell::default() };
            if let Some(notes) = notes {
                cell.rationale.clone_from(&notes.comment);
                cell.evidence.clone_from(&notes.sources);
            }
            if !performances.insert((row, leaf.criterion.id)) {
                return Err(refused(XmcdaFlaw::TwoPerformances.into()));
            }
            self.document.alternatives.set(row, leaf.criterion.id, cell);
        }
        Ok(())
    }

    /// The hierarchy, and behind it what it does not hold.
    fn tree(&mut self, leaves: &mut Vec<Leaf>) -> Result<(), Fault> {
        let mut waiting: HashMap<usize, Criterion> = leaves.drain(..).map(|leaf| (leaf.at, leaf.criterion)).collect();
        let mut placed = HashSet::new();
        let mut nodes = self.branch(&self.raw.hierarchy, &mut waiting, &mut placed)?;
        for at in (0..self.raw.criteria.items.len()).filter(|at| !placed.contains(at)) {
            nodes.extend(self.node(at, Vec::new(), &mut waiting));
        }
        self.document.criteria = nodes;
        Ok(())
    }

    fn branch(
        &self,
        branches: &[Branch],
        waiting: &mut HashMap<usize, Criterion>,
        placed: &mut HashSet<usize>,
    ) -> Result<Vec<Node>, Fault> {
        let mut nodes = Vec::new();
        for branch in branches {
            if !placed.insert(branch.criterion) {
                let id = &self.raw.criteria.items[branch.criterion].id;
                return Err(invalid(XmcdaFlaw::TwiceInHierarchy { id: id.clone() }));
            }
            let below = self.branch(&branch.below, waiting, placed)?;
            nodes.extend(self.node(branch.criterion, below, waiting));
        }
        Ok(nodes)
    }

    /// A group, or a criterion; None for one that was left out.
    fn node(&self, at: usize, children: Vec<Node>, waiting: &mut HashMap<usize, Criterion>) -> Option<Node> {
        if !self.is_group[at] {
            return waiting.remove(&at).map(Node::Criterion);
        }
        let item = &self.raw.criteria.items[at];
        Some(Node::Group(Group {
            id: self.criteria[at],
            name: name(item, &mut HashSet::new()),
            description: item.description.comment.clone(),
            children,
        }))
    }

    /// Title, question and context. What was not read is said in the context, where whoever goes on with it sees it.
    fn about(&mut self, table: Option<&Table>) {
        let raw = self.raw;
        if !raw.unread.is_empty() {
            let sections = List::commas(raw.unread.iter().cloned());
            self.remarks.push(XmcdaRemark::SectionsNotRead { sections }.into());
        }
        let mut about = About { title: raw.title.clone(), context: raw.context.clone(), ..About::default() };
        if let Some(table) = table {
            about.question.clone_from(&table.description.comment);
            about.authors.clone_from(&table.description.authors);
            about.sources.clone_from(&table.description.sources);
            if table.concept == DECISION {
                about.title.clone_from(&table.name);
            }
        }
        if !self.remarks.is_empty() {
            let between = if about.context.is_empty() { "" } else { "\n\n" };
            let remarks: Vec<String> = self.remarks.iter().map(Message::to_string).collect();
            about.context += &[between, &remarks.join("\n")].concat();
        }
        self.document.about = about;
    }
}

/// By criterion without a scale, the labels that it is scored with; none where its scores are yes and no.
fn unscaled<'a>(raw: &Raw, table: Option<&'a Table>) -> HashMap<usize, Vec<&'a str>> {
    let mut labels: HashMap<usize, Vec<&str>> = HashMap::new();
    for (_, criterion, value, _) in table.into_iter().flat_map(|table| &table.performances) {
        match value {
            _ if raw.scales.contains_key(criterion) => {}
            Value::Label(label) => labels.entry(*criterion).or_default().push(label),
            Value::Boolean(_) => drop(labels.entry(*criterion).or_default()),
            _ => {}
        }
    }
    labels
}

fn outranking(raw: &Raw, criterion: usize, remark: &mut dyn FnMut(XmcdaRemark)) -> Outranking {
    let mut outranking = Outranking::default();
    for (word, threshold) in raw.thresholds.get(&criterion).into_iter().flatten() {
        let place = match word.to_lowercase().as_str() {
            INDIFFERENCE | "ind" | "q" => &mut outranking.q,
            PREFERENCE | "pref" | "p" => &mut outranking.p,
            VETO | "v" => &mut outranking.veto,
            GAUSSIAN | "s" | "sigma" => &mut outranking.s,
            _ => {
                remark(XmcdaRemark::UnknownThreshold { name: word.clone() });
                continue;
            }
        };
        match threshold {
            Some(threshold) => *place = Some(*threshold),
            None => remark(XmcdaRemark::ThresholdNotConstant { name: word.clone() }),
        }
    }
    outranking
}

/// What kind of weights some values are, as far as their names tell.
pub fn says(values: &Values, words: &[&str]) -> bool {
    let said = [&values.concept, &values.name, &values.id].map(|text| text.to_lowercase());
    words.iter().any(|word| said.iter().any(|said| said.contains(word)))
}
