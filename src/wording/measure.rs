//! Words for measures: a name and a unit for each.

use super::labels::phrase;
use crate::domain::{Each, Indicator, Measure, Observation, YearChoice};
use crate::text::{Lang, Phrase, Text};

impl Measure {
    /// Returns the name that people read.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::Raw => phrase("原值", "raw"),
            Self::PerMonth => phrase("每月", "per month"),
            Self::PerHundredMembers => phrase("每百名委员", "per 100 members"),
            Self::PerMillionResidents => phrase("每百万人口", "per million residents"),
        }
    }
}

/// Returns the unit of an indicator under a measure: `件`, `件/月`, `件/百名委员`.
#[must_use]
pub fn unit(indicator: &Indicator, measure: Measure) -> Text {
    under(&indicator.unit, measure)
}

/// Returns the unit of one figure under a measure, which may have a unit of its own and hold for each year or month.
#[must_use]
pub fn figure_unit(indicator: &Indicator, observation: &Observation, measure: Measure) -> Text {
    let own = observation.unit.as_ref().unwrap_or(&indicator.unit);
    match (measure, observation.each) {
        (Measure::PerMonth, _) | (_, None) => under(own, measure),
        (_, Some(each)) => under(&for_each(own, each), measure),
    }
}

/// Returns the unit that one figure has of its own, where it is another than that of its indicator, as it stands right behind the
/// value.
#[must_use]
pub fn own_unit(indicator: &Indicator, observation: &Observation, lang: Lang) -> Option<String> {
    let own = observation.unit.as_ref().filter(|unit| **unit != indicator.unit)?;
    Some(match lang {
        Lang::Zh => own.zh.clone(),
        Lang::En => format!(" {}", own.en),
    })
}

/// Returns the unit of one figure as it is printed.
#[must_use]
pub fn printed_unit(indicator: &Indicator, observation: &Observation) -> Text {
    figure_unit(indicator, observation, Measure::Raw)
}

/// Returns a unit as it stands behind a value, with the space between them; nothing where there is no unit.
#[must_use]
pub fn unit_behind(unit: &Text, lang: Lang) -> String {
    let unit = unit.get(lang);
    if unit.is_empty() { String::new() } else { format!(" {unit}") }
}

/// Returns what stands under the heading of a comparison: the measure, unless figures stand as printed, and of when they are:
/// `每月 · 各市最近一期`.
#[must_use]
pub fn measure_and_moment(measure: Measure, year_choice: YearChoice) -> Text {
    let moment = year_choice.in_full();
    if measure == Measure::Raw {
        return moment;
    }
    let measure = measure.name();
    Text::new(format!("{} · {}", measure.zh, moment.zh), format!("{} · {}", measure.en, moment.en))
}

/// Whether an English name has the words of a unit, in the plural or in the singular, at the beginning of a word: “Membership”
/// says that members are counted. A Chinese measure word is short, and where its character stands in a name it mostly means
/// something else.
#[must_use]
pub fn says_unit(name: &str, unit: &str) -> bool {
    let [name, unit] = [name, unit].map(|words| format!(" {}", words.to_lowercase()));
    let one = match (unit.strip_suffix("ies"), unit.strip_suffix('s')) {
        (Some(stem), _) => format!("{stem}y"),
        (None, Some(stem)) => stem.to_owned(),
        (None, None) => unit.clone(),
    };
    name.contains(&unit) || name.contains(&one)
}

fn for_each(unit: &Text, each: Each) -> Text {
    if unit.zh.is_empty() {
        return unit.clone();
    }
    let span = match each {
        Each::Year => phrase("年", "year"),
        Each::Month => phrase("月", "month"),
        Each::Week => phrase("周", "week"),
        Each::Day => phrase("日", "day"),
    };
    Text::new(format!("{}/{}", unit.zh, span.zh), format!("{}/{}", unit.en, span.en))
}

fn under(unit: &Text, measure: Measure) -> Text {
    let Text { zh, en } = unit;
    match measure {
        Measure::Raw => unit.clone(),
        // A designed number has no unit, so there is none to be divided.
        _ if zh.is_empty() => unit.clone(),
        Measure::PerMonth => Text::new(format!("{zh}/月"), format!("{en}/month")),
        Measure::PerHundredMembers => Text::new(format!("{zh}/百名委员"), format!("{en}/100 members")),
        Measure::PerMillionResidents => Text::new(format!("{zh}/百万人口"), format!("{en}/million residents")),
    }
}
