//! What a printed numeral says: its value, how surely, of what kind, and in what role.

use super::quantity::Quantity;
use std::ops::Range;

/// A number found in a phrase, with all that the words around it say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// The number with 十 百 千 万 亿 multiplied out; a share is in per cent.
    pub low: Quantity,
    /// The upper number, where two are printed as one range: 30至40, 三四十.
    pub high: Option<Quantity>,
    /// How the words beside it hedge it.
    pub hedge: Hedge,
    /// What it is counted in.
    pub scale: NumeralScale,
    /// Whether it counts, dates or names.
    pub role: NumeralRole,
    /// The span of time of which it is a mean or a frequency.
    pub mean: Option<MeanSpan>,
    /// The way in which it says that something else has changed.
    pub change: Option<ChangeDirection>,
    /// The characters of the phrase that print it.
    pub place: Range<usize>,
    /// The characters of the measure word behind it: the 次 of 163余次.
    pub unit: Option<Range<usize>>,
}

/// How exact a number is, by the words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// No word hedges it.
    None,
    /// One of 余 多 超 逾 突破 以上 至少 不少于: this many or more.
    AtLeast,
    /// One of 不超过 至多 以内: this many at the most.
    AtMost,
    /// One of 近 不足 不到: fewer than this.
    Below,
    /// One of 约 左右 上下, or two words that contradict each other: somewhere near this.
    About,
    /// A unit without a digit, as in 达百万: the order of magnitude only.
    Order,
    /// 几十 or 数百: the order of magnitude, and at least so many.
    Several,
}

/// What a number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralScale {
    /// In things, as most numbers are.
    Plain,
    /// In per cent: 95%, 七成, 3‰, 三分之一, 半数.
    PerCent,
    /// In percentage points, the difference of two shares.
    Points,
    /// In multiples of something else: 2.5倍.
    Multiple,
    /// In a multiple that is reached by doubling: 翻两番 is fourfold.
    Doublings,
}

/// What a number does in its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumeralRole {
    /// It says how many or how much.
    Count,
    /// It is the place in an order: 第3位, 十四届, 三次会议.
    Ordinal,
    /// It is a year of the calendar.
    Year,
    /// It is another part of a date, or says how long a span is of which something is a mean: 8月, 每两年.
    Date,
    /// It belongs to a name: “1+10”, 十四五, 90后.
    Name,
}

/// The span of time of which a number is a mean or a frequency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeanSpan {
    /// 年均, 每年, a year.
    Year,
    /// 月均, 每月, a month.
    Month,
    /// 周均, 每周, a week.
    Week,
    /// 日均, 每天, a day.
    Day,
    /// Something that the data has no word for: 每季度, 每两年, 人均.
    Other,
}

/// The way in which a number says that something has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeDirection {
    /// 增长, 上升: it has become more.
    Up,
    /// 下降, 减少: it has become less.
    Down,
    /// 同比, 较上年: it has changed, and no word says which way.
    Unsaid,
}
