//! The matrix in files: a list of options, each with its scores by criterion.

use std::fmt;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::{SerializeSeq, SerializeStruct};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Alternatives, Column, Fill, Row};
use crate::model::{Cell, CellRef, Id};

impl Serialize for Alternatives {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for row in 0..self.len() {
            list.serialize_element(&Written { alternatives: self, row })?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Alternatives {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Rows;

        impl<'de> Visitor<'de> for Rows {
            type Value = Alternatives;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Alternatives, A::Error> {
                let mut fill = Fill::default();
                while let Some(row) = rows.next_element::<Row>()? {
                    fill.push(row).map_err(A::Error::custom)?;
                }
                fill.finish().map_err(A::Error::custom)
            }
        }

        deserializer.deserialize_seq(Rows)
    }
}

/// One option as [`Row`] writes it, without a copy of it.
struct Written<'a> {
    alternatives: &'a Alternatives,
    row: usize,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let alternative = &self.alternatives[self.row];
        let described = !alternative.description.is_empty();
        let scored = self.alternatives.cells(self.row).next().is_some();
        let mut row = serializer.serialize_struct("Alternative", 2 + usize::from(described) + usize::from(scored))?;
        row.serialize_field("id", &alternative.id)?;
        row.serialize_field("name", &alternative.name)?;
        if described {
            row.serialize_field("description", &alternative.description)?;
        } else {
            row.skip_field("description")?;
        }
        if scored {
            row.serialize_field("scores", &Scores { alternatives: self.alternatives, row: self.row })?;
        } else {
            row.skip_field("scores")?;
        }
        row.end()
    }
}

struct Scores<'a> {
    alternatives: &'a Alternatives,
    row: usize,
}

impl Serialize for Scores<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.alternatives.cells(self.row).map(|(id, cell): (Id, CellRef)| (id, cell)))
    }
}

/// A list with a cell, or none, for each row.
impl Serialize for Column {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.rows()).map(|row| self.cell(row)))
    }
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let cells: Vec<Option<Cell>> = Vec::deserialize(deserializer)?;
        let mut column = Self::of_rows(cells.len());
        for (row, cell) in cells.into_iter().enumerate() {
            if let Some(cell) = cell {
                column.set(row, cell);
            }
        }
        Ok(column)
    }
}
