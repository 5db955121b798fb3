//! Traditional characters into simplified ones, on a whole page.

use super::findings::RepairKind;
use super::line::{PageLine, is_chinese};
use crate::text::simplified;

/// Characters that simplified text has, too, in these words: they stay there.
const KEPT: &[(char, &str)] = &[
    (
        '著',
        "著名|著作|著述|著称|著稱|著书|著書|著者|著录|著錄|显著|顯著|卓著|昭著|名著|巨著|专著|專著|论著|論著|译著|譯著|编著|編著|合著|原著|遗著|遺著|土著|拙著|见微知著|見微知著",
    ),
    ('乾', "乾坤|乾隆|乾县|乾縣|乾陵|康乾"),
    ('藉', "慰藉|蕴藉|蘊藉|狼藉|枕藉"),
    ('瞭', "瞭望"),
    ('徵', "宫商角徵羽|宮商角徵羽"),
    ('於', "於菟|樊於期"),
    ('夥', "甚夥"),
];

/// Of so many Chinese characters one must be traditional before a page counts as traditional. On a simplified page only
/// the characters change that simplified text never has.
const ONE_OF: usize = 50;

/// Whether a text is written in traditional characters, though some of it may be simplified already.
pub(super) fn is_traditional(lines: &[PageLine]) -> bool {
    let characters = || lines.iter().flat_map(|line| line.text.chars());
    let traditional = characters().filter(|character| is_traditional_alone(*character)).count();
    traditional * ONE_OF > characters().filter(|character| is_chinese(*character)).count()
}

/// Whether a character is traditional and simplified text never has it.
fn is_traditional_alone(character: char) -> bool {
    simplified(character) != character && !KEPT.iter().any(|(kept, _)| *kept == character)
}

/// Simplifies the characters of a line.
pub(super) fn simplify(line: &mut PageLine, is_traditional: bool) {
    let kept: Vec<usize> =
        KEPT.iter().flat_map(|(character, words)| kept_places(&line.text, *character, words)).collect();
    let mut count = 0;
    let text = line.text.char_indices().map(|(offset, character)| {
        let simple = simplified(character);
        let may_stay = KEPT.iter().any(|(kept, _)| *kept == character);
        if simple == character || kept.contains(&offset) || (may_stay && !is_traditional) {
            return character;
        }
        count += 1;
        simple
    });
    line.text = text.collect();
    line.count(RepairKind::Simplified, count);
}

/// Returns the offsets of a character where it stands in one of the words, between which stands `|`.
fn kept_places(text: &str, character: char, words: &str) -> Vec<usize> {
    if !text.contains(character) {
        return Vec::new();
    }
    let places = words.split('|').flat_map(|word| {
        let within = word.find(character).unwrap_or_default();
        text.match_indices(word).map(move |(offset, _)| offset + within)
    });
    places.collect()
}

/// Returns the traditional characters that a cleaned text still has.
pub(super) fn traditional_left(text: &str) -> Option<char> {
    text.chars().find(|character| is_traditional_alone(*character))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simple(text: &str) -> (String, usize) {
        let mut line = PageLine::new(1, text);
        let is_traditional = is_traditional(std::slice::from_ref(&line));
        simplify(&mut line, is_traditional);
        let count = line.repairs.get(&RepairKind::Simplified).copied().unwrap_or_default();
        (line.text, count)
    }

    #[test]
    fn traditional_and_mixed_pages_become_simplified() {
        assert_eq!(simple("東湖市政協圍繞中心，覆蓋各區"), ("东湖市政协围绕中心，覆盖各区".to_owned(), 6));
        assert_eq!(
            simple("向著目標，著力公佈，成效顯著，著名學者"),
            ("向着目标，着力公布，成效显著，著名学者".to_owned(), 6)
        );
        assert_eq!(simple("陜西、乾縣的乾燥"), ("陕西、乾县的干燥".to_owned(), 3));
    }

    #[test]
    fn a_simplified_page_keeps_what_it_has() {
        let text = "东湖市政协委员於某著有专著，乾某与会，全覆盖";
        assert_eq!(simple(text), (text.to_owned(), 0));
    }
}
