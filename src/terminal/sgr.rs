//! The style that the terminal writes in (SGR, select graphic rendition), and the fewest bytes that change it.

use super::links::LinkNumber;
use ratatui::style::{Color, Modifier};

/// The modifiers that can be seen on a space.
pub(super) const VISIBLE_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// The parameters that switch each modifier on and off. Bold and dim share their off.
const SWITCHES: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// The colours and modifiers of what is written next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Sgr {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifier: Modifier,
    /// Where it leads, which takes a sequence of its own.
    pub(super) link: Option<LinkNumber>,
}

impl Sgr {
    /// The style that `ESC [ m` sets.
    pub(super) const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty(), link: None };

    /// Returns whether a space in this style looks like the terminal's own background.
    pub(super) fn leaves_plain_blank(self) -> bool {
        self.leaves_blank(Color::Reset)
    }

    /// Returns whether a space in this style shows the background `bg` and nothing else.
    pub(super) fn leaves_blank(self, bg: Color) -> bool {
        self.bg == bg && self.link.is_none() && !self.modifier.intersects(VISIBLE_ON_BLANK)
    }

    /// Writes the change from this style to `to`, but for where it leads: only what differs, or a reset and the whole,
    /// whichever is shorter.
    pub(super) fn write_change(self, to: Self, out: &mut Vec<u8>) {
        if self == (Self { link: self.link, ..to }) {
            return;
        }
        let changes = self.difference(to);
        let whole = Self::PLAIN.difference(to);
        // A parameter that is left out is 0, which resets: `ESC [ m` and `ESC [ ; 1 m` (ECMA-48, 5.4.2).
        let reset = if whole.is_empty() { String::new() } else { format!(";{whole}") };
        let shorter = if reset.len() < changes.len() { reset } else { changes };
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(shorter.as_bytes());
        out.push(b'm');
    }

    /// Returns the parameters that change, joined by `;`.
    fn difference(self, to: Self) -> String {
        let mut parameters = SgrParameters(String::new());
        let gone = self.modifier - to.modifier;
        let mut added = to.modifier - self.modifier;
        let mut last_off = "";
        for (modifier, _, off) in SWITCHES {
            if gone.contains(modifier) && off != last_off {
                parameters.push(off);
                last_off = off;
                // Switching bold off switches dim off as well, and the other way round: what stays is switched on
                // again.
                added |= SWITCHES
                    .iter()
                    .filter(|(other, _, its_off)| *its_off == off && to.modifier.contains(*other))
                    .fold(Modifier::empty(), |all, (other, ..)| all | *other);
            }
        }
        for (modifier, on, _) in SWITCHES {
            if added.contains(modifier) {
                parameters.push(on);
            }
        }
        if self.fg != to.fg {
            parameters.push(&colour(to.fg, 30));
        }
        if self.bg != to.bg {
            parameters.push(&colour(to.bg, 40));
        }
        parameters.0
    }
}

struct SgrParameters(String);

impl SgrParameters {
    fn push(&mut self, parameter: &str) {
        if !self.0.is_empty() {
            self.0.push(';');
        }
        self.0.push_str(parameter);
    }
}

/// Returns the parameter of a colour; `base` is 30 for the foreground and 40 for the background.
fn colour(colour: Color, base: u8) -> String {
    let named = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return format!("{};5;{index}", base + 8),
        Color::Rgb(red, green, blue) => return format!("{};2;{red};{green};{blue}", base + 8),
    };
    (base + named).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(from: Sgr, to: Sgr) -> String {
        let mut out = Vec::new();
        from.write_change(to, &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    fn style(fg: Color, modifier: Modifier) -> Sgr {
        Sgr { fg, modifier, ..Sgr::PLAIN }
    }

    #[test]
    fn only_what_changes_is_written() {
        let red = style(Color::Red, Modifier::empty());
        let bold_red = style(Color::Red, Modifier::BOLD);
        assert_eq!(turn(red, red), "");
        assert_eq!(turn(Sgr::PLAIN, bold_red), "^[1;31m");
        assert_eq!(turn(red, bold_red), "^[1m");
        assert_eq!(turn(bold_red, red), "^[22m");
        assert_eq!(turn(bold_red, Sgr::PLAIN), "^[m");
        assert_eq!(turn(red, style(Color::Indexed(40), Modifier::empty())), "^[38;5;40m");
        assert_eq!(turn(Sgr::PLAIN, Sgr { bg: Color::Rgb(1, 2, 3), ..Sgr::PLAIN }), "^[48;2;1;2;3m");
        assert_eq!(turn(Sgr::PLAIN, Sgr { fg: Color::DarkGray, bg: Color::White, ..Sgr::PLAIN }), "^[90;107m");
    }

    #[test]
    fn a_shared_off_does_not_lose_the_modifier_that_stays() {
        let both = style(Color::Rgb(10, 20, 30), Modifier::BOLD | Modifier::DIM);
        assert_eq!(turn(both, style(Color::Rgb(10, 20, 30), Modifier::DIM)), "^[22;2m");
        assert_eq!(turn(both, style(Color::Rgb(10, 20, 30), Modifier::empty())), "^[22m");
    }

    #[test]
    fn a_reset_is_taken_where_it_is_shorter() {
        let much = style(Color::Red, Modifier::BOLD | Modifier::REVERSED | Modifier::UNDERLINED | Modifier::ITALIC);
        assert_eq!(turn(much, style(Color::Reset, Modifier::BOLD)), "^[;1m");
    }
}
