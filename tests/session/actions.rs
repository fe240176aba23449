//! Everything that a user can do to a session, as values that proptest can think of.

use counterpoise::model::{
    About, Answer, Cell, Direction, Ends, Id, Level, Measure, Scale, Scope, Score, Source, ValueFunction,
};
use counterpoise::session::{NodeKind, Rectangle, Session};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::documents;

/// One action. Places are indices into whatever is there when it is made.
#[derive(Clone, Debug)]
pub enum Action {
    MoveWeight(Index, f64, Scope),
    Seal,
    Lock(Index, bool),
    UnlockAll,
    EvenOut,
    ResetWeights,
    SetBaseline,
    SaveViewpoint(String),
    ChooseViewpoint(Index),
    RenameViewpoint(Index, String),
    DeleteViewpoint(Index),
    AddOption(Index),
    DuplicateOption(Index),
    DeleteOption(Index),
    ShiftOption(Index, isize),
    DescribeOption(Index, String),
    BaselineOption(Option<Index>),
    AddNode(NodeKind, Option<Index>, Index),
    DuplicateNode(Index),
    DeleteNode(Index),
    ShiftNode(Index, isize),
    MoveNode(Index, Option<Index>, Index),
    MoveOut(Index),
    DescribeGroup(Index, String),
    Rename(Index, String),
    SetScale(Index, Scale),
    SetCell(Index, Index, Box<Cell>),
    SetLevel(Index, Index, Index),
    Clear(Index, Index),
    Paste(Index, Index, String),
    CopyPaste(Index, Index, Index),
    SetAbout(String),
    Undo,
    Redo,
}

/// Any action, those on weights more often.
pub fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => weight_action(),
        2 => viewpoint_action(),
        4 => option_action(),
        5 => tree_action(),
        5 => cell_action(),
        1 => documents::name().prop_map(Action::SetAbout),
        3 => prop_oneof![Just(Action::Undo), Just(Action::Redo)],
    ]
}

fn place() -> impl Strategy<Value = Index> {
    any::<Index>()
}

/// Actions on weights that leave locked ones alone.
pub fn weight_action() -> impl Strategy<Value = Action> {
    let scope = prop_oneof![2 => Just(Scope::Everything), 1 => Just(Scope::Siblings)];
    let share = prop_oneof![4 => 0.0..1.0, 1 => Just(0.0), 1 => Just(1.0), 1 => -1.0..2.0];
    prop_oneof![
        8 => (place(), share, scope).prop_map(|(node, share, scope)| Action::MoveWeight(node, share, scope)),
        2 => Just(Action::Seal),
        3 => (place(), any::<bool>()).prop_map(|(node, locked)| Action::Lock(node, locked)),
        1 => Just(Action::UnlockAll),
        2 => Just(Action::EvenOut),
    ]
}

fn viewpoint_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        Just(Action::ResetWeights),
        Just(Action::SetBaseline),
        documents::name().prop_map(Action::SaveViewpoint),
        place().prop_map(Action::ChooseViewpoint),
        (place(), documents::name()).prop_map(|(at, name)| Action::RenameViewpoint(at, name)),
        place().prop_map(Action::DeleteViewpoint),
    ]
}

fn option_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        2 => place().prop_map(Action::AddOption),
        2 => place().prop_map(Action::DuplicateOption),
        1 => place().prop_map(Action::DeleteOption),
        1 => (place(), -2_isize..3).prop_map(|(at, by)| Action::ShiftOption(at, by)),
        1 => (place(), documents::name()).prop_map(|(at, name)| Action::DescribeOption(at, name)),
        1 => prop::option::of(place()).prop_map(Action::BaselineOption),
    ]
}

fn tree_action() -> impl Strategy<Value = Action> {
    let kind = prop_oneof![Just(NodeKind::Criterion), Just(NodeKind::Group)];
    let parent = || prop::option::of(place());
    prop_oneof![
        2 => (kind, parent(), place()).prop_map(|(kind, parent, at)| Action::AddNode(kind, parent, at)),
        2 => place().prop_map(Action::DuplicateNode),
        2 => place().prop_map(Action::DeleteNode),
        1 => (place(), -2_isize..3).prop_map(|(at, by)| Action::ShiftNode(at, by)),
        3 => (place(), parent(), place()).prop_map(|(node, parent, to)| Action::MoveNode(node, parent, to)),
        1 => place().prop_map(Action::MoveOut),
        1 => (place(), documents::name()).prop_map(|(node, name)| Action::DescribeGroup(node, name)),
        1 => (place(), documents::name()).prop_map(|(node, name)| Action::Rename(node, name)),
        3 => (place(), scale()).prop_map(|(node, scale)| Action::SetScale(node, scale)),
    ]
}

