//! Reading the numbers that a printed Chinese phrase holds: `2400余条`, `1.6亿`, `上百个`, `三次`, `百万人次`.

/// A number found in a phrase, with the word beside it that hedges it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// The number with 十 百 千 万 亿 multiplied out.
    pub value: f64,
    /// The word before or after it.
    pub hedge: Hedge,
}

/// A word beside a number that says how exact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// No word that hedges.
    None,
    /// One of 余 多 超 逾 上 以上: this many or more.
    AtLeast,
    /// One of 近 不足 不到: fewer than this.
    Below,
    /// One of 约 左右: somewhere near this.
    About,
}

/// Returns all numbers of a phrase in their order. A numeral such as 三百 is one number; 百万 alone is a million.
#[must_use]
pub fn numerals(phrase: &str) -> Vec<Numeral> {
    let characters: Vec<char> = phrase.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        match read(characters.get(at..).unwrap_or_default()) {
            Some((value, length)) => {
                let hedge = hedge(&characters, at, at + length);
                found.push(Numeral { value, hedge });
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Reads one number at the front; returns its value and how many characters it took.
fn read(characters: &[char]) -> Option<(f64, usize)> {
    match characters.first()? {
        first if first.is_ascii_digit() => read_digits(characters),
        first if digit(*first).is_some() || small_unit(*first).is_some() || large_unit(*first).is_some() => {
            read_chinese(characters)
        }
        _ => None,
    }
}

/// Reads `2,400`, `83.8`, `1.6亿`, and `3500余万`, where a word such as 余 stands between the digits and the unit.
fn read_digits(characters: &[char]) -> Option<(f64, usize)> {
    let mut text = String::new();
    let mut length = 0;
    while let Some(&character) = characters.get(length) {
        let next_is_digit = characters.get(length + 1).is_some_and(char::is_ascii_digit);
        match character {
            digit if digit.is_ascii_digit() => text.push(digit),
            '.' if next_is_digit => text.push('.'),
            ',' | '，' if next_is_digit && thousands(characters, length) => {}
            _ => break,
        }
        length += 1;
    }
    let mut value: f64 = text.parse().ok()?;
    let hedged = usize::from(characters.get(length).is_some_and(|character| matches!(character, '余' | '多')));
    let mut unit_at = length + hedged;
    let mut any_unit = false;
    while let Some(size) = characters.get(unit_at).and_then(|&c| large_unit(c).or_else(|| small_unit(c))) {
        value *= size;
        unit_at += 1;
        any_unit = true;
    }
    Some((value, if any_unit { unit_at } else { length }))
}

fn thousands(characters: &[char], comma: usize) -> bool {
    let digits = characters.iter().skip(comma + 1).take_while(|character| character.is_ascii_digit()).count();
    digits == 3
}

/// Reads 三百二十, 十二, 百万, 两千. Digits that follow one another (二〇二五) are read as in a year.
fn read_chinese(characters: &[char]) -> Option<(f64, usize)> {
    let (mut total, mut section, mut pending) = (0.0, 0.0, None);
    let mut length = 0;
    for &character in characters {
        if let Some(value) = digit(character) {
            pending = Some(pending.map_or(value, |before: f64| before * 10.0 + value));
        } else if let Some(size) = small_unit(character) {
            section += pending.take().unwrap_or(1.0) * size;
        } else if let Some(size) = large_unit(character) {
            let before = section + pending.take().unwrap_or(0.0);
            total += if before == 0.0 { size } else { before * size };
            section = 0.0;
        } else {
            break;
        }
        length += 1;
    }
    (length > 0).then(|| (total + section + pending.unwrap_or(0.0), length))
}

fn digit(character: char) -> Option<f64> {
    Some(match character {
        '〇' | '零' => 0.0,
        '一' => 1.0,
        '二' | '两' => 2.0,
        '三' => 3.0,
        '四' => 4.0,
        '五' => 5.0,
        '六' => 6.0,
        '七' => 7.0,
        '八' => 8.0,
        '九' => 9.0,
        _ => return None,
    })
}

fn small_unit(character: char) -> Option<f64> {
    Some(match character {
        '十' => 10.0,
        '百' => 100.0,
        '千' => 1000.0,
        _ => return None,
    })
}

fn large_unit(character: char) -> Option<f64> {
    Some(match character {
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

fn hedge(characters: &[char], start: usize, end: usize) -> Hedge {
    let before: String = characters.get(start.saturating_sub(2)..start).unwrap_or_default().iter().collect();
    let inside: String = characters.get(start..end).unwrap_or_default().iter().collect();
    let after: String = characters.get(end..).unwrap_or_default().iter().take(4).collect();
    if inside.contains(['余', '多'])
        || after.starts_with(['余', '多'])
        || before.ends_with(['超', '逾', '上'])
        || before.ends_with("超过")
        || after.contains("以上")
    {
        Hedge::AtLeast
    } else if before.ends_with('近') || before.ends_with("不足") || before.ends_with("不到") {
        Hedge::Below
    } else if before.ends_with('约') || after.contains("左右") {
        Hedge::About
    } else {
        Hedge::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(phrase: &str) -> (f64, Hedge) {
        match numerals(phrase).as_slice() {
            [numeral] => (numeral.value, numeral.hedge),
            other => panic!("{phrase}: {other:?}"),
        }
    }

    #[test]
    fn printed_numbers_are_read() {
        assert_eq!(one("立案提案503件"), (503.0, Hedge::None));
        assert_eq!(one("2400余条"), (2400.0, Hedge::AtLeast));
        assert_eq!(one("近1.4万篇"), (14_000.0, Hedge::Below));
        assert_eq!(one("总阅读量1.6亿人(次)"), (160_000_000.0, Hedge::None));
        assert_eq!(one("超过20万"), (200_000.0, Hedge::AtLeast));
        assert_eq!(one("百万人次"), (1_000_000.0, Hedge::None));
        assert_eq!(one("上百个问题"), (100.0, Hedge::AtLeast));
        assert_eq!(one("先后三次"), (3.0, Hedge::None));
        assert_eq!(one("三百二十五名"), (325.0, Hedge::None));
        assert_eq!(one("十二项"), (12.0, Hedge::None));
        assert_eq!(one("两千余人"), (2000.0, Hedge::AtLeast));
        assert_eq!(one("5,992件"), (5992.0, Hedge::None));
        assert_eq!(one("占83.8%"), (83.8, Hedge::None));
        assert_eq!(one("约30个左右"), (30.0, Hedge::About));
        assert_eq!(one("700多篇"), (700.0, Hedge::AtLeast));
        assert_eq!(one("20余万字"), (200_000.0, Hedge::AtLeast));
        assert_eq!(one("不到半年3次"), (3.0, Hedge::None));
    }

    #[test]
    fn every_chinese_digit_and_unit_counts() {
        for (value, digit) in (0_u8..).zip("〇一二三四五六七八九".chars()) {
            assert_eq!(one(&format!("{digit}次")), (f64::from(value), Hedge::None), "{digit}");
        }
        assert_eq!(one("二〇二五年"), (2025.0, Hedge::None));
        assert_eq!(one("一千零四十八件"), (1048.0, Hedge::None));
        assert_eq!(one("一亿二千三百万"), (123_000_000.0, Hedge::None));
        assert_eq!(one("3500余万"), (35_000_000.0, Hedge::AtLeast));
    }

    #[test]
    fn every_hedge_is_seen_alone() {
        for phrase in ["30余人", "30多人", "超30人", "超过30人", "逾30人", "上30人", "30人以上"] {
            assert_eq!(one(phrase), (30.0, Hedge::AtLeast), "{phrase}");
        }
        for phrase in ["近30人", "不足30人", "不到30人"] {
            assert_eq!(one(phrase), (30.0, Hedge::Below), "{phrase}");
        }
        for phrase in ["约30人", "30人左右"] {
            assert_eq!(one(phrase), (30.0, Hedge::About), "{phrase}");
        }
    }

    #[test]
    fn several_numbers_and_none() {
        let values = |phrase| numerals(phrase).iter().map(|numeral| numeral.value).collect::<Vec<_>>();
        assert_eq!(values("24名和69名"), [24.0, 69.0]);
        assert_eq!(values("1+10"), [1.0, 10.0]);
        // A comma joins digits only before three of them.
        assert_eq!(values("24，69名"), [24.0, 69.0]);
        assert_eq!(values("1,2345"), [1.0, 2345.0]);
        assert_eq!(values("12，345，678人"), [12_345_678.0]);
        assert_eq!(values("均已办复"), Vec::<f64>::new());
    }
}
