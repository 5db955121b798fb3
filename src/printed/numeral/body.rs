//! The number itself, in digits, in Chinese characters, or in both: `1，098`, `1.5万亿`, `1亿2千万`, `三十余万`, `一万二`.

use super::characters::Characters;
use super::draft::{Bounds, NumberDraft, Script};
use super::meaning::{Hedge, NumeralRole};
use super::quantity::Quantity;

/// What stands between two units, or after the last.
#[derive(Clone, Debug)]
struct Pending {
    value: Bounds,
    /// How many Chinese digits it has; none where it is printed in ordinary digits.
    chinese_digits: usize,
    /// Whether it is printed in one ordinary digit.
    is_one_digit: bool,
}

/// A number while its characters are taken one after another.
struct NumberReader {
    /// What the units from 万 on hold.
    total: Bounds,
    /// What 十, 百 and 千 hold since then.
    section: Bounds,
    pending: Option<Pending>,
    /// The last 万 or 亿.
    large: Option<Quantity>,
    /// The last 十, 百 or 千 of this section.
    small: Option<Quantity>,
    /// The last unit of any size.
    unit: Option<Quantity>,
    hedges: Vec<Hedge>,
    role: Option<NumeralRole>,
    script: Script,
    /// Whether 零 stands since the last unit, so that a digit after it counts ones.
    after_zero: bool,
    /// Whether only a unit may follow, since 余 was read.
    only_unit: bool,
}

/// Reads the number that begins here.
pub(super) fn read(text: &Characters, start: usize) -> Option<NumberDraft> {
    let mut reader = NumberReader::new(text.at(start)?);
    let mut at = start;
    while let Some(next) = reader.take(text, at) {
        at = next;
    }
    (at > start).then(|| reader.finish(start, at)).flatten()
}

impl NumberReader {
    const fn new(first: char) -> Self {
        Self {
            total: Bounds::ZERO,
            section: Bounds::ZERO,
            pending: None,
            large: None,
            small: None,
            unit: None,
            hedges: Vec::new(),
            role: None,
            script: if first.is_ascii_digit() { Script::Digits } else { Script::Chinese },
            after_zero: false,
            only_unit: false,
        }
    }

    /// Takes what stands here into the number, and returns the place after it; `None` where the number has ended.
    fn take(&mut self, text: &Characters, at: usize) -> Option<usize> {
        self.take_unit(text, at).or_else(|| self.take_some(text, at)).or_else(|| {
            let free = self.pending.is_none() && !self.only_unit;
            let point = self.take_point(text, at);
            if point.is_some() || !free {
                return point;
            }
            self.take_digits(text, at).or_else(|| self.take_chinese(text, at))
        })
    }

    /// Takes `2,400`, `83.8`; after a unit only what is smaller than the unit: the 2 of `1亿2千万`.
    fn take_digits(&mut self, text: &Characters, place: usize) -> Option<usize> {
        let at = if self.unit.is_some() { text.after_spaces(place) } else { place };
        let (end, value) = digits(text, at)?;
        let is_one_digit = end == at + 1;
        if let Some(unit) = self.unit {
            let next = unit_at(text, text.after_spaces(end)).is_some_and(|(next, _)| next < unit);
            let whole_step = value < unit && unit.over(Quantity::whole(10)).is_some_and(|tenth| value >= tenth);
            if !next && (at > place || !(whole_step || is_one_digit)) {
                return None;
            }
        }
        self.pending = Some(Pending { value: Bounds::both(value), chinese_digits: 0, is_one_digit });
        Some(end)
    }

    /// Takes a row of Chinese digits, or the 几 and 数 of 几十 and 数百.
    fn take_chinese(&mut self, text: &Characters, at: usize) -> Option<usize> {
        let begun = self.unit.is_some();
        if !begun && is_several(text, at) {
            self.hedges.push(Hedge::Several);
            self.pending = Some(Pending { value: Bounds::both(Quantity::ONE), chinese_digits: 1, is_one_digit: false });
            return Some(at + 1);
        }
        if begun && matches!(text.at(at), Some('零' | '〇')) {
            self.after_zero = true;
            return digit(text, at + 1).or_else(|| unit_at(text, at + 1).map(|_| 0)).map(|_| at + 1);
        }
        let row: Vec<u8> = (at..).map_while(|place| digit(text, place)).collect();
        let value = self.row(&row)?;
        self.pending = Some(Pending { value, chinese_digits: row.len(), is_one_digit: false });
        Some(at + row.len())
    }

