//! How the scores on each criterion are understood: as numbers, per cent, yes or no, or levels.

use super::super::figures::figure;
use super::super::flaw::{Open, Way};
use super::super::reading::{Change, Choice, Doubt, Reading, Role, Subject, Understanding, View};
use super::super::words::{self, Attribute};
use super::super::workbook::Value;
use super::{Area, doubt, field_role};
use crate::files::notation;
use crate::text::List;

/// More words than this are no levels that anyone can tell apart.
const MAX_LEVELS: usize = 12;

/// Finds how every criterion is understood; leaves out those that hold texts.
pub fn find(view: &View<'_>, lines: &[Role], fields: &mut [Role], reading: &mut Reading, doubts: &mut Vec<Doubt>) {
    for (field, role) in fields.iter_mut().enumerate().filter(|(_, role)| **role == Role::Criterion) {
        if let Some(levels) = given_levels(view, lines, field) {
            reading.scales[field] = Understanding::Levels(levels);
            continue;
        }
        let scores = Scores::of(view, lines, field, reading);
        (reading.scales[field], *role) = scores.understand(view, lines, field, doubts);
    }
}

/// The names of levels where the table itself says what they are.
fn given_levels(view: &View<'_>, lines: &[Role], field: usize) -> Option<Vec<String>> {
    let line = lines.iter().position(|role| *role == Role::Attribute(Attribute::Levels))?;
    let text = view.text(line, field);
    let levels = notation::parse_levels(&text, false).ok().filter(|_| !text.trim().is_empty())?;
    Some(levels.into_iter().map(|(name, _)| name).collect())
}

/// What the scores on one criterion are, counted.
#[derive(Default)]
struct Scores {
    numbers: usize,
    percent: usize,
    /// Words in the order in which they first stand there, with how often they do.
    words: Vec<(String, usize)>,
    /// Words and signs that are answers to a question.
    answers: usize,
    /// The line of the first score that is in words.
    first_words: usize,
    /// The line of the first date.
    date: Option<usize>,
    /// More words than are counted.
    many: bool,
    /// Numbers that are nothing but a zero: among signs a level.
    zeros: usize,
    /// Lone signs that are a missing score, unless they are levels.
    dashes: usize,
}

impl Scores {
    fn of(view: &View<'_>, lines: &[Role], field: usize, reading: &Reading) -> Self {
        let mut scores = Self::default();
        for (line, _) in lines.iter().enumerate().filter(|(_, role)| **role == Role::Option) {
            match view.value(line, field) {
                None | Some(Value::Error(_) | Value::Uncomputed) => {}
                Some(Value::Number(x)) => {
                    scores.numbers += 1;
                    scores.zeros += usize::from(x.abs() <= 0.0);
                }
                Some(Value::Percent(_)) => {
                    scores.numbers += 1;
                    scores.percent += 1;
                }
                Some(Value::Date(_)) => scores.date = scores.date.or(Some(line)),
                Some(Value::Bool(yes)) => scores.add(line, if *yes { "TRUE" } else { "FALSE" }),
                Some(Value::Text(text)) => match figure(text, reading.decimal) {
                    Some(figure) => {
                        scores.numbers += 1;
                        scores.percent += usize::from(figure.percent);
                        scores.zeros += usize::from(text.trim() == "0");
                    }
                    None if words::is_missing(text) => scores.dashes += usize::from(text.trim() != "?"),
                    None => scores.add(line, text.trim()),
                },
            }
        }
        scores
    }

    fn add(&mut self, line: usize, word: &str) {
        self.answers += usize::from(words::answer(word).is_some());
        if self.words.is_empty() {
            self.first_words = line;
        }
        let is_full = self.words.len() > MAX_LEVELS;
        match self.words.iter_mut().find(|(known, _)| known == word) {
            Some((_, count)) => *count += 1,
            None if is_full => self.many = true,
            None => self.words.push((word.to_owned(), 1)),
        }
    }

