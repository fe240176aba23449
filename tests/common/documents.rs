//! Arbitrary valid documents, for property tests: `#[path = "common/documents.rs"] mod documents;`.
//!
//! [`document`] covers the whole model: groups in groups, all scales, all kinds of scores, weights, locks, viewpoints, and
//! names as hostile as names can be.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use counterpoise::model::{
    About, Answer, Cell, Criterion, Direction, Dismissal, Document, Ends, Group, Id, Information, Judgement,
    Judgements, Level, Limit, Measure, MustHave, Node, Outranking, Pairwise, Person, Place, Points, Preference,
    Priorities, RankFormula, Row, Scale, Score, Source, ValueFunction, Viewpoint,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Any valid document with complete weights: up to four groups deep, up to about a dozen criteria and eight options,
/// sometimes none of them.
pub fn document() -> impl Strategy<Value = Document> {
    (about(), vec(node(), 0..5), vec(alternative(), 0..8), vec((name(), seed()), 0..3), seed()).prop_map(
        |(about, nodes, alternatives, viewpoints, seed)| assemble(about, nodes, alternatives, viewpoints, &seed),
    )
}

/// Text that is not blank and that a careless format trips over.
pub fn name() -> impl Strategy<Value = String> {
    const HOSTILE: [&str; 24] = [
        "#weight",
        "\\#x",
        "\\\\#",
        "=1+2",
        "@cmd",
        "+1",
        "-1",
        "?",
        "\\?",
        "a/b",
        "a\\",
        "\\/",
        "yes=no=",
        "two\nlines",
        "cr\rlf\r\n",
        "\"quoted\"",
        "r#\"raw\"#",
        "pipe | pipe",
        "; , \t",
        " spaces ",
        "Ціна, ₴",
        "שלום",
        "👩‍🚀 e\u{301}",
        "Levels",
    ];
    prop_oneof![
        3 => "[A-Za-z][a-z ]{0,10}[a-z]",
        2 => select(HOSTILE.to_vec()).prop_map(String::from),
        1 => "\\PC{1,12}",
        1 => "[\"'`#=;,|/\\\\\n\r\t\u{202e}\u{feff}<*_a-c]{1,8}",
    ]
    .prop_filter("a name is not blank", |name| !name.trim().is_empty())
}

/// Any finite number, with those that people write more often.
pub fn finite() -> impl Strategy<Value = f64> {
    use prop::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    prop_oneof![
        3 => (-1000_i32..1000).prop_map(|tenths| f64::from(tenths) / 10.0),
        1 => POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO,
    ]
}

/// Small numbers from which the parts of a document that depend on others are made.
type Seed = Vec<Index>;

fn seed() -> impl Strategy<Value = Seed> {
    vec(any::<Index>(), 32)
}

/// A node without an id, which depends on the others.
#[derive(Clone, Debug)]
enum Shape {
    Group(String, String, Vec<Shape>),
    Criterion(Box<Criterion>),
}

fn node() -> impl Strategy<Value = Shape> {
    let leaf = criterion().prop_map(|criterion| Shape::Criterion(Box::new(criterion)));
    leaf.prop_recursive(4, 12, 4, |inner| {
        (name(), text(), vec(inner, 0..4))
            .prop_map(|(name, description, children)| Shape::Group(name, description, children))
    })
}

fn criterion() -> impl Strategy<Value = Criterion> {
    (name(), text(), scale(), vec(source(), 0..2), outranking(), prop::option::of((any::<bool>(), finite()))).prop_map(
        |(name, description, scale, sources, outranking, limit)| Criterion {
            id: Id::slug(&name),
            name,
            description,
            must_have: limit.and_then(|limit| must_have(&scale, limit)),
            scale,
            sources,
            outranking,
        },
    )
}

fn must_have(scale: &Scale, (at_least, limit): (bool, f64)) -> Option<MustHave> {
    if scale.has_levels() {
        return scale.levels().last().map(|level| MustHave::Level(level.id));
    }
    Some(if at_least { MustHave::AtLeast(limit) } else { MustHave::AtMost(limit) })
}

