//! Linear programs: the least of a linear function under linear conditions.
//!
//! Solved by `microlp`, a simplex: an optimum is a vertex, exact to rounding. Nothing else in the crate names that solver.

use crate::text::messages;
use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolveOptions, SolveOutcome, Variable};

/// How far a condition may be missed, absolutely: numbers should be of the order of 1, as weights and values are.
const FEASIBILITY: f64 = 1e-9;

/// A linear function of bounded variables, to be made as small as its rows allow. Variables are counted from 0 in the order
/// in which they were added, rows likewise.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinearProgram {
    variables: Vec<Bounded>,
    rows: Vec<Row>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Bounded {
    cost: f64,
    least: f64,
    greatest: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    terms: Vec<(usize, f64)>,
    relation: Relation,
    bound: f64,
}

/// How the sum of a row stands to its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    AtMost,
    Equal,
    AtLeast,
}

/// Where a linear program is least. Of several such points it is one vertex, always the same one.
#[derive(Clone, Debug, PartialEq)]
pub struct Optimum {
    /// The sum of cost times variable there.
    pub value: f64,
    /// The variables, in the order in which they were added.
    pub point: Vec<f64>,
}

/// A linear program at its optimum, to which further rows can be added: what was found so far is then where the search goes
/// on from, which is much quicker than from nothing.
#[derive(Debug)]
pub struct Solved {
    variables: Vec<Variable>,
    solution: Solution,
}

messages! {
    /// Why a linear program has no optimum.
    #[derive(Clone, Debug, PartialEq)]
    pub enum Unsolved in "linearProgram" {
        /// No point meets all bounds and rows.
        Infeasible,
        /// There is always a smaller value.
        Unbounded,
        /// A number that is not finite, or so large beside another that rounding leaves nothing certain. The solver's words.
        Numeric(reason: String),
        /// The search was broken off.
        BrokenOff,
    }
}

impl std::error::Error for Unsolved {}

impl LinearProgram {
    /// Adds a variable between `least` and `greatest` (either may be infinite) that costs `cost` a unit, and tells its place.
    pub fn variable(&mut self, cost: f64, least: f64, greatest: f64) -> usize {
        self.variables.push(Bounded { cost, least, greatest });
        self.variables.len() - 1
    }

    /// Adds the condition that the sum of coefficient times variable stands in `relation` to `bound`. A variable that is
    /// named twice counts with the sum of its coefficients.
    ///
    /// # Panics
    /// When a term names a variable that was not added yet.
    pub fn row(&mut self, terms: impl IntoIterator<Item = (usize, f64)>, relation: Relation, bound: f64) {
        let terms = tidy(terms, self.variables.len());
        self.rows.push(Row { terms, relation, bound });
    }

    /// The point of least value.
    ///
    /// # Errors
    /// [`Unsolved`], which says why there is none.
    pub fn minimize(&self) -> Result<Optimum, Unsolved> {
        self.solve().map(|solved| solved.optimum())
    }

    /// The same, for those who may add rows afterwards.
    ///
    /// # Errors
    /// [`Unsolved`], which says why there is no optimum.
    pub fn solve(&self) -> Result<Solved, Unsolved> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let add = |one: &Bounded| problem.add_var(one.cost, (one.least, one.greatest));
        let variables: Vec<Variable> = self.variables.iter().map(add).collect();
        for row in &self.rows {
            let terms = row.terms.iter().map(|&(place, coefficient)| (variables[place], coefficient));
            problem.add_constraint(terms, row.relation.operator(), row.bound);
        }
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = FEASIBILITY;
        // It serves whole-number variables, of which there are none.
        options.presolve = false;
        let solution = solution(problem.solve_with(options))?;
        Ok(Solved { variables, solution })
    }
}

impl Solved {
    #[must_use]
    pub fn optimum(&self) -> Optimum {
        let point = self.variables.iter().map(|&variable| self.solution.var_value(variable)).collect();
        Optimum { value: self.solution.objective(), point }
    }

    /// The same program with one condition more, as [`LinearProgram::row`] adds it.
    ///
    /// # Errors
    /// [`Unsolved`], which says why there is no optimum any more.
    ///
    /// # Panics
    /// When a term names a variable that the program does not have.
    pub fn with_row(
        self,
        terms: impl IntoIterator<Item = (usize, f64)>,
        relation: Relation,
        bound: f64,
    ) -> Result<Self, Unsolved> {
        let Self { variables, solution: before } = self;
        let terms = tidy(terms, variables.len()).into_iter();
        let terms: Vec<(Variable, f64)> = terms.map(|(place, coefficient)| (variables[place], coefficient)).collect();
        let solution = solution(before.add_constraint(terms, relation.operator(), bound))?;
        Ok(Self { variables, solution })
    }
}

impl Relation {
    fn operator(self) -> ComparisonOp {
        match self {
            Self::AtMost => ComparisonOp::Le,
            Self::Equal => ComparisonOp::Eq,
            Self::AtLeast => ComparisonOp::Ge,
        }
    }
}

