//! Half-width marks beside Chinese characters, which are full-width in print.

use super::findings::RepairKind;
use super::line::{PageLine, is_chinese};

/// Restores the marks of a line: a comma, colon, semicolon, exclamation mark and brackets. A question mark stays as it is: on
/// a damaged page it may stand for a lost character.
pub(super) fn restore(line: &mut PageLine) {
    let before: Vec<char> = line.text.chars().collect();
    if !before.iter().any(|character| ",:;!()".contains(*character)) {
        return;
    }
    let mut after = before.clone();
    let brackets = pairs(&before);
    for (place, character) in before.iter().enumerate() {
        let is_full = match character {
            ',' | ':' | ';' | '!' => ends_chinese(&before, place),
            '(' | ')' => brackets.contains(&place),
            _ => false,
        };
        if let Some(mark) = after.get_mut(place).filter(|_| is_full) {
            *mark = full_width(*mark);
        }
    }
    let count = before.iter().zip(&after).filter(|(one, other)| one != other).count();
    line.text = after.into_iter().collect();
    // A full-width bracket has its own room.
    if count > 0 {
        line.text = line.text.replace(" （", "（").replace("） ", "）");
    }
    line.count(RepairKind::FullWidth, count);
}

fn full_width(mark: char) -> char {
    char::from_u32(u32::from(mark) + 0xfee0).unwrap_or(mark)
}

/// Whether a mark stands in Chinese text: beside a Chinese character or mark, but not within a number or an address.
fn ends_chinese(characters: &[char], place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|place| characters.get(place));
    let after = characters.get(place + 1);
    let is_word = |character: Option<&char>| character.is_some_and(char::is_ascii_alphanumeric);
    let is_chinese = |character: Option<&char>| character.is_some_and(|character| is_of_chinese_text(*character));
    // 10:47 and 1,098 hold one, 10,立案 ends with one; so does 记者: Wang.
    (is_chinese(before) || is_chinese(after)) && !(is_word(before) && is_word(after))
}

fn is_of_chinese_text(character: char) -> bool {
    is_chinese(character) || "，。、；：？！…—“”‘’《》（）「」『』【】〈〉·％□■".contains(character)
}

/// Returns the places of the brackets that hold or touch Chinese characters; both of a pair have one width.
fn pairs(characters: &[char]) -> Vec<usize> {
    let (mut open, mut found) = (Vec::new(), Vec::new());
    for (place, character) in characters.iter().enumerate() {
        match character {
            '(' => open.push(place),
            ')' => {
                let Some(from) = open.pop() else { continue };
                let beside = [from.checked_sub(1), Some(place + 1)];
                let beside = beside.into_iter().flatten().filter_map(|place| characters.get(place));
                let within = characters.iter().take(place).skip(from + 1);
                if beside.chain(within).any(|character| is_of_chinese_text(*character)) {
                    found.extend([from, place]);
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(text: &str) -> String {
        let mut line = PageLine::new(1, text);
        restore(&mut line);
        line.text
    }

    #[test]
    fn marks_beside_characters_become_full_width() {
        assert_eq!(restored("协商10项,提案503件;“来吧!”(区)"), "协商10项，提案503件；“来吧！”（区）");
        assert_eq!(restored("用户达2024,市政协"), "用户达2024，市政协");
        assert_eq!(restored("软件(app)在线"), "软件（app）在线");
        assert_eq!(restored("东湖电 (记者王某) 8月"), "东湖电（记者王某）8月");
    }

    #[test]
    fn numbers_times_and_english_stay() {
        for text in ["10:47", "1,098", "see http://a.cn/b (app), ok!", "怎么办?"] {
            assert_eq!(restored(text), text);
        }
    }
}