fn scale() -> impl Strategy<Value = Scale> {
    prop_oneof![
        ends().prop_map(|Ends { worst, best }| Scale::Rating { worst, best }),
        measure().prop_map(Scale::Measure),
        vec((name(), 0_u8..=100), 1..5).prop_map(levels),
        Just(Scale::YesNo { best: Answer::Yes }),
        Just(Scale::YesNo { best: Answer::No }),
    ]
}

fn ends() -> impl Strategy<Value = Ends> {
    (finite(), finite())
        .prop_filter("ends differ", |(a, b)| (a - b).abs() > 0.0)
        .prop_map(|(worst, best)| Ends { worst, best })
}

fn measure() -> impl Strategy<Value = Measure> {
    let unit = prop_oneof![Just(String::new()), name()];
    let value = prop_oneof![
        2 => Just(ValueFunction::Linear),
        1 => vec((finite(), 0_u8..=100), 2..5).prop_map(piecewise),
        1 => finite().prop_filter("curved", |rho| *rho != 0.0).prop_map(|rho| ValueFunction::Exponential { rho }),
    ];
    (unit, prop::option::of(ends()), finite(), 0..3_usize, value).prop_map(|(unit, mut range, target, kind, value)| {
        let direction = [Direction::Max, Direction::Min, Direction::Target(target)][kind];
        if let Some(ends) = &mut range {
            let (low, high) = (ends.worst.min(ends.best), ends.worst.max(ends.best));
            match direction {
                Direction::Max => *ends = Ends { worst: low, best: high },
                Direction::Min => *ends = Ends { worst: high, best: low },
                Direction::Target(_) => {}
            }
        }
        Measure { unit, direction, range, value }
    })
}

fn piecewise(points: Vec<(f64, u8)>) -> ValueFunction {
    let mut points: Vec<(f64, f64)> = points.into_iter().map(|(x, value)| (x + 0.0, f64::from(value))).collect();
    // Adding 0 makes -0 the 0 that it equals.
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Zero and minus zero are one quantity.
    points.dedup_by(|a, b| (a.0 - b.0).abs() <= 0.0);
    if points.len() < 2 { ValueFunction::Linear } else { ValueFunction::Piecewise(points) }
}

fn levels(raw: Vec<(String, u8)>) -> Scale {
    let (mut ids, mut names) = (HashSet::new(), HashSet::new());
    let mut level = |(name, value): (String, u8)| {
        let name = unique(name, &mut names);
        let id = fresh(&name, &mut ids);
        Level { id, name, value: f64::from(value) }
    };
    Scale::Levels(raw.into_iter().map(&mut level).collect())
}

fn outranking() -> impl Strategy<Value = Outranking> {
    let threshold = || prop::option::of(finite().prop_map(f64::abs));
    (select(Preference::ALL.to_vec()), threshold(), threshold(), threshold(), threshold())
        .prop_map(|(preference, q, p, s, veto)| Outranking { preference, q, p, s, veto })
}

fn source() -> impl Strategy<Value = Source> {
    (text(), text()).prop_map(|(text, link)| Source { text, link })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 1 => name()]
}

fn about() -> impl Strategy<Value = About> {
    (text(), text(), text(), vec(name(), 0..2), vec(source(), 0..2))
        .prop_map(|(title, question, context, authors, sources)| About { title, question, context, authors, sources })
}

/// A name and, for each criterion in turn, what a score is made from.
type RawAlternative = (String, String, Vec<(u8, f64, f64, f64, String)>);

fn alternative() -> impl Strategy<Value = RawAlternative> {
    (name(), text(), vec((0_u8..8, finite(), finite(), finite(), text()), 16))
}