/// Any scale, some of them unfit.
fn scale() -> impl Strategy<Value = Scale> {
    let tenth = || (-50_i32..150).prop_map(f64::from);
    let direction = prop_oneof![Just(Direction::Max), Just(Direction::Min), tenth().prop_map(Direction::Target)];
    let range = prop::option::of((tenth(), tenth()).prop_map(|(worst, best)| Ends { worst, best }));
    let points = prop::collection::vec((tenth(), 0.0..100.0), 1..4).prop_map(ValueFunction::Piecewise);
    let value = prop_oneof![2 => Just(ValueFunction::Linear), 1 => points];
    let level = (documents::name(), -10.0..110.0).prop_map(|(name, value)| Level { id: Id::slug(&name), name, value });
    prop_oneof![
        (tenth(), tenth()).prop_map(|(worst, best)| Scale::Rating { worst, best }),
        (direction, range, value).prop_map(|(direction, range, value)| Scale::Measure(Measure {
            unit: "km".into(),
            direction,
            range,
            value
        })),
        prop::collection::vec(level, 0..4).prop_map(Scale::Levels),
        Just(Scale::YesNo { best: Answer::Yes }),
        Just(Scale::YesNo { best: Answer::No }),
    ]
}

fn cell_action() -> impl Strategy<Value = Action> {
    let number = documents::finite;
    let score = prop_oneof![
        Just(None),
        number().prop_map(|x| Some(Score::Exact(x))),
        (number(), number()).prop_map(|(low, high)| Some(Score::Range(low, high))),
        (number(), number(), number()).prop_map(|(low, likely, high)| Some(Score::Triangle(low, likely, high))),
    ];
    let rationale = prop_oneof![Just(String::new()), documents::name()];
    let cell = (score, rationale, any::<bool>()).prop_map(|(score, rationale, evident)| {
        let evidence = if evident { vec![Source { text: rationale.clone(), link: String::new() }] } else { Vec::new() };
        Box::new(Cell { score, rationale, evidence })
    });
    let text = "(([0-9]{1,2}([.,][0-9])?|[0-9]\\.\\.[0-9]{2}||\\?|yes|x)[\t\n]){0,6}";
    prop_oneof![
        2 => (place(), place(), cell).prop_map(|(option, leaf, cell)| Action::SetCell(option, leaf, cell)),
        1 => (place(), place(), place()).prop_map(|(option, leaf, level)| Action::SetLevel(option, leaf, level)),
        1 => (place(), place()).prop_map(|(option, leaf)| Action::Clear(option, leaf)),
        1 => (place(), place(), text).prop_map(|(option, leaf, text)| Action::Paste(option, leaf, text)),
        1 => (place(), place(), place()).prop_map(|(option, leaf, other)| Action::CopyPaste(option, leaf, other)),
    ]
}

fn pick<T: Copy>(from: &[T], at: Index) -> Option<T> {
    if from.is_empty() { None } else { Some(from[at.index(from.len())]) }
}

/// A rectangle of one or two rows and columns that begins at a place of the matrix.
fn area(session: &Session, option: Index, leaf: Index) -> Option<Rectangle> {
    let document = session.document();
    let (rows, columns) = (document.alternatives.len(), document.leaves().len());
    let (row, column) = (option.index(rows.max(1)), leaf.index(columns.max(1)));
    let end = |from: usize, count: usize| (from + 1).min(count - 1);
    (rows > 0 && columns > 0).then(|| Rectangle { rows: row..=end(row, rows), columns: column..=end(column, columns) })
}

