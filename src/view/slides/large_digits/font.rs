//! Defines two bitmap fonts for numbers, and enlarges them without steps in their slopes.

use super::bitmap::Bitmap;

/// The small font: three dots wide and five high.
pub(super) const SMALL: &[(char, [&str; 5])] = &[
    ('0', ["###", "#.#", "#.#", "#.#", "###"]),
    ('1', [".#.", "##.", ".#.", ".#.", "###"]),
    ('2', ["###", "..#", "###", "#..", "###"]),
    ('3', ["###", "..#", "###", "..#", "###"]),
    ('4', ["#.#", "#.#", "###", "..#", "..#"]),
    ('5', ["###", "#..", "###", "..#", "###"]),
    ('6', ["###", "#..", "###", "#.#", "###"]),
    ('7', ["###", "..#", "..#", "..#", "..#"]),
    ('8', ["###", "#.#", "###", "#.#", "###"]),
    ('9', ["###", "#.#", "###", "..#", "###"]),
    ('.', [".", ".", ".", ".", "#"]),
    (',', [".", ".", ".", "#", "#"]),
    ('+', ["...", ".#.", "###", ".#.", "..."]),
    ('-', ["...", "...", "###", "...", "..."]),
    ('–', ["...", "...", "###", "...", "..."]),
    ('−', ["...", "...", "###", "...", "..."]),
    ('<', ["..#", ".#.", "#..", ".#.", "..#"]),
    ('≥', ["#..", ".#.", "#..", "...", "###"]),
    ('≤', ["..#", ".#.", "..#", "...", "###"]),
    ('~', ["....", ".#.#", "#.#.", "....", "...."]),
    ('%', ["#.#", "..#", ".#.", "#..", "#.#"]),
    ('>', ["#..", ".#.", "..#", ".#.", "#.."]),
    ('=', ["...", "###", "...", "###", "..."]),
];

/// The medium font: five dots wide and seven high.
pub(super) const MEDIUM: &[(char, [&str; 7])] = &[
    ('0', [".###.", "#...#", "#...#", "#...#", "#...#", "#...#", ".###."]),
    ('1', ["..#..", ".##..", "..#..", "..#..", "..#..", "..#..", ".###."]),
    ('2', [".###.", "#...#", "....#", "...#.", "..#..", ".#...", "#####"]),
    ('3', [".###.", "#...#", "....#", "..##.", "....#", "#...#", ".###."]),
    ('4', ["...#.", "..##.", ".#.#.", "#..#.", "#####", "...#.", "...#."]),
    ('5', ["#####", "#....", "####.", "....#", "....#", "#...#", ".###."]),
    ('6', [".###.", "#....", "#....", "####.", "#...#", "#...#", ".###."]),
    ('7', ["#####", "....#", "...#.", "..#..", "..#..", ".#...", ".#..."]),
    ('8', [".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###."]),
    ('9', [".###.", "#...#", "#...#", ".####", "....#", "....#", ".###."]),
    ('.', [".", ".", ".", ".", ".", ".", "#"]),
    (',', ["..", "..", "..", "..", "..", ".#", "#."]),
    ('+', [".....", "..#..", "..#..", "#####", "..#..", "..#..", "....."]),
    ('-', [".....", ".....", ".....", "#####", ".....", ".....", "....."]),
    ('–', [".....", ".....", ".....", "#####", ".....", ".....", "....."]),
    ('−', [".....", ".....", ".....", "#####", ".....", ".....", "....."]),
    ('<', ["...#", "..#.", ".#..", "#...", ".#..", "..#.", "...#"]),
    ('>', ["#...", ".#..", "..#.", "...#", "..#.", ".#..", "#..."]),
    ('≥', ["##..", "..#.", "...#", "..#.", "##..", "....", "####"]),
    ('≤', ["..##", ".#..", "#...", ".#..", "..##", "....", "####"]),
    ('~', [".....", ".....", ".#..#", "#.##.", ".....", ".....", "....."]),
    ('%', ["##..#", "##..#", "...#.", "..#..", ".#...", "#..##", "#..##"]),
    ('=', ["....", "....", "####", "....", "####", "....", "...."]),
];

/// The digits in ASCII, three rows of strokes each.
pub(super) const STROKES: &[(char, [&str; 3])] = &[
    ('0', [" _ ", "| |", "|_|"]),
    ('1', ["   ", "  |", "  |"]),
    ('2', [" _ ", " _|", "|_ "]),
    ('3', [" _ ", " _|", " _|"]),
    ('4', ["   ", "|_|", "  |"]),
    ('5', [" _ ", "|_ ", " _|"]),
    ('6', [" _ ", "|_ ", "|_|"]),
    ('7', [" _ ", "  |", "  |"]),
    ('8', [" _ ", "|_|", "|_|"]),
    ('9', [" _ ", "|_|", " _|"]),
];

/// Returns a dot and its neighbours above, to the right, to the left and below. Dots outside the bitmap are not set.
fn around(dots: &Bitmap, row: usize, column: usize) -> [bool; 5] {
    let at = |row: Option<usize>, column: Option<usize>| {
        let dot = row.zip(column).and_then(|(row, column)| dots.get(row)?.get(column));
        dot.copied().unwrap_or(false)
    };
    [
        at(Some(row), Some(column)),
        at(row.checked_sub(1), Some(column)),
        at(Some(row), Some(column + 1)),
        at(Some(row), column.checked_sub(1)),
        at(Some(row + 1), Some(column)),
    ]
}

/// Doubles a bitmap by the Scale2x algorithm: a corner takes the value of the two neighbours that meet there, if they
/// are equal.
pub(super) fn scale2x(dots: &Bitmap) -> Bitmap {
    enlarge(dots, |row, column| {
        let [dot, up, right, left, down] = around(dots, row, column);
        let corner = |one: bool, other: bool, far: [bool; 2]| if one == other && far != [one, one] { one } else { dot };
        if up == down || left == right {
            return vec![vec![dot; 2]; 2];
        }
        vec![
            vec![corner(left, up, [right, down]), corner(up, right, [left, down])],
            vec![corner(left, down, [up, right]), corner(down, right, [up, left])],
        ]
    })
}

/// Triples a bitmap by the same algorithm.
pub(super) fn scale3x(dots: &Bitmap) -> Bitmap {
    enlarge(dots, |row, column| {
        let [dot, up, right, left, down] = around(dots, row, column);
        let mut large = vec![vec![dot; 3]; 3];
        if up == down || left == right {
            return large;
        }
        for (corner, (one, other)) in
            [((0, 0), (left, up)), ((0, 2), (up, right)), ((2, 0), (left, down)), ((2, 2), (down, right))]
        {
            if one == other
                && let Some(dot) = large.get_mut(corner.0).and_then(|row| row.get_mut(corner.1))
            {
                *dot = one;
            }
        }
        large
    })
}

/// Replaces each dot by a block of dots.
fn enlarge(dots: &Bitmap, block: impl Fn(usize, usize) -> Bitmap) -> Bitmap {
    let mut large = Bitmap::new();
    for (row, line) in dots.iter().enumerate() {
        let blocks: Vec<Bitmap> = (0..line.len()).map(|column| block(row, column)).collect();
        let height = blocks.first().map_or(0, Vec::len);
        for part in 0..height {
            large.push(blocks.iter().filter_map(|block| block.get(part)).flatten().copied().collect());
        }
    }
    large
}
