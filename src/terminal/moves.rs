//! Moving the cursor in as few bytes as possible.

/// Where the terminal's cursor is, as far as that is sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Column and row, counted from 0.
    Cell(usize, usize),
    /// The row alone: something was written in the last column, and terminals differ on where that leaves the cursor.
    Row(usize),
    /// Anywhere.
    Unknown,
}

/// The bytes that take the cursor from `from` to a cell; none where it is there already.
///
/// Line feeds are used to go down (the terminal is in raw mode, where they keep the column), never on the last row.
pub(super) fn moves(from: At, column: usize, row: usize) -> Vec<u8> {
    let absolute = absolute(column, row);
    let (old_column, old_row) = match from {
        At::Cell(old_column, old_row) => (Some(old_column), old_row),
        At::Row(old_row) => (None, old_row),
        At::Unknown => return absolute,
    };
    let mut relative = across(old_column, column);
    relative.extend(down(old_row, row));
    if relative.len() <= absolute.len() { relative } else { absolute }
}

fn absolute(column: usize, row: usize) -> Vec<u8> {
    match (column, row) {
        (0, 0) => b"\x1b[H".to_vec(),
        (0, _) => format!("\x1b[{}H", row + 1).into_bytes(),
        (_, 0) => format!("\x1b[;{}H", column + 1).into_bytes(),
        _ => format!("\x1b[{};{}H", row + 1, column + 1).into_bytes(),
    }
}

fn across(from: Option<usize>, to: usize) -> Vec<u8> {
    let known = match from {
        Some(from) if from == to => return Vec::new(),
        _ if to == 0 => return b"\r".to_vec(),
        Some(from) if from < to => step(to - from, 'C'),
        Some(from) if from - to <= 3 => vec![b'\x08'; from - to],
        Some(from) => step(from - to, 'D'),
        None => return format!("\x1b[{}G", to + 1).into_bytes(),
    };
    let column = format!("\x1b[{}G", to + 1).into_bytes();
    if column.len() < known.len() { column } else { known }
}

fn down(from: usize, to: usize) -> Vec<u8> {
    match to.checked_sub(from) {
        Some(lines @ 0..=3) => vec![b'\n'; lines],
        Some(lines) => step(lines, 'B'),
        None => step(from - to, 'A'),
    }
}

fn step(count: usize, letter: char) -> Vec<u8> {
    if count == 1 { format!("\x1b[{letter}").into_bytes() } else { format!("\x1b[{count}{letter}").into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: At, column: usize, row: usize) -> String {
        String::from_utf8(moves(from, column, row)).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn the_shortest_way_is_taken() {
        assert_eq!(moved(At::Cell(4, 4), 4, 4), "");
        assert_eq!(moved(At::Cell(4, 4), 0, 5), "\r\n");
        assert_eq!(moved(At::Cell(4, 4), 5, 4), "^[C");
        assert_eq!(moved(At::Cell(5, 4), 3, 5), "\x08\x08\n");
        assert_eq!(moved(At::Cell(4, 4), 14, 4), "^[10C");
        assert_eq!(moved(At::Cell(80, 4), 8, 4), "^[9G");
        assert_eq!(moved(At::Cell(2, 30), 2, 20), "^[10A");
        assert_eq!(moved(At::Cell(70, 30), 0, 0), "^[H");
        assert_eq!(moved(At::Cell(70, 30), 8, 2), "^[3;9H");
        assert_eq!(moved(At::Cell(70, 30), 8, 0), "^[;9H");
    }

    #[test]
    fn nothing_relative_is_done_where_the_place_is_not_sure() {
        assert_eq!(moved(At::Row(4), 0, 5), "\r\n");
        assert_eq!(moved(At::Row(4), 7, 4), "^[8G");
        assert_eq!(moved(At::Unknown, 0, 5), "^[6H");
    }
}