/// The terms of a row over so many variables, each variable named once.
fn tidy(terms: impl IntoIterator<Item = (usize, f64)>, variables: usize) -> Vec<(usize, f64)> {
    let mut terms: Vec<(usize, f64)> = terms.into_iter().collect();
    assert!(terms.iter().all(|term| term.0 < variables), "variables come before rows");
    terms.sort_unstable_by_key(|term| term.0);
    terms.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 += next.1;
        }
        is_same
    });
    terms.retain(|term| term.1 != 0.0);
    terms
}

fn solution(outcome: Result<SolveOutcome, Error>) -> Result<Solution, Unsolved> {
    let outcome = outcome.map_err(|error| match error {
        Error::Infeasible => Unsolved::Infeasible,
        Error::Unbounded => Unsolved::Unbounded,
        error => Unsolved::Numeric(error.to_string()),
    })?;
    outcome.into_solution().map_err(|_| Unsolved::BrokenOff)
}

#[cfg(test)]
mod tests {
    use super::{LinearProgram, Relation, Unsolved};

    const FREE: f64 = f64::INFINITY;

    /// Weights that sum to 1, each at a cost.
    fn simplex(costs: &[f64]) -> LinearProgram {
        let mut program = LinearProgram::default();
        let weights: Vec<usize> = costs.iter().map(|&cost| program.variable(cost, 0.0, 1.0)).collect();
        program.row(weights.into_iter().map(|weight| (weight, 1.0)), Relation::Equal, 1.0);
        program
    }

    #[test]
    fn the_least_is_a_vertex() {
        let optimum = simplex(&[0.3, 0.1, 0.2]).minimize().expect("a bounded program");
        assert_eq!(optimum.point, [0.0, 1.0, 0.0]);
        assert!((optimum.value - 0.1).abs() < 1e-15);
    }

    #[test]
    fn rows_of_every_relation_hold() {
        let mut program = simplex(&[1.0, 0.1, -1.0]);
        program.row([(0, 1.0), (2, -1.0)], Relation::AtLeast, 0.1);
        program.row([(1, 1.0)], Relation::AtMost, 0.5);
        let optimum = program.minimize().expect("a bounded program");
        assert!((optimum.value - 0.1).abs() < 1e-12);
        for (weight, expected) in optimum.point.iter().zip([0.55, 0.0, 0.45]) {
            assert!((weight - expected).abs() < 1e-12, "{optimum:?}");
        }
    }

    #[test]
    fn a_row_added_afterwards_is_a_row() {
        let mut program = simplex(&[0.3, 0.1, 0.2, 0.4]);
        let mut solved = program.solve().expect("a bounded program");
        for (terms, bound) in [([(1, 1.0), (0, 0.0)], 0.5), ([(1, 1.0), (2, 1.0)], 0.6), ([(0, 1.0), (2, -0.5)], 0.1)] {
            program.row(terms, Relation::AtMost, bound);
            solved = solved.with_row(terms, Relation::AtMost, bound).expect("a bounded program");
            let (afterwards, at_once) = (solved.optimum(), program.minimize().expect("a bounded program"));
            assert!((afterwards.value - at_once.value).abs() < 1e-12, "{afterwards:?} is not {at_once:?}");
        }
        assert_eq!(solved.with_row([(3, 1.0)], Relation::AtLeast, 1.1).err(), Some(Unsolved::Infeasible));
    }

    #[test]
    fn a_variable_named_twice_counts_with_its_sum() {
        let mut program = LinearProgram::default();
        let x = program.variable(1.0, -FREE, FREE);
        program.row([(x, 1.0), (x, 1.0)], Relation::AtLeast, 3.0);
        assert!((program.minimize().expect("a bounded program").value - 1.5).abs() < 1e-12);
    }

    #[test]
    fn what_has_no_optimum() {
        let mut program = simplex(&[1.0, 1.0]);
        program.row([(0, 1.0), (1, 1.0)], Relation::AtMost, 0.9);
        assert_eq!(program.minimize(), Err(Unsolved::Infeasible));

        let mut program = LinearProgram::default();
        program.variable(-1.0, 0.0, FREE);
        assert_eq!(program.minimize(), Err(Unsolved::Unbounded));

        assert!(matches!(simplex(&[f64::NAN]).minimize(), Err(Unsolved::Numeric(_))));
    }

    #[test]
    fn nothing_costs_nothing() {
        let optimum = LinearProgram::default().minimize().expect("an empty program");
        assert!(optimum.point.is_empty() && optimum.value == 0.0);
    }

    #[test]
    fn ties_without_end_do_not_cycle() {
        // Every option is as good as every other: all rows pass through one point.
        let mut program = simplex(&[0.0; 12]);
        for i in 0..11 {
            program.row([(i, 1.0), (i + 1, -1.0)], Relation::AtLeast, 0.0);
            program.row([(i, 1.0), (i + 1, -1.0)], Relation::AtMost, 0.0);
        }
        let optimum = program.minimize().expect("the centre");
        assert!(optimum.point.iter().all(|weight| (weight - 1.0 / 12.0).abs() < 1e-12), "{optimum:?}");
    }
}
