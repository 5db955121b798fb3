//! Keeps a row free in a pane that has not room for all of its lines, which says how it goes on.

/// Returns how many of `count` lines are drawn in a part of `height` rows: all that have room, or else one fewer, so that the
/// last row can say how many are out of sight without lying over any.
#[must_use]
pub const fn lines_shown(count: usize, height: usize) -> usize {
    if count > height && height > 1 { height - 1 } else { height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_kept_free_only_where_lines_are_out_of_sight() {
        assert_eq!([3, 5, 6, 90].map(|count| lines_shown(count, 5)), [5, 5, 4, 4]);
        assert_eq!(lines_shown(9, 1), 1, "a single row shows a line");
    }
}
