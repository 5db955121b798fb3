//! Tells how many areas are out of sight where not all of them have room.

use crate::text::{Lang, width};

/// Returns how many areas lie before and after those that are visible, in as many words as have room: `‹ 4 市  › 26 市`. Empty
/// where all are visible.
pub(super) fn text(before: usize, after: usize, lang: Lang, room: usize) -> String {
    let part = |sign: &str, count: usize| match (count, lang) {
        (0, _) => None,
        (_, Lang::Zh) => Some(format!("{sign} {count} 市")),
        (_, Lang::En) => Some(format!("{sign} {count} more")),
    };
    let brief = |sign: &str, count: usize| (count > 0).then(|| format!("{sign}{count}"));
    let worded = [part("‹", before), part("›", after)].into_iter().flatten().collect::<Vec<_>>().join("  ");
    let short = [brief("‹", before), brief("›", after)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    [worded, short].into_iter().find(|text| width(text) <= room).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_sight_is_counted_in_the_words_that_fit() {
        assert_eq!(text(4, 26, Lang::Zh, 20), "‹ 4 市  › 26 市");
        assert_eq!(text(0, 26, Lang::En, 20), "› 26 more");
        assert_eq!(text(4, 26, Lang::En, 10), "‹4 ›26");
        assert_eq!(text(0, 0, Lang::Zh, 20), "");
        assert_eq!(text(4, 26, Lang::Zh, 3), "");
    }
}
