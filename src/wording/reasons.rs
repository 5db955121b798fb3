//! Words for reasons, refusals and figures that are missing.

use super::labels::phrase;
use crate::domain::Dataset;
use crate::domain::compare::{AskedFor, Refusal};
use crate::domain::date::PartialDate;
use crate::domain::measure::{NoMeasure, UnknownEnd};
use crate::domain::missing::Missing;
use crate::domain::observation::Each;
use crate::domain::order::NoOrder;
use crate::domain::period::Range;
use crate::domain::reason::Reason;
use crate::domain::time_rules::ONE_TIME_IN_DAYS;
use crate::domain::{Grade, Population, Qualifier};
use crate::text::number::{Rounding, rounded};
use crate::text::{Phrase, Text};
use itertools::Itertools;

const NO_BASE: Phrase = phrase("未说明", "not given");
const UNSPECIFIED: Phrase = phrase("按指标口径", "as the indicator is defined");

impl Reason {
    /// Returns the kind of reason in few words.
    #[must_use]
    pub const fn name(&self) -> Phrase {
        match self {
            Self::NotPerformance => phrase("不属履职", "not performance"),
            Self::NoMeasure { why, .. } => why.brief(),
            Self::DesignedNumber { .. } => phrase("结构代号", "designed number"),
            Self::DefinitionDiffers { .. } => phrase("口径不同", "definitions differ"),
            Self::UnitDiffers { .. } => phrase("单位不同", "units differ"),
            Self::EachDiffers { .. } => phrase("总数与均数不同", "total and mean"),
            Self::MeanBesideTotal { .. } => phrase("均数与总数折算并列", "mean beside total"),
            Self::BaseDiffers { first: None, .. } | Self::BaseDiffers { second: None, .. } => {
                phrase("基数未说明", "base not given")
            }
            Self::BaseDiffers { .. } => phrase("基数不同", "bases differ"),
            Self::ScopeDiffers { .. } => phrase("范围不同", "scopes differ"),
            Self::ScopeNotStated { .. } => phrase("范围未说明", "scope not stated"),
            Self::NatureDiffers { .. } => phrase("性质不同", "natures differ"),
            Self::StatusDiffers { .. } => phrase("状态不同", "statuses differ"),
            Self::PeriodUnknown { .. } => phrase("时段不详", "period not known"),
            Self::PeriodsApart { .. } => phrase("时段不同", "periods differ"),
            Self::DatesNear { .. } => phrase("时点相近", "dates near"),
            Self::DatesDiffer { .. } => phrase("时点不同", "dates differ"),
            Self::DatesFarApart { .. } => phrase("时点相差一年以上", "dates over a year apart"),
            Self::PeriodLengthDiffers { .. } => phrase("时长不同", "lengths differ"),
            Self::LengthsFarApart { .. } => phrase("时长悬殊", "lengths far apart"),
            Self::YearsAndLengthsDiffer { .. } => phrase("年份和时长不同", "different years and lengths"),
            Self::OrderTurnsPerMonth { .. } => phrase("按月折算次序不一", "order not the same per month"),
            Self::PeriodInferred { .. } => phrase("时段为推断", "period inferred"),
            Self::OnlyBound { qualifier: Qualifier::Between, .. } => phrase("只知区间", "only a range"),
            Self::OnlyBound { qualifier: Qualifier::Below | Qualifier::AtMost, .. } => {
                phrase("只知上限", "only an upper bound")
            }
            Self::OnlyBound { .. } => phrase("只知下限", "only a lower bound"),
            Self::NoReliableBound { .. } => phrase("上下限不可靠", "no bound to rely on"),
            Self::SourcesDisagree { .. } => phrase("来源说法不一", "sources disagree"),
            Self::SourceSeenInPart { .. } => phrase("来源未读全文", "source not read in full"),
            Self::DenominatorCaveat { .. } => phrase("人数另有说明", "see the note on the head count"),
        }
    }