/// Makes an action. None where there is nothing to make it on, else whether it was taken.
pub fn perform(session: &mut Session, action: &Action) -> Option<bool> {
    let document = session.document();
    let options: Vec<Id> = document.alternatives.iter().map(|option| option.id).collect();
    let nodes: Vec<Id> = document.outline().entries().iter().map(|entry| entry.id).collect();
    let leaves: Vec<Id> = document.leaves().iter().map(|leaf| leaf.id).collect();
    let views: Vec<Id> = document.viewpoints.iter().map(|view| view.id).collect();
    let done = match action.clone() {
        Action::MoveWeight(node, share, scope) => session.move_weight(pick(&nodes, node)?, share, scope).is_ok(),
        Action::Seal => {
            session.seal();
            true
        }
        Action::Lock(node, locked) => session.set_lock(pick(&nodes, node)?, locked).is_ok(),
        Action::UnlockAll => session.unlock_all().is_ok(),
        Action::EvenOut => session.even_out().is_ok(),
        Action::ResetWeights => session.reset_weights().is_ok(),
        Action::SetBaseline => {
            session.set_baseline();
            true
        }
        Action::SaveViewpoint(name) => session.save_viewpoint(&name).is_ok(),
        Action::ChooseViewpoint(at) => session.choose_viewpoint(pick(&views, at)?).is_ok(),
        Action::RenameViewpoint(at, name) => session.rename_viewpoint(pick(&views, at)?, &name).is_ok(),
        Action::DeleteViewpoint(at) => session.delete_viewpoint(pick(&views, at)?).is_ok(),
        Action::AddOption(at) => session.add_option(at.index(options.len() + 1)).is_ok(),
        Action::DuplicateOption(at) => session.duplicate_option(pick(&options, at)?).is_ok(),
        Action::DeleteOption(at) => session.delete_option(pick(&options, at)?).is_ok(),
        Action::ShiftOption(at, by) => session.shift_option(pick(&options, at)?, by).is_ok(),
        Action::DescribeOption(at, name) => session.describe_option(pick(&options, at)?, &name, "as said").is_ok(),
        Action::BaselineOption(at) => session.set_baseline_option(at.and_then(|at| pick(&options, at))).is_ok(),
        Action::AddNode(kind, parent, at) => {
            session.add_node(kind, parent.and_then(|parent| pick(&nodes, parent)), at.index(5)).is_ok()
        }
        Action::DuplicateNode(node) => session.duplicate_node(pick(&nodes, node)?).is_ok(),
        Action::DeleteNode(node) => session.delete_node(pick(&nodes, node)?).is_ok(),
        Action::ShiftNode(node, by) => session.shift_node(pick(&nodes, node)?, by).is_ok(),
        Action::MoveNode(node, parent, to) => {
            session.move_node(pick(&nodes, node)?, parent.and_then(|parent| pick(&nodes, parent)), to.index(5)).is_ok()
        }
        Action::MoveOut(node) => session.move_out(pick(&nodes, node)?).is_ok(),
        Action::DescribeGroup(node, name) => session.describe_group(pick(&nodes, node)?, &name, "").is_ok(),
        Action::Rename(node, name) => {
            let criterion = session.document().criterion(pick(&leaves, node)?)?.clone();
            session.set_criterion(counterpoise::model::Criterion { name, ..criterion }).is_ok()
        }
        Action::SetScale(node, scale) => {
            let criterion = session.document().criterion(pick(&leaves, node)?)?.clone();
            session.set_criterion(counterpoise::model::Criterion { scale, ..criterion }).is_ok()
        }
        Action::SetCell(option, leaf, cell) => {
            session.set_cell(pick(&options, option)?, pick(&leaves, leaf)?, *cell).is_ok()
        }
        Action::SetLevel(option, leaf, level) => {
            let leaf = pick(&leaves, leaf)?;
            let levels: Vec<Id> = document.criterion(leaf)?.scale.levels().iter().map(|level| level.id).collect();
            let score = pick(&levels, level).map(Score::Level);
            session.set_score(pick(&options, option)?, leaf, score).is_ok()
        }
        Action::Clear(option, leaf) => session.clear(&area(session, option, leaf)?).is_ok(),
        Action::Paste(option, leaf, text) => session.paste(&area(session, option, leaf)?, &text).is_ok(),
        Action::CopyPaste(option, leaf, other) => {
            let text = session.copy(&area(session, option, leaf)?);
            session.paste(&area(session, other, leaf)?, &text).is_ok()
        }
        Action::SetAbout(title) => session.set_about(About { title, ..About::default() }).is_ok(),
        Action::Undo => session.undo(),
        Action::Redo => session.redo(),
    };
    Some(done)
}
