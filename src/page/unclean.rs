//! What shows that a cleaned text is still damaged.

use super::findings::{UncleanKind, UncleanSign};
use super::gloss::has_tone;
use super::line::{around, first_of, is_chinese, last_of};
use super::mirror::question_marks;
use super::simplify::traditional_left;

/// Returns the signs of damage in paragraphs.
pub(super) fn signs(paragraphs: &[String]) -> Vec<UncleanSign> {
    let numbered = paragraphs.iter().enumerate();
    numbered
        .flat_map(|(at, text)| {
            of_paragraph(text).into_iter().map(move |(kind, words)| UncleanSign { kind, paragraph: at + 1, words })
        })
        .collect()
}

/// Tells whether a character is one of a kind.
type CharacterTest = fn(char) -> bool;

fn of_paragraph(text: &str) -> Vec<(UncleanKind, String)> {
    let characters: Vec<char> = text.chars().collect();
    let mut found: Vec<(UncleanKind, String)> =
        question_marks(text).into_iter().map(|words| (UncleanKind::QuestionMark, words)).collect();
    let of_characters: [(UncleanKind, CharacterTest); 5] = [
        (UncleanKind::ToneMark, has_tone),
        (UncleanKind::PrivateUse, |character| ('\u{e000}'..='\u{f8ff}').contains(&character)),
        (UncleanKind::Replacement, |character| character == '\u{fffd}'),
        (UncleanKind::Kana, |character| ('\u{3041}'..='\u{30ff}').contains(&character) && !"・ー".contains(character)),
        (UncleanKind::Lost, |character| character == '□'),
    ];
    for (kind, is_one) in of_characters {
        // A box at the start of a line stands before the name of a reporter.
        let place = (0..characters.len()).find(|place| {
            characters.get(*place).copied().is_some_and(is_one) && !(*place == 0 && kind == UncleanKind::Lost)
        });
        found.extend(place.map(|place| (kind, around(&characters, place, 5))));
    }
    found.extend(circled(&characters).map(|place| (UncleanKind::CircledNumber, around(&characters, place, 5))));
    found.extend(tag(&characters).map(|place| (UncleanKind::Tag, around(&characters, place, 5))));
    found.extend(traditional_left(text).map(|character| (UncleanKind::Traditional, character.to_string())));
    for (kind, open, close) in [(UncleanKind::Quotes, '“', '”'), (UncleanKind::TitleMarks, '《', '》')] {
        let count = |mark: char| characters.iter().filter(|character| **character == mark).count();
        if count(open) != count(close) {
            found.push((kind, format!("{}……{}", first_of(text, 5), last_of(text, 5))));
        }
    }
    found
}

/// Returns the place of a circled number or its like between two Chinese characters: one at the start of an item is a mark.
fn circled(characters: &[char]) -> Option<usize> {
    let is_circled = |character: char| ('\u{2460}'..='\u{249b}').contains(&character);
    let of_chinese = |place: Option<usize>| {
        place.and_then(|place| characters.get(place)).is_some_and(|character| is_chinese(*character))
    };
    (0..characters.len()).find(|place| {
        characters.get(*place).copied().is_some_and(is_circled)
            && of_chinese(place.checked_sub(1))
            && of_chinese(Some(place + 1))
    })
}

/// Returns the place of a tag, or of what is left of one.
fn tag(characters: &[char]) -> Option<usize> {
    let at = |place: usize| characters.get(place).copied().unwrap_or(' ');
    (0..characters.len()).find(|place| match at(*place) {
        '<' => at(place + 1).is_ascii_alphabetic() || (at(place + 1) == '/' && at(place + 2).is_ascii_alphabetic()),
        '/' => matches!(at(place + 1), 'p' | 'b') && at(place + 2) == '>',
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_of_damage_is_seen() {
        let kinds = |text: &str| of_paragraph(text).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        for (text, kind) in [
            ("怎么?办", UncleanKind::QuestionMark),
            ("政协xié商", UncleanKind::ToneMark),
            ("上<b>下", UncleanKind::Tag),
            ("上/p>下", UncleanKind::Tag),
            ("上\u{e123}下", UncleanKind::PrivateUse),
            ("上\u{fffd}下", UncleanKind::Replacement),
            ("上の下", UncleanKind::Kana),
            ("上①下", UncleanKind::CircledNumber),
            ("“上下", UncleanKind::Quotes),
            ("上下》", UncleanKind::TitleMarks),
            ("上東下", UncleanKind::Traditional),
            ("上□下", UncleanKind::Lost),
        ] {
            assert_eq!(kinds(text), [kind], "{text}");
        }
        assert!(kinds("①深入调研；②“4+X”，《协商纪要》").is_empty());
        assert!(kinds("□晚报记者 宋某").is_empty());
    }
}