    /// Takes the 点五 of 三点五亿 and 九十五点五; 三点 alone is a time, or three points.
    fn take_point(&mut self, text: &Characters, at: usize) -> Option<usize> {
        let begun = self.pending.as_ref().map_or(self.unit.is_some(), |pending| pending.chinese_digits == 1);
        if text.at(at) != Some('点') || !begun || self.only_unit || self.script != Script::Chinese {
            return None;
        }
        let row: Vec<u8> = (at + 1..text.len()).map_while(|place| digit(text, place)).collect();
        let end = at + 1 + row.len();
        if row.is_empty() || text.is_one_of(end, "十分刻整钟") {
            return None;
        }
        let decimals: String = row.iter().map(ToString::to_string).collect();
        let decimals = Bounds::both(Quantity::parse(&format!("0.{decimals}"))?);
        let whole = self.pending.take().map_or(Bounds::ZERO, |pending| pending.value);
        self.pending = Some(Pending { value: whole.plus(decimals)?, chinese_digits: 2, is_one_digit: false });
        self.after_zero = true;
        Some(end)
    }

    /// Returns the value of a row of Chinese digits: 三四 is a range, 二〇二四 a number, and 五四 the name of a day.
    fn row(&mut self, row: &[u8]) -> Option<Bounds> {
        let whole = |digit: u8| Quantity::whole(i64::from(digit));
        match *row {
            [] => return None,
            [one] => return Some(Bounds::both(whole(one))),
            // 三五家 is a range, but 十三五 the name of a plan.
            [low, high] if low > 0 && (high == low + 1 || (low, high, self.small.is_some()) == (3, 5, false)) => {
                return Some(Bounds { low: whole(low), high: whole(high) });
            }
            [_, _] if !row.contains(&0) => self.role = Some(NumeralRole::Name),
            _ => {}
        }
        let text: String = row.iter().map(ToString::to_string).collect();
        Quantity::parse(&text).map(Bounds::both)
    }

    /// Takes 十 百 千 万 亿, over a space too where a number stands before it.
    fn take_unit(&mut self, text: &Characters, place: usize) -> Option<usize> {
        let begun = self.pending.is_some() || self.unit.is_some();
        let at = if begun { text.after_spaces(place) } else { place };
        let (size, is_large) = unit_at(text, at)?;
        if is_large { self.close_section(size) } else { self.add_to_section(size) }?;
        self.unit = Some(size);
        (self.after_zero, self.only_unit) = (false, false);
        Some(at + 1)
    }

    fn add_to_section(&mut self, size: Quantity) -> Option<()> {
        if self.small.is_some_and(|small| size >= small) && !self.only_unit {
            return None;
        }
        let before = match (self.pending.take(), self.unit) {
            (Some(pending), _) => pending.value,
            (None, None) => self.bare(size),
            // The 十 of 一百十五.
            (None, Some(unit)) if size == Quantity::whole(10) && unit > size => Bounds::both(Quantity::ONE),
            (None, Some(_)) => return None,
        };
        self.section = self.section.plus(before.times(size)?)?;
        self.small = Some(size);
        Some(())
    }

    fn close_section(&mut self, size: Quantity) -> Option<()> {
        let is_empty = self.pending.is_none() && self.section.is_zero();
        if self.large == Some(size) || (is_empty && self.large.is_some_and(|large| size < large)) {
            return None;
        }
        let pending = self.pending.take().map_or(Bounds::ZERO, |pending| pending.value);
        let section = self.section.plus(pending)?;
        let grows = self.large.is_some_and(|large| size > large);
        self.total = match self.unit {
            None if is_empty => self.bare(size).times(size)?,
            // The 亿 of 万亿 and of 一万二千亿 counts all that stands before it.
            _ if grows => self.total.plus(section)?.times(size)?,
            _ => self.total.plus(section.times(size)?)?,
        };
        self.section = Bounds::ZERO;
        (self.small, self.large) = (None, Some(size));
        Some(())
    }

    /// Returns the one that a unit without a digit counts. But for 十, such a unit only tells an order of magnitude.
    fn bare(&mut self, size: Quantity) -> Bounds {
        if size != Quantity::whole(10) {
            self.hedges.push(Hedge::Order);
        }
        Bounds::both(Quantity::ONE)
    }

