//! How bright colours are, and what the terminals' own palettes hold.

use ratatui::style::Color;

/// Levels of red, green and blue, to 255.
pub type Rgb = (u8, u8, u8);

pub const BLACK: Rgb = (0, 0, 0);
pub const WHITE: Rgb = (255, 255, 255);

/// The sixteen colours of a terminal, in the order of their SGR numbers.
pub type Palette = [u32; 16];

/// The palettes that terminals have unless their user chooses another. Solarized is left out: it puts greys of the text in the
/// places of eight colours, and its own text has a contrast of 4.1 with its own ground.
pub const PALETTES: [(&str, Palette); 5] = [
    (
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f,
            0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "the Linux console (VGA)",
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, 0x55_5555,
            0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    (
        "PuTTY",
        [
            0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb, 0xbb_bbbb, 0x55_5555,
            0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    (
        "Windows Terminal (Campbell)",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc, 0x76_7676,
            0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
    (
        "Terminal of macOS (Basic)",
        [
            0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf, 0x66_6666,
            0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
        ],
    ),
];

/// The names of the sixteen colours.
pub const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// Returns the number of one of the sixteen colours.
pub fn number(colour: Color) -> Option<usize> {
    NAMED.iter().position(|other| *other == colour)
}

/// Returns a colour of a palette.
pub fn of_palette(palette: &Palette, number: usize) -> Rgb {
    let [_, red, green, blue] = palette[number].to_be_bytes();
    (red, green, blue)
}

/// Returns a colour of the fixed palette of 256, or one in 24 bits; `None` for one of the user's own.
pub fn fixed(colour: Color) -> Option<Rgb> {
    let level = |step: u8| if step == 0 { 0 } else { 55 + step * 40 };
    match colour {
        Color::Rgb(red, green, blue) => Some((red, green, blue)),
        Color::Indexed(index @ 16..=231) => {
            let cube = index - 16;
            Some((level(cube / 36), level(cube / 6 % 6), level(cube % 6)))
        }
        Color::Indexed(index @ 232..) => {
            let grey = 8 + (index - 232) * 10;
            Some((grey, grey, grey))
        }
        _ => None,
    }
}

/// Returns the levels as light.
pub fn linear((red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(|level| {
        let level = f64::from(level) / 255.0;
        if level <= 0.040_45 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
    })
}

/// Returns how bright a colour is, from 0 to 1.
pub fn luminance(colour: Rgb) -> f64 {
    linear(colour).iter().zip([0.2126, 0.7152, 0.0722]).map(|(level, part)| level * part).sum()
}

/// Returns the contrast of two colours by WCAG 2, from 1 to 21.
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