fn assemble(
    about: About,
    shapes: Vec<Shape>,
    alternatives: Vec<RawAlternative>,
    viewpoints: Vec<(String, Seed)>,
    seed: &Seed,
) -> Document {
    let (mut ids, mut names) = (HashSet::new(), HashSet::new());
    let criteria = shapes.into_iter().map(|shape| named(shape, &mut ids, &mut names)).collect();
    let mut document = Document { about, criteria, ..Document::default() };

    let leaves: Vec<Criterion> = document.leaves().into_iter().cloned().collect();
    let (mut ids, mut names) = (HashSet::new(), HashSet::new());
    for (name, description, scores) in alternatives {
        let name = unique(name, &mut names);
        let cells = leaves.iter().zip(scores.into_iter().cycle());
        let cells = cells.map(|(leaf, raw)| (leaf.id, cell(raw, &leaf.scale))).filter(|(_, cell)| !cell.is_empty());
        let scores: BTreeMap<Id, Cell> = cells.collect();
        document.alternatives.push(Row { id: fresh(&name, &mut ids), name, description, scores });
    }

    let nodes: Vec<Id> = document.outline().entries().iter().map(|entry| entry.id).collect();
    document.weights = points(&document, &nodes, seed);
    document.locks =
        nodes.iter().zip(seed).filter(|(_, seed)| seed.index(4) == 0).map(|(id, _)| *id).collect::<BTreeSet<_>>();
    let (mut ids, mut names) = (HashSet::new(), HashSet::new());
    for (name, seed) in viewpoints {
        let name = unique(name, &mut names);
        let weights = points(&document, &nodes, &seed);
        document.viewpoints.push(Viewpoint { id: fresh(&name, &mut ids), name, weights });
    }
    document.viewpoint = document.viewpoints.first().map(|viewpoint| viewpoint.id).filter(|_| seed[0].index(2) == 0);
    document.baseline = document.alternatives.first().map(|first| first.id).filter(|_| seed[1].index(2) == 0);
    document.people = people(&document, seed);
    document.weighed = leaves
        .iter()
        .zip(seed)
        .filter(|(_, seed)| seed.index(3) == 0)
        .map(|(leaf, seed)| (leaf.id, leaf.scale.ends().filter(|_| seed.index(2) == 0)))
        .collect();
    let place = leaves.first().map_or(Place::Decision, |leaf| Place::Node(leaf.id));
    document.dismissals = (0..seed[2].index(3))
        .map(|at| Dismissal { check: "never-best".into(), place, reason: format!("reason {at}") })
        .collect();
    document.complete_weights();
    document.judgements = judgements(&document, seed);
    document
}

/// Of every kind one somewhere, if there is room for it.
fn judgements(document: &Document, seed: &Seed) -> Judgements {
    let mut found = Judgements::default();
    let mut kinds = seed.iter().map(|seed| seed.index(11)).cycle();
    let ids = |nodes: &[Node]| nodes.iter().map(Node::id).collect::<Vec<Id>>();
    found.top = judgement(kinds.next().unwrap_or_default(), &ids(&document.criteria));
    for node in &document.criteria {
        node.visit(&mut |node| {
            if let Some(judgement) = judgement(kinds.next().unwrap_or_default(), &ids(node.children())) {
                found.groups.insert(node.id(), judgement);
            }
        });
    }
    if let [first, .., last] = ids(&document.criteria)[..] {
        found.limits = vec![Limit::Within(first, 0.25, 0.5), Limit::AtLeast(last, first)];
    }
    let options: Vec<Id> = document.alternatives.iter().map(|option| option.id).collect();
    if let (Some(leaf), Some(pairwise)) = (document.leaves().first(), pairwise(&options)) {
        found.options.insert(leaf.id, pairwise);
    }
    found
}

fn judgement(kind: usize, ids: &[Id]) -> Option<Judgement> {
    let points = || ids.iter().copied().zip([100.0, 30.0, 12.5].into_iter().cycle()).collect::<Points>();
    let &[best, .., worst] = ids else { return None };
    Some(match kind {
        0 => Judgement::Equal,
        1 => Judgement::Points(points()),
        2 => Judgement::Allocation(points()),
        3 => Judgement::Swing(points()),
        4 => Judgement::RankOrder {
            formula: RankFormula::SumReciprocal,
            order: ids.chunks(2).map(<[Id]>::to_vec).collect(),
        },
        5 => Judgement::Pairwise(pairwise(ids)?),
        6 => Judgement::BestWorst { best, worst, best_to_others: points(), others_to_worst: points() },
        7 => Judgement::DataDriven(Information::Critic),
        _ => return None,
    })
}

