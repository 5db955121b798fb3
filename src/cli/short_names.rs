//! Finding a thing among the few that a user or the data have named, such as themes and groups of areas.

use crate::search::{SpelledPart, spelled_part};
use crate::text::{Lang, Text, fold_fullwidth};
use itertools::Itertools;

/// What stands before the name of a group where areas are named.
pub(super) const GROUP: char = '@';

/// Returns the name of a group, where what was typed stands for one.
pub(super) fn group_name(typed: &str) -> Option<&str> {
    typed.strip_prefix([GROUP, '＠']).map(str::trim)
}

/// Takes away what people write now one way, now another: case, full width, spaces.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|character| !character.is_whitespace()).map(fold_fullwidth).collect::<String>().to_lowercase()
}

/// Returns whether a group of this name could be typed after `@`, in a list with commas.
pub(super) fn is_group_name(name: &str) -> bool {
    let is_no_part = |character: char| {
        matches!(character, ',' | '，' | '、' | GROUP | '＠') || character.is_whitespace() || character.is_control()
    };
    !name.is_empty() && !name.contains(is_no_part)
}

/// Finds the one thing that bears a name, or the only one whose name begins with it; then the only one whose name is spelt so in
/// pinyin or by its initials, or begins so. `names` returns all names of a thing.
pub(super) fn find<'a, T>(things: &'a [T], typed: &str, names: impl Fn(&'a T) -> Vec<&'a str>) -> Option<&'a T> {
    let wanted = plain(typed);
    let bears = |thing: &'a T| names(thing).into_iter().any(|name| plain(name) == wanted);
    let begins = |thing: &'a T| names(thing).into_iter().any(|name| plain(name).starts_with(&wanted));
    if wanted.is_empty() {
        return None;
    }
    let borne = things.iter().find(|thing| bears(thing));
    let is_spelled = |thing: &'a T, least| {
        names(thing).into_iter().any(|name| spelled_part(typed, name).is_some_and(|part| part <= least))
    };
    let spelled = |least| things.iter().filter(move |thing| is_spelled(thing, least)).exactly_one().ok();
    let mut begun = things.iter().filter(|thing| begins(thing));
    match (borne, begun.next(), begun.next()) {
        (Some(thing), ..) | (None, Some(thing), None) => Some(thing),
        // What several begin with means none of them.
        (None, Some(_), Some(_)) => None,
        (None, None, _) => [SpelledPart::Whole, SpelledPart::Beginning].into_iter().find_map(spelled),
    }
}

/// Says that nothing bears a name, and what there is instead.
pub(super) fn not_found(kind: &Text, typed: &str, names: &[Text]) -> Text {
    let listed = |lang, comma| names.iter().map(|name| name.get(lang)).join(comma);
    let (zh, en) = (listed(Lang::Zh, "、"), listed(Lang::En, ", "));
    Text::new(
        format!("没有名为“{typed}”的{}；现有：{zh}", kind.zh),
        format!("no {} is called “{typed}”; there are: {en}", kind.en),
    )
}
