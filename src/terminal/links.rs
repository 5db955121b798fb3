//! Links on the screen (OSC 8), on terminals that have them.
//!
//! Most terminals that do not know them leave them out; a few write them as text, and those get none.

use crate::text::Link;
use crate::text::environment::{STY, TERM, TERM_PROGRAM, TERM_PROGRAM_VERSION, TMUX};
use std::num::NonZeroU16;

/// The first version of tmux that passes links on.
const TMUX_WITH_LINKS: (u32, u32) = (3, 4);
/// Kinds of terminals, by the beginnings of their names, that would write a link as text or can do nothing with it.
const WITHOUT_LINKS: [&str; 8] = ["linux", "dumb", "unknown", "vt", "cons", "screen", "ansi", "sun"];

/// The number of an address among those that were on the screen so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct LinkNumber(NonZeroU16);

/// The addresses that were on the screen so far.
#[derive(Debug, Default)]
pub(super) struct LinkTable {
    addresses: Vec<String>,
}

impl LinkTable {
    /// Returns the number of a link's address; `None` where it could harm the terminal, or there are too many.
    pub(super) fn number(&mut self, link: &Link) -> Option<LinkNumber> {
        let is_clean = !link.address.is_empty() && link.address.bytes().all(|byte| byte.is_ascii_graphic());
        let known = self.addresses.iter().position(|address| *address == link.address);
        let place = known.or_else(|| {
            is_clean.then(|| self.addresses.push(link.address.clone()))?;
            self.addresses.len().checked_sub(1)
        })?;
        NonZeroU16::new(u16::try_from(place + 1).ok()?).map(LinkNumber)
    }

    /// Writes that what follows leads to an address, or nowhere. Pieces of one address on several rows have one id, so that
    /// the terminal marks them together.
    pub(super) fn write(&self, link: Option<LinkNumber>, out: &mut Vec<u8>) {
        let number = link.map_or(0, |LinkNumber(number)| usize::from(number.get()));
        let sequence = match self.addresses.get(number.wrapping_sub(1)) {
            Some(address) => format!("\x1b]8;id={number};{address}\x1b\\"),
            None => "\x1b]8;;\x1b\\".to_owned(),
        };
        out.extend_from_slice(sequence.as_bytes());
    }
}

/// Returns whether the terminal shows links; `variable` looks a name up in the environment.
pub(super) fn are_shown(variable: impl Fn(&str) -> Option<String>) -> bool {
    let get = |name: &str| variable(name).filter(|value| !value.is_empty());
    if get(TMUX).is_some() {
        let is_tmux = get(TERM_PROGRAM).is_some_and(|name| name == "tmux");
        return is_tmux && get(TERM_PROGRAM_VERSION).and_then(|text| version(&text)) >= Some(TMUX_WITH_LINKS);
    }
    let term = get(TERM).unwrap_or_else(|| "dumb".to_owned());
    get(STY).is_none() && !WITHOUT_LINKS.iter().any(|begin| term.starts_with(begin))
}

/// Reads `3.4`, `3.5a` and `next-3.6`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit()).filter(|part| !part.is_empty());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_that_would_write_them_as_text_get_none() {
        let shown = |set: &[(&str, &str)]| {
            are_shown(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        for term in ["xterm-256color", "xterm-kitty", "foot", "alacritty", "tmux-256color", "rxvt-unicode"] {
            assert!(shown(&[(TERM, term)]), "{term}");
        }
        for term in ["linux", "dumb", "", "vt100", "vt220", "screen", "screen-256color", "unknown"] {
            assert!(!shown(&[(TERM, term)]), "{term}");
        }
        assert!(!shown(&[]) && !shown(&[(TERM, "xterm-256color"), (STY, "1.pts")]));
        for (version, is_shown) in [("3.3a", false), ("3.4", true), ("3.5a", true), ("next-3.6", true), ("", false)] {
            let set =
                [(TERM, "screen-256color"), (TMUX, "/tmp/x"), (TERM_PROGRAM, "tmux"), (TERM_PROGRAM_VERSION, version)];
            assert_eq!(shown(&set), is_shown, "{version}");
        }
        assert!(!shown(&[(TERM, "tmux-256color"), (TMUX, "/tmp/x")]));
    }

    #[test]
    fn an_address_that_could_harm_the_terminal_is_no_link() {
        let mut table = LinkTable::default();
        let mut number = |address: &str| {
            table
                .number(&Link { column: 0, row: 0, width: 9, address: address.to_owned() })
                .map(|LinkNumber(it)| it.get())
        };
        assert_eq!(["https://a.cn/b", "https://c.cn", "https://a.cn/b"].map(&mut number), [Some(1), Some(2), Some(1)]);
        assert_eq!(
            ["", "https://a.cn/\x1b\\", "https://a.cn/\x07", "https://政协.cn", "https://a b"].map(number),
            [None; 5]
        );
    }
}