    /// Returns the reason in words, with the area whose figure gives it.
    #[must_use]
    pub fn text(&self, dataset: &Dataset) -> Text {
        let words = self.words();
        match self.area().map(|area| &dataset.areas[area].name) {
            Some(area) => Text::new(format!("{}：{}", area.zh, words.zh), format!("{}: {}", area.en, words.en)),
            None => words,
        }
    }

    /// Returns the reason in words, for where the reader knows which area it is about.
    #[must_use]
    pub fn words(&self) -> Text {
        match self {
            Self::NotPerformance => Text::new("背景数字，不属履职", "background, not performance"),
            Self::NoMeasure { why, .. } => why.text(),
            Self::DesignedNumber { .. } => Text::new("为结构代号，不是数量", "is a designed number, not a count"),
            Self::DefinitionDiffers { first, second } => differ(
                self.name(),
                &first.clone().unwrap_or_else(|| UNSPECIFIED.into()),
                &second.clone().unwrap_or_else(|| UNSPECIFIED.into()),
            ),
            Self::UnitDiffers { first, second } => differ(self.name(), first, second),
            Self::EachDiffers { first, second } | Self::MeanBesideTotal { first, second } => {
                differ(self.name(), &each_or_total(*first), &each_or_total(*second))
            }
            Self::BaseDiffers { first, second } if first.is_some() || second.is_some() => {
                let base = |base: &Option<Text>| base.clone().unwrap_or_else(|| NO_BASE.into());
                differ(self.name(), &base(first), &base(second))
            }
            Self::ScopeDiffers { first, second } => differ(self.name(), &first.name().into(), &second.name().into()),
            Self::ScopeNotStated { .. } => {
                Text::new("报道未说明范围，可能大于或小于对方", "its scope is not stated, and may be wider or narrower")
            }
            Self::NatureDiffers { first, second } => differ(self.name(), &first.name().into(), &second.name().into()),
            Self::StatusDiffers { first, second } => differ(self.name(), &first.name().into(), &second.name().into()),
            Self::DatesNear { .. }
            | Self::PeriodsApart { .. }
            | Self::DatesDiffer { .. }
            | Self::DatesFarApart { .. }
            | Self::PeriodLengthDiffers { .. }
            | Self::LengthsFarApart { .. }
            | Self::YearsAndLengthsDiffer { .. }
            | Self::OrderTurnsPerMonth { .. } => self.words_of_time(),
            Self::BaseDiffers { .. }
            | Self::PeriodUnknown { .. }
            | Self::PeriodInferred { .. }
            | Self::OnlyBound { .. }
            | Self::SourcesDisagree { .. } => self.name().into(),
            Self::NoReliableBound { qualifier, .. } => {
                let why = qualifier.name();
                Text::new(format!("为{}，上下限不可靠", why.zh), format!("{}: no bound to rely on", why.en))
            }
            Self::SourceSeenInPart { grade, .. } => {
                let how = match grade {
                    Grade::Full => phrase("来源已读全文", "source read in full"),
                    Grade::Excerpt => phrase("来源只见摘录", "source seen as an excerpt"),
                    Grade::Repost => phrase("来源只见转载", "source seen as a repost"),
                    Grade::Digest => phrase("来源只见机器摘要", "source seen as a machine's digest"),
                };
                how.into()
            }
            Self::DenominatorCaveat { caveat, .. } => caveat.clone(),
        }
    }