fn pairwise(ids: &[Id]) -> Option<Pairwise> {
    let ratios = ids.windows(2).map(|pair| (pair[0], pair[1], 1.0 / 3.0)).collect();
    (ids.len() > 1).then_some(Pairwise { priorities: Priorities::GeometricMean, ratios })
}

/// Two people, one with weights and one with scores of their own.
fn people(document: &Document, seed: &Seed) -> Vec<Person> {
    if seed[3].index(2) == 0 {
        return Vec::new();
    }
    let nodes: Vec<Id> = document.outline().entries().iter().map(|entry| entry.id).collect();
    let person =
        |name: &str| Person { id: Id::slug(name), name: name.into(), weights: Points::new(), scores: BTreeMap::new() };
    let scores = (0..document.alternatives.len()).rev().map(|row| {
        let scores = document.alternatives.cells(row).filter_map(|(id, cell)| Some((id, cell.score?)));
        (document.alternatives[row].id, scores.collect::<BTreeMap<_, _>>())
    });
    let scores = scores.filter(|(_, scores)| !scores.is_empty()).collect();
    vec![Person { weights: points(document, &nodes, seed), ..person("Oksana") }, Person { scores, ..person("Taras") }]
}

fn named(shape: Shape, ids: &mut HashSet<Id>, names: &mut HashSet<String>) -> Node {
    match shape {
        Shape::Criterion(mut criterion) => {
            criterion.name = unique(criterion.name, names);
            criterion.id = fresh(&criterion.name, ids);
            Node::Criterion(*criterion)
        }
        Shape::Group(name, description, children) => {
            // Groups may share names; here they do not, for in decision CSV the name is all there is of a group.
            let name = unique(name, names);
            let id = fresh(&name, ids);
            let children = children.into_iter().map(|child| named(child, ids, names)).collect();
            Node::Group(Group { id, name, description, children })
        }
    }
}

/// Whole and broken points, zeros among them, never all zero at the top.
fn points(document: &Document, nodes: &[Id], seed: &Seed) -> Points {
    let mut points: Points = nodes.iter().zip(seed.iter().cycle()).map(|(id, seed)| (*id, tenths(*seed))).collect();
    if let Some(first) = document.criteria.first() {
        *points.entry(first.id()).or_default() += 1.0;
    }
    points
}

/// A quarter zero, the rest tenths.
fn tenths(seed: Index) -> f64 {
    let whole = i32::try_from(seed.index(400)).unwrap_or_default() - 100;
    f64::from(whole.max(0)) / 10.0
}

fn cell((kind, a, b, c, rationale): (u8, f64, f64, f64, String), scale: &Scale) -> Cell {
    let levels = scale.levels();
    let mut sorted = [a, b, c];
    sorted.sort_by(f64::total_cmp);
    let [low, likely, high] = sorted;
    let score = match kind {
        0 => None,
        _ if scale.has_levels() => levels.get(usize::from(kind) % levels.len()).map(|level| Score::Level(level.id)),
        1 | 2 => Some(Score::Range(low, high)),
        3 | 4 => Some(Score::Triangle(low, likely, high)),
        _ => Some(Score::Exact(a)),
    };
    let evidence = if kind == 7 { vec![Source { text: rationale.clone(), link: String::new() }] } else { Vec::new() };
    Cell { score, rationale, evidence }
}

fn unique(mut name: String, taken: &mut HashSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name.push_str(" II");
    }
    name
}

fn fresh(name: &str, taken: &mut HashSet<Id>) -> Id {
    let id = Id::fresh(name, |id| taken.contains(&id));
    taken.insert(id);
    id
}
