//! The terminal's cursor, and the fewest bytes that move it.

/// What is known of the cursor's position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownCursor {
    /// It is in this column and row, counted from 0.
    At(usize, usize),
    /// It is in this row, but the column is not sure: something was written in the last column, and terminals differ
    /// on where that leaves the cursor.
    InRow(usize),
    /// Its position is not known at all.
    Unknown,
}

/// Returns the fewest bytes that move the cursor from `from` to a cell; none where it is there already.
///
/// Going down takes line feeds: in raw mode they keep the column, and none is ever sent on the last row.
pub(super) fn move_cursor(from: KnownCursor, column: usize, row: usize) -> Vec<u8> {
    let absolute = absolute(column, row);
    let (old_column, old_row) = match from {
        KnownCursor::At(old_column, old_row) => (Some(old_column), old_row),
        KnownCursor::InRow(old_row) => (None, old_row),
        KnownCursor::Unknown => return absolute,
    };
    let mut relative = horizontal(old_column, column);
    relative.extend(vertical(old_row, row));
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

fn horizontal(from: Option<usize>, to: usize) -> Vec<u8> {
    let known = match from {
        Some(from) if from == to => return Vec::new(),
        _ if to == 0 => return b"\r".to_vec(),
        Some(from) if from < to => repeated(to - from, 'C'),
        Some(from) if from - to <= 3 => vec![b'\x08'; from - to],
        Some(from) => repeated(from - to, 'D'),
        None => return format!("\x1b[{}G", to + 1).into_bytes(),
    };
    let column = format!("\x1b[{}G", to + 1).into_bytes();
    if column.len() < known.len() { column } else { known }
}

fn vertical(from: usize, to: usize) -> Vec<u8> {
    match to.checked_sub(from) {
        Some(lines @ 0..=3) => vec![b'\n'; lines],
        Some(lines) => repeated(lines, 'B'),
        None => repeated(from - to, 'A'),
    }
}

fn repeated(count: usize, letter: char) -> Vec<u8> {
    if count == 1 { format!("\x1b[{letter}").into_bytes() } else { format!("\x1b[{count}{letter}").into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: KnownCursor, column: usize, row: usize) -> String {
        String::from_utf8(move_cursor(from, column, row)).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn the_shortest_sequence_is_taken() {
        assert_eq!(moved(KnownCursor::At(4, 4), 4, 4), "");
        assert_eq!(moved(KnownCursor::At(4, 4), 0, 5), "\r\n");
        assert_eq!(moved(KnownCursor::At(4, 4), 5, 4), "^[C");
        assert_eq!(moved(KnownCursor::At(5, 4), 3, 5), "\x08\x08\n");
        assert_eq!(moved(KnownCursor::At(4, 4), 14, 4), "^[10C");
        assert_eq!(moved(KnownCursor::At(80, 4), 8, 4), "^[9G");
        assert_eq!(moved(KnownCursor::At(2, 30), 2, 20), "^[10A");
        assert_eq!(moved(KnownCursor::At(70, 30), 0, 0), "^[H");
        assert_eq!(moved(KnownCursor::At(70, 30), 8, 2), "^[3;9H");
        assert_eq!(moved(KnownCursor::At(70, 30), 8, 0), "^[;9H");
    }

    #[test]
    fn nothing_relative_is_done_where_the_position_is_not_known() {
        assert_eq!(moved(KnownCursor::InRow(4), 0, 5), "\r\n");
        assert_eq!(moved(KnownCursor::InRow(4), 7, 4), "^[8G");
        assert_eq!(moved(KnownCursor::Unknown, 0, 5), "^[6H");
    }
}