    fn understand(
        &self,
        view: &View<'_>,
        lines: &[Role],
        field: usize,
        doubts: &mut Vec<Doubt>,
    ) -> (Understanding, Role) {
        let count: usize = self.words.iter().map(|(_, count)| count).sum();
        if let Some(line) = self.date {
            let choices = leave_out_or_keep(view, field, &Understanding::Number);
            doubts.push(doubt(view, Subject::Scale, Area::of(view.address(line, field)), Open::Date, choices));
            return (Understanding::Number, Role::Criterion);
        }
        if count == 0 && !self.many {
            let percent = self.percent > 0 && self.percent == self.numbers;
            if self.percent > 0 && !percent {
                let (lies, name) = view.field_place(field);
                let what = Open::SomePercent { lies, name };
                let choice =
                    |scale: Understanding, name: Way| Choice { name: name.into(), change: Change::Scale(field, scale) };
                let choices = vec![
                    choice(Understanding::Percent, Way::AllPercent),
                    choice(Understanding::Number, Way::FractionAmongOthers),
                ];
                doubts.push(doubt(view, Subject::Scale, view.field_area(field), what, choices));
            }
            return (if self.percent > 0 { Understanding::Percent } else { Understanding::Number }, Role::Criterion);
        }
        let mut words: Vec<String> = self.words.iter().map(|(word, _)| word.clone()).collect();
        let is_signs = words.iter().all(|word| word.contains('+') || word.contains('-')) && !self.many;
        if self.numbers > 0 && (self.numbers > self.zeros || !is_signs) {
            return self.mixed(view, field, doubts);
        }
        // A lone plus is an answer, but among double ones, or beside a zero, it is a level.
        if self.answers == count && !self.many && self.numbers == 0 {
            return (Understanding::YesNo, Role::Criterion);
        }
        if !self.many && self.dashes + self.zeros > 0 && words.iter().any(|word| word.contains('+')) {
            words.extend(signs(view, lines, field));
        }
        if let Some((order, is_good)) = words::scale(&words).filter(|_| !self.many) {
            if !is_good && !has_direction(view, lines, field) {
                doubt_order(view, field, &order, doubts);
            }
            return (Understanding::Levels(order), Role::Criterion);
        }
        let repeats = self.words.len() < count && !self.many && self.words.len() <= MAX_LEVELS;
        if repeats {
            doubt_order(view, field, &words, doubts);
            return (Understanding::Levels(words), Role::Criterion);
        }
        let (lies, name) = view.field_place(field);
        let what = Open::Words { lies, name };
        let choices = vec![
            Choice { name: Way::LeaveItOut.into(), change: field_role(view, field, Role::Skip) },
            Choice { name: Way::TakeAsLevels.into(), change: field_role(view, field, Role::Criterion) },
        ];
        doubts.push(doubt(view, Subject::Scale, view.field_area(field), what, choices));
        (Understanding::Levels(words), Role::Skip)
    }

    /// Numbers with a few words among them.
    fn mixed(&self, view: &View<'_>, field: usize, doubts: &mut Vec<Doubt>) -> (Understanding, Role) {
        let at = Area::of(view.address(self.first_words, field));
        let text = view.text(self.first_words, field);
        let what = Open::NoNumber { text: shortened(&text) };
        let choices = leave_out_or_keep(view, field, &Understanding::Number);
        doubts.push(doubt(view, Subject::Scale, at, what, choices));
        (Understanding::Number, Role::Criterion)
    }
}

fn leave_out_or_keep(view: &View<'_>, field: usize, scale: &Understanding) -> Vec<Choice> {
    let (lies, name) = view.field_place(field);
    vec![
        Choice { name: Way::MendIt.into(), change: Change::Scale(field, scale.clone()) },
        Choice { name: Way::LeaveOut { lies, name }.into(), change: field_role(view, field, Role::Skip) },
    ]
}

fn doubt_order(view: &View<'_>, field: usize, order: &[String], doubts: &mut Vec<Doubt>) {
    let reversed: Vec<String> = order.iter().rev().cloned().collect();
    let choice = |order: &[String]| Choice {
        name: Way::WorstFirst { order: List::commas(order.iter().cloned()) }.into(),
        change: Change::Scale(field, Understanding::Levels(order.to_vec())),
    };
    let (lies, name) = view.field_place(field);
    let what = Open::Order { lies, name };
    doubts.push(doubt(view, Subject::Scale, view.field_area(field), what, vec![choice(order), choice(&reversed)]));
}

/// The minus signs and zeros of a field, each once.
fn signs(view: &View<'_>, lines: &[Role], field: usize) -> Vec<String> {
    let mut signs: Vec<String> = Vec::new();
    for (line, _) in lines.iter().enumerate().filter(|(_, role)| **role == Role::Option) {
        let text = view.text(line, field).trim().to_owned();
        if matches!(text.as_str(), "-" | "−" | "–" | "0") && !signs.contains(&text) {
            signs.push(text);
        }
    }
    signs
}

/// True where the table says which way a criterion is better.
fn has_direction(view: &View<'_>, lines: &[Role], field: usize) -> bool {
    lines.iter().enumerate().any(|(line, role)| match role {
        Role::Attribute(Attribute::Direction) => !view.text(line, field).trim().is_empty(),
        Role::CriterionNames => super::super::heads::head(&view.text(line, field)).direction.is_some(),
        _ => false,
    })
}

fn shortened(text: &str) -> String {
    let start: String = text.trim().chars().take(40).collect();
    if start.len() < text.trim().len() { format!("{start}…") } else { start }
}