    /// Returns a reason that lies between the times of two figures in words; the name alone of any other.
    fn words_of_time(&self) -> Text {
        match self {
            Self::DatesNear { first, second } => {
                let dates = differ(self.name(), &date(*first), &date(*second));
                Text::new(
                    format!("{}（{ONE_TIME_IN_DAYS} 日以内，按同一时点计）", dates.zh),
                    format!("{} (within {ONE_TIME_IN_DAYS} days: counted as one time)", dates.en),
                )
            }
            Self::PeriodsApart { first, second }
            | Self::DatesDiffer { first, second }
            | Self::DatesFarApart { first, second } => differ(self.name(), &date(*first), &date(*second)),
            Self::LengthsFarApart { first, second, per_month } => {
                let lengths = differ(self.name(), &months(*first), &months(*second));
                match per_month {
                    false => lengths,
                    true => Text::new(
                        format!("{}；可按月折算后比较", lengths.zh),
                        format!("{}; per month they can be compared", lengths.en),
                    ),
                }
            }
            Self::PeriodLengthDiffers { first, second }
            | Self::YearsAndLengthsDiffer { first, second }
            | Self::OrderTurnsPerMonth { first, second } => differ(self.name(), &months(*first), &months(*second)),
            _ => self.name().into(),
        }
    }
}

/// Puts two things that differ side by side, behind the name of the difference.
fn differ(name: Phrase, first: &Text, second: &Text) -> Text {
    // What is written alike is known so exactly of neither, or is no further apart than a few days.
    if first == second {
        return Text::new(
            format!("{}：都写作 {}，实际略有出入", name.zh, first.zh),
            format!("{}: both about {}, and not just the same", name.en, first.en),
        );
    }
    Text::new(
        format!("{}：{} / {}", name.zh, first.zh, second.zh),
        format!("{}: {} / {}", name.en, first.en, second.en),
    )
}

fn date(date: PartialDate) -> Text {
    Text::new(date.to_string(), date.to_string())
}

fn each_or_total(each: Option<Each>) -> Text {
    each.map_or(phrase("总数", "a total"), Each::name).into()
}

fn months(range: Range) -> Text {
    let (least, greatest) = (rounded(range.least, Rounding::Nearest), rounded(range.greatest, Rounding::Nearest));
    let span = if least == greatest { least } else { format!("{least}–{greatest}") };
    Text::new(format!("{span} 个月"), format!("{span} months"))
}

impl NoMeasure {
    /// Explains why a figure has no value under a measure.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotAFlow(nature) => {
                let nature = nature.name();
                Text::new(format!("{}不能折算为每月", nature.zh), format!("no monthly rate ({})", nature.en))
            }
            Self::NotACount(nature) => {
                let nature = nature.name();
                Text::new(format!("{}不能按人数折算", nature.zh), format!("no value per head ({})", nature.en))
            }
            Self::OfItself(population) => {
                let people = population.name();
                Text::new(
                    format!("{}不能按其本数折算", people.zh),
                    format!("no number of {} per {}", people.en, people.en),
                )
            }
            Self::PeriodUnknown { end, why } => {
                let end = match end {
                    UnknownEnd::Start => phrase("起点不详", "the start is not known"),
                    UnknownEnd::End => phrase("终点不详", "the end is not known"),
                };
                let (zh, en) = (why.zh.trim_end_matches('。'), why.en.trim_end_matches('.'));
                Text::new(format!("{}，无法折算（{zh}）", end.zh), format!("no rate: {} ({en})", end.en))
            }
            Self::NoDenominator { population, nearest } => {
                let people = population.name();
                match nearest {
                    None => {
                        Text::new(format!("无{}数据", people.zh), format!("no {} count held", head_count(*population)))
                    }
                    Some(date) => Text::new(
                        format!("无同期{}（最近为 {date}）", people.zh),
                        format!("no {} count of that date (nearest: {date})", head_count(*population)),
                    ),
                }
            }
            Self::OutOfRange => Text::new("结果超出范围", "the result is out of range"),
        }
    }

    /// Returns a few words for a cell of a table.
    #[must_use]
    pub const fn brief(&self) -> Phrase {
        match self {
            Self::NotAFlow(_) | Self::PeriodUnknown { .. } => phrase("无法折算", "no rate"),
            Self::NotACount(_) | Self::OfItself(_) => phrase("不折算", "no rate"),
            Self::NoDenominator { population: Population::Members, .. } => phrase("无委员数", "no count"),
            Self::NoDenominator { population: Population::Residents, .. } => phrase("无人口数", "no count"),
            Self::OutOfRange => phrase("超范围", "no value"),
        }
    }
}

