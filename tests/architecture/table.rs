//! The table of ARCHITECTURE.md.

/// The rooms, as the table orders them.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    /// Its path below `src/`, such as `files/journal`.
    room: String,
    /// The rooms that it knows at first hand; it may also know whom those know.
    knows: Vec<String>,
    /// The crates that nobody names without having them in this column.
    crates: Vec<String>,
}

impl Table {
    /// The first table that has these columns.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        let head = lines.by_ref().map(cells).find_map(|head| {
            let at = |name| head.iter().position(|cell| *cell == name);
            Some((at("room")?, at("knows")?, at("alone names")?))
        });
        let (room, knows, crates) = head.ok_or("there is no table with the columns room, knows, alone names")?;
        let mut rows: Vec<Row> = Vec::new();
        for line in lines.skip(1).take_while(|line| line.starts_with('|')) {
            let cells = cells(line);
            let cell = |at: usize| cells.get(at).map_or_else(Vec::new, |cell| quoted(cell));
            // What does not begin with src/ (assets, tests) is no room.
            let Some(name) = cell(room).iter().find_map(|path| path.strip_prefix("src/").map(str::to_owned)) else {
                continue;
            };
            let name = name.trim_end_matches('/').trim_end_matches(".rs").to_owned();
            let row = Row { room: name, knows: cell(knows), crates: cell(crates) };
            if rows.iter().any(|above| above.room == row.room) {
                return Err(format!("`{}` has two rows", row.room));
            }
            if let Some(unknown) = row.knows.iter().find(|known| rows.iter().all(|above| above.room != **known)) {
                return Err(format!("`{}` knows `{unknown}`, which has no row above it", row.room));
            }
            rows.push(row);
        }
        Ok(Self { rows })
    }

    pub fn rooms(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|row| row.room.as_str())
    }

    pub fn crates(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flat_map(|row| &row.crates).map(String::as_str)
    }

    /// The innermost room that holds the module at `path`.
    pub fn room(&self, path: &[String]) -> Option<&str> {
        let holds = |room: &str| {
            let mut segments = path.iter();
            room.split('/').all(|part| segments.next().is_some_and(|segment| segment == part))
        };
        self.rooms().filter(|room| holds(room)).max_by_key(|room| room.len())
    }

    /// Whether code of `room` may name what is in `other`: its own, and whom it knows, at first hand or through others.
    pub fn may_know(&self, room: &str, other: &str) -> bool {
        let row = self.rows.iter().find(|row| row.room == room);
        room == other || row.is_some_and(|row| row.knows.iter().any(|known| self.may_know(known, other)))
    }

    /// The rooms that alone may name a crate; None where everybody may.
    pub fn owners(&self, name: &str) -> Option<Vec<&str>> {
        let owners = self.rows.iter().filter(|row| row.crates.iter().any(|owned| owned == name));
        let owners: Vec<&str> = owners.map(|row| row.room.as_str()).collect();
        (!owners.is_empty()).then_some(owners)
    }
}

fn cells(line: &str) -> Vec<&str> {
    line.trim().trim_matches('|').split('|').map(str::trim).collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}
