//! What the context says of characters whose bytes were lost.

use super::gbk::{self, BytePair};
use super::line::is_chinese;
use crate::text::simplified;
use std::collections::{BTreeSet, HashSet};

/// Words of the field, in which a lost character is looked for where the page has no such word itself.
const WORDS: &str = "职能 職能 担当 擔當 履职 履職 协商 協商 政协 政協 委员 委員 建言 资政 資政 凝聚 共识 共識 监督 監督 提案 \
                     调研 調研 界别 界別 视察 視察 常委 主席 会议 會議 机关 機關 发展 發展 工作 平台 平臺 建设 建設 服务 服務 \
                     群众 群眾 社情 民意 信息 领导 領導 决策 決策 部署 落实 落實 机制 機制 制度 学习 學習 活动 活動";

/// The words of a page as far as they tell lost characters.
#[derive(Debug, Default)]
pub(super) struct PageWords {
    neighbours: BTreeSet<(char, char)>,
    characters: HashSet<char>,
}

/// The marks that stand open in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OpenMark(Option<char>);

impl OpenMark {
    /// Whether something stands open.
    pub const fn is_open(self) -> bool {
        self.0.is_some()
    }

    /// Returns the mark that a text asks for: the one that closes what it opened last.
    pub fn of(text: &str) -> Self {
        let mut open = Vec::new();
        for character in text.chars() {
            match character {
                '“' => open.push('”'),
                '‘' => open.push('’'),
                '《' => open.push('》'),
                '”' | '’' | '》' if open.last() == Some(&character) => {
                    open.pop();
                }
                _ => {}
            }
        }
        Self(open.pop())
    }
}

impl PageWords {
    /// Adds the words of a line, which has no glosses any more.
    pub fn add(&mut self, text: &str) {
        let characters = || text.chars();
        let pairs = characters().zip(characters().skip(1));
        self.neighbours.extend(pairs.filter(|(one, other)| is_chinese(*one) && is_chinese(*other)));
        self.characters.extend(characters());
    }

    /// Whether the page has this character elsewhere.
    pub fn knows(&self, character: char) -> bool {
        self.characters.contains(&character)
    }

    /// Returns the mark or the character whose first byte is known, after the text before it.
    pub fn with_lead(&self, before: &str, lead: u8) -> Option<char> {
        let fits = |character: &char| gbk::bytes(*character).is_some_and(|[first, _]| first == lead);
        if let Some(mark) = OpenMark::of(before).0.filter(fits) {
            return Some(mark);
        }
        let last = before.chars().last()?;
        let after = |pairs: &mut dyn Iterator<Item = (char, char)>| {
            let found: BTreeSet<char> = pairs
                .filter(|(one, other)| simplified(*one) == simplified(last) && fits(other))
                .map(|(_, other)| other)
                .collect();
            only(found)
        };
        after(&mut self.neighbours.iter().copied()).or_else(|| after(&mut words()))
    }

    /// Returns the two characters between which two bytes vanished as one of the private area: the first begins with
    /// `lead`, and `is_trail` holds for the last byte of the second.
    pub fn around_private(&self, lead: u8, is_trail: impl Fn(u8) -> bool) -> Option<(char, char)> {
        let fits = |(one, other): &(char, char)| match (gbk::bytes(*one), gbk::bytes(*other)) {
            (Some([first, second]), Some([third, fourth])) => {
                let between: BytePair = [second, third];
                first == lead && gbk::is_private(between) && is_trail(fourth)
            }
            _ => false,
        };
        let of_page: BTreeSet<(char, char)> = self.neighbours.iter().copied().filter(fits).collect();
        if of_page.is_empty() { only(words().filter(fits).collect()) } else { only(of_page) }
    }
}

fn words() -> impl Iterator<Item = (char, char)> {
    WORDS.split_whitespace().filter_map(|word| {
        let mut characters = word.chars();
        Some((characters.next()?, characters.next()?))
    })
}

/// Returns what a set holds, where that is one thing.
fn only<T>(set: BTreeSet<T>) -> Option<T> {
    let mut each = set.into_iter();
    each.next().filter(|_| each.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_tells_what_was_lost() {
        let mut context = PageWords::default();
        context.add("彰顯擔當作為");
        assert_eq!(context.around_private(0x93, |trail| trail == 0x94), Some(('擔', '當')));
        assert_eq!(context.with_lead("作", 0x9e), Some('為'));
        assert_eq!(context.with_lead("履行職", 0xc4), Some('能'));
        assert_eq!(context.with_lead("“走進中間。", 0xa1), Some('”'));
        assert_eq!(context.with_lead("走進中間", 0xa1), None);
    }
}