impl Missing {
    /// Returns a few words to stand in the place of a bar.
    #[must_use]
    pub fn brief(&self) -> Text {
        match self {
            Self::NotReported => Text::new("报道未提及", "not reported"),
            Self::NothingForYear { year, is_planned: true, .. } => {
                Text::new(format!("{year} 年为计划、预计"), format!("planned for {year}"))
            }
            Self::NothingForYear { year, .. } => {
                Text::new(format!("未见 {year} 年数字"), format!("nothing for {year}"))
            }
            Self::NothingOfChoice => Text::new("无所选口径数字", "nothing of this choice"),
            Self::LookedInto { kind, .. } => kind.name().into(),
        }
    }

    /// Explains why there is no figure.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotReported => Text::new("所见报道未提及", "not reported in the articles held"),
            Self::NothingForYear { year, available, is_planned: true } => {
                let years = available.iter().join(", ");
                Text::new(
                    format!("{year} 年只有计划数或预计数，不与实际数比较（实际数有：{years}）"),
                    format!(
                        "only a planned or forecast figure for {year}, not compared with actual ones (held: {years})"
                    ),
                )
            }
            Self::NothingForYear { year, available, .. } if available.is_empty() => Text::new(
                format!("未见 {year} 年数字（所有数字年份不详）"),
                format!("nothing found for {year} (no figure held is dated)"),
            ),
            Self::NothingForYear { year, available, .. } => {
                let years = available.iter().join(", ");
                Text::new(
                    format!("未见 {year} 年数字（有：{years}）"),
                    format!("nothing found for {year} (held: {years})"),
                )
            }
            Self::NothingOfChoice => {
                Text::new("有数字，但不是所选的口径或范围", "its figures are of another definition or scope")
            }
            Self::LookedInto { kind, why } => {
                let kind = kind.name();
                Text::new(format!("{}：{}", kind.zh, why.zh), format!("{}: {}", kind.en, why.en))
            }
        }
    }
}

/// Returns what a number of such people is called before “count”.
const fn head_count(population: Population) -> &'static str {
    match population {
        Population::Members => "member",
        Population::Residents => "resident",
    }
}

impl Refusal {
    /// Explains why a comparison is refused.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Context => Text::new("背景数字，不作履职比较", "background figures are not compared as performance"),
            Self::Designed => {
                Text::new("结构代号不是数量，不作比较", "designed numbers are not counts and are not compared")
            }
            Self::NotAFlow(nature) => NoMeasure::NotAFlow(nature).text(),
            Self::NotACount(nature) => NoMeasure::NotACount(nature).text(),
            Self::OfItself(population) => NoMeasure::OfItself(population).text(),
            Self::FewerThanTwo(AskedFor::Any) => {
                Text::new("公布者不足两市，无从比较", "fewer than two cities report it")
            }
            Self::FewerThanTwo(AskedFor::OneArea) => {
                Text::new("只选了一市，无从比较", "only one city is chosen, so there is nothing to compare")
            }
            Self::FewerThanTwo(AskedFor::Year(year)) => Text::new(
                format!("{year} 年有数字的不足两市，无从比较"),
                format!("fewer than two cities have a figure of {year}"),
            ),
            Self::FewerThanTwoOfChoice => {
                Text::new("有所选口径数字的不足两市，无从比较", "fewer than two cities hold a figure of this choice")
            }
            Self::NothingMeasured => {
                Text::new("这样折算后可用的数字不足两个", "fewer than two figures have a value under this measure")
            }
            Self::NothingComparable => Text::new("各市数字两两不可比", "no two figures can be compared"),
        }
    }
}

impl NoOrder {
    /// Explains why nothing is ranked.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::FewerThanTwo => phrase("不足两个，不排序", "Fewer than two: not ranked"),
            Self::NothingComparable => phrase("不可排序", "Not ranked"),
            Self::CannotBeTold => phrase("位次无法判定", "The order can't be determined"),
        }
    }
}
