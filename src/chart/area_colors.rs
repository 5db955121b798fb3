//! The colours and the symbols by which areas are known everywhere: on the terminal, in pictures and in documents.

/// The colour of an area in red, green and blue, on a dark and on a light ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaColor {
    pub dark: (u8, u8, u8),
    pub light: (u8, u8, u8),
}

const fn color(dark: (u8, u8, u8), light: (u8, u8, u8)) -> AreaColor {
    AreaColor { dark, light }
}

/// The areas' colours, in the order of the areas; after the last the first comes again.
pub const AREA_COLORS: [AreaColor; 7] = [
    color((231, 151, 4), (165, 78, 8)),
    color((108, 206, 255), (0, 99, 207)),
    color((42, 177, 129), (0, 94, 74)),
    color((197, 136, 182), (122, 68, 116)),
    color((240, 228, 66), (62, 52, 7)),
    color((238, 238, 238), (18, 18, 18)),
    color((215, 255, 175), (0, 0, 215)),
];

/// The areas' symbols. Their number and that of the colours have no common divisor: so the first fifty-six areas differ in
/// their symbol or in their colour, and areas beside each other in both.
pub const AREA_SYMBOLS: [&str; 8] = ["●", "◆", "▲", "■", "★", "▼", "◎", "◇"];
