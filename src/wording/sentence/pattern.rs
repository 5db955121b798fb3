//! The patterns of sentences, and what their placeholders stand for.

use crate::domain::area::Area;
use crate::domain::indicator::{Indicator, Nature};
use crate::domain::observation::{Actor, Each, Observation, PrintedValue, Status};
use crate::domain::{Dataset, Qualifier};
use crate::text::{Lang, Text};
use crate::wording::dates::PeriodInWords;
use crate::wording::labels::phrase;
use crate::wording::prose::figure_between;
use crate::wording::with_unit;
use std::borrow::Cow;

/// The pattern by which a figure is told.
pub(super) struct ChosenPattern<'a> {
    pub words: Cow<'a, Text>,
    /// Whether it leaves open what is counted, at which level, and whose figure it is.
    pub leaves_open: bool,
}

/// Returns the figure's own pattern; or the indicator's, where the figure is what that speaks of; or that of its nature.
pub(super) fn pattern_of<'a>(dataset: &'a Dataset, observation: &'a Observation) -> ChosenPattern<'a> {
    if let Some(own) = &observation.sentence {
        return ChosenPattern { words: Cow::Borrowed(own), leaves_open: false };
    }
    let indicator = &dataset.indicators[observation.indicator];
    let is_usual = observation.actor == Actor::Committee
        && observation.status == Status::Achieved
        && observation.nature == indicator.nature;
    let words = match indicator.sentence.as_ref().filter(|_| is_usual) {
        Some(pattern) => Cow::Borrowed(pattern),
        None => Cow::Owned(general(indicator, observation)),
    };
    ChosenPattern { words, leaves_open: true }
}

/// Returns a pattern that is true of any figure, though stiff.
fn general(indicator: &Indicator, observation: &Observation) -> Text {
    let Text { zh, en } = &indicator.name;
    let (whose_zh, whose_en) = match observation.actor {
        Actor::Committee => ("{committee}", "of {committee}"),
        Actor::Other(_) => ("{city}", "in {city}"),
    };
    let is = match (observation.status, observation.nature) {
        (Status::Planned, _) => phrase("计划为", "was planned to be"),
        (Status::Forecast, _) => phrase("预计为", "was forecast to be"),
        (Status::Achieved, Nature::Ordinal) => phrase("已到第", "had come to number"),
        (Status::Achieved, Nature::Stock) => phrase("为", "stood at"),
        (Status::Achieved, _) => phrase("为", "was"),
    };
    let value = if observation.nature == Nature::Ordinal { "{number}" } else { "{value}" };
    let unit = if observation.nature == Nature::Ordinal { indicator.unit.zh.as_str() } else { "" };
    Text::new(
        format!("{whose_zh}“{zh}”{}{value}{unit}", is.zh),
        format!("the figure for “{en}” {whose_en} {} {value}", is.en),
    )
}

/// Fills the placeholders of a pattern. A period that it leaves out stands before it.
pub(super) fn filled(
    dataset: &Dataset,
    observation: &Observation,
    pattern: &str,
    period: &PeriodInWords,
    lang: Lang,
) -> String {
    let area = &dataset.areas[observation.area];
    let mut out = String::new();
    if let Some(leading) = period.leading.as_ref().filter(|_| !pattern.contains("{period}")) {
        out.push_str(leading);
        out.push_str(if lang == Lang::Zh { "，" } else { ", " });
    }
    let mut rest = pattern;
    while let Some((before, behind)) = rest.split_once('{') {
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        out.push_str(before);
        match name {
            "committee" => out.push_str(&committee(area, lang)),
            "city" => out.push_str(&city(area, lang)),
            "value" => out.push_str(&value_in_words(dataset, observation, lang)),
            "number" => out.push_str(&figure_between(observation, lang, "—", after)),
            _ => out.push_str(period.within.as_deref().unwrap_or_default()),
        }
        rest = after;
    }
    out.push_str(rest);
    // A period that is not known leaves its place empty.
    out.trim().trim_start_matches(['，', ',']).trim_start().replace("  ", " ")
}

/// Returns a figure with its unit, and the span for which a mean holds: `50余名`, `nearly 14,000 articles`.
pub(super) fn value_in_words(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let own = observation.unit.as_ref().unwrap_or(&dataset.indicators[observation.indicator].unit);
    let unit = own.get(lang);
    let number = figure_between(observation, lang, "—", unit);
    let (each_zh, each_en) = match observation.each {
        None => ("", ""),
        Some(Each::Year) => ("平均每年", " a year on average"),
        Some(Each::Month) => ("平均每月", " a month on average"),
        Some(Each::Week) => ("平均每周", " a week on average"),
        Some(Each::Day) => ("平均每天", " a day on average"),
    };
    if let PrintedValue::Designed(design) = &observation.value {
        return format!("“{design}”");
    }
    match lang {
        Lang::Zh => format!("{each_zh}{number}{unit}"),
        // The unit is a plural, which one thing is not.
        Lang::En if is_one(observation) && unit.chars().next().is_some_and(char::is_alphabetic) => {
            format!("{number} of the {unit}{each_en}")
        }
        Lang::En => format!("{}{each_en}", with_unit(&number, unit)),
    }
}

fn is_one(observation: &Observation) -> bool {
    match observation.value {
        PrintedValue::Number { amount, qualifier: Qualifier::Exact } => (amount.get() - 1.0).abs() < f64::EPSILON,
        _ => false,
    }
}

/// Returns the short name of a committee, which its full name has by rule; a name of another form is left as it is.
pub(super) fn committee(area: &Area, lang: Lang) -> String {
    match (place(area), lang) {
        (Some(place), Lang::Zh) => format!("{place}政协"),
        (Some(_), Lang::En) => format!("the {} CPPCC", area.name.en),
        (None, _) => area.committee.get(lang).to_owned(),
    }
}

/// Returns the name of a city as a sentence has it: 滨州市, Binzhou.
fn city(area: &Area, lang: Lang) -> String {
    match lang {
        Lang::Zh => place(area).unwrap_or(&area.name.zh).to_owned(),
        Lang::En => area.name.en.clone(),
    }
}

/// Returns the place within the full name of a committee: 滨州市 of 中国人民政治协商会议滨州市委员会.
fn place(area: &Area) -> Option<&str> {
    let place = area.committee.zh.strip_prefix("中国人民政治协商会议")?.strip_suffix("委员会")?;
    (!place.is_empty()).then_some(place)
}