    /// Takes the 余 of 三十余万 and 100 余万, and the 几 of 十几 and 二十几万.
    fn take_some(&mut self, text: &Characters, place: usize) -> Option<usize> {
        if self.only_unit || (self.pending.is_none() && self.unit.is_none()) {
            return None;
        }
        let at = text.after_spaces(place);
        let next = unit_at(text, text.after_spaces(at + 1));
        match text.at(at)? {
            '余' | '多' if next.is_some_and(|(_, is_large)| is_large || self.unit.is_none()) => {
                self.hedges.push(Hedge::AtLeast);
            }
            '几' if self.pending.is_none() && at == place && next.is_none_or(|(_, is_large)| is_large) => {
                self.hedges.push(Hedge::AtLeast);
                return Some(at + 1);
            }
            // The 几 of 一百几十 stands for one at least.
            '几' if self.pending.is_none() && at == place => {
                self.hedges.push(Hedge::AtLeast);
                let value = Bounds::both(Quantity::ONE);
                self.pending = Some(Pending { value, chinese_digits: 1, is_one_digit: false });
                return Some(at + 1);
            }
            _ => return None,
        }
        self.only_unit = true;
        Some(at + 1)
    }

    fn finish(self, start: usize, end: usize) -> Option<NumberDraft> {
        let mut value = self.total.plus(self.section)?;
        let is_last = self.pending.is_none() && self.section.is_zero();
        if let Some(pending) = &self.pending {
            value = value.plus(pending.value.times(self.last_place(pending)?)?)?;
        }
        let mut draft = NumberDraft::new(start, end, value, self.script);
        draft.unit = self.large.filter(|_| is_last).unwrap_or(Quantity::ONE);
        draft.hedges = self.hedges;
        draft.role = self.role;
        Some(draft)
    }

    /// Returns what the digits after the last unit count: thousands in 一万二, ones in 一万零二 and 二十五.
    fn last_place(&self, pending: &Pending) -> Option<Quantity> {
        let counts_next_unit = !self.after_zero && (pending.chinese_digits > 0 || pending.is_one_digit);
        match self.unit {
            Some(unit) if counts_next_unit => unit.over(Quantity::whole(10)),
            _ => Some(Quantity::ONE),
        }
    }
}

/// Reads ordinary digits, with a decimal point and with commas between groups of three.
fn digits(text: &Characters, start: usize) -> Option<(usize, Quantity)> {
    let is_digit = |at: usize| text.at(at).is_some_and(|character| character.is_ascii_digit());
    let row = |at: usize| (at..text.len()).take_while(|&at| is_digit(at)).count();
    let mut at = start + row(start);
    if at == start {
        return None;
    }
    let mut written = text.text(start, at).to_owned();
    if at - start <= 3 {
        while text.is_one_of(at, ",， ") && row(at + 1) == 3 {
            written.push_str(text.text(at + 1, at + 4));
            at += 4;
        }
    }
    let decimals = if text.at(at) == Some('.') { row(at + 1) } else { 0 };
    if decimals > 0 {
        written.push_str(text.text(at, at + 1 + decimals));
        at += 1 + decimals;
    }
    Some((at, Quantity::parse(&written)?))
}

fn digit(text: &Characters, at: usize) -> Option<u8> {
    Some(match text.at(at)? {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Returns the size of the unit that stands here, and whether it is 万 or 亿. The 千 of 千克 and 千瓦 is none.
pub(super) fn unit_at(text: &Characters, at: usize) -> Option<(Quantity, bool)> {
    Some(match text.at(at)? {
        '十' => (Quantity::whole(10), false),
        '百' if !text.starts(at + 1, "分点") => (Quantity::whole(100), false),
        '千' if !text.is_one_of(at + 1, "克瓦米伏卡帕赫焦") => (Quantity::whole(1000), false),
        '万' => (Quantity::whole(10_000), true),
        '亿' => (Quantity::whole(100_000_000), true),
        _ => return None,
    })
}

/// Returns whether 几 or 数 stands here before a unit. The 数 of 总数, 人数 and the like is the end of a word.
fn is_several(text: &Characters, at: usize) -> bool {
    let several = match text.at(at) {
        Some('几') => true,
        Some('数') => !text.is_before(at, "总人次件户个半多少倍指系基期复分参票额篇条总点岁天"),
        _ => false,
    };
    several && unit_at(text, at + 1).is_some()
}
