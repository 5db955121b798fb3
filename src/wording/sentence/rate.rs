//! The clause of a sentence that tells a figure under a measure, and what it was divided by.

use crate::domain::extent::Extent;
use crate::domain::{Dataset, Denominator, Divisor, Measure, MeasuredFigure, NoMeasure, Population, Qualifier};
use crate::text::Lang;
use crate::text::number::{BoundNotation, Rounding, rounded};
use crate::wording::dates::{at, date_in_words};
use crate::wording::{amount_with_qualifier, extent};

/// Returns the clause: `，按2026年1月354名委员计算，合每百名委员145件`; `None` for a figure as printed.
pub(super) fn clause(
    dataset: &Dataset,
    figure: &MeasuredFigure,
    bounds: &Extent,
    measure: Measure,
    lang: Lang,
) -> Option<String> {
    let observation = &dataset.observations[figure.observation()];
    let unit = observation.unit.as_ref().unwrap_or(&dataset.indicators[observation.indicator].unit).get(lang);
    let value = close_up(&extent(bounds, false, lang, BoundNotation::Words), lang);
    let (each, basis) = match measure.divisor() {
        Divisor::One => return None,
        Divisor::Months => (("每月", "a month"), months(dataset, figure, lang)),
        Divisor::Heads { population, .. } => {
            let each = match population {
                Population::Members => ("每百名委员", "per 100 members"),
                Population::Residents => ("每百万人口", "per million residents"),
            };
            (each, figure.denominator.as_ref().map(|denominator| heads(denominator, lang)))
        }
    };
    Some(match (lang, basis) {
        (Lang::Zh, Some(basis)) => format!("，按{basis}计算，合{}{value}{unit}", each.0),
        (Lang::Zh, None) => format!("，合{}{value}{unit}", each.0),
        (Lang::En, Some(basis)) => format!(", or {value} {unit} {}, on the basis of {basis}", each.1),
        (Lang::En, None) => format!(", or {value} {unit} {}", each.1),
    })
}

/// Explains why a measure refuses a figure, with dates in words.
pub(super) fn refusal(why: &NoMeasure, lang: Lang) -> String {
    match (why, lang) {
        (NoMeasure::NoDenominator { population, nearest: Some(date) }, Lang::Zh) => {
            format!("无同期{}，最近的为{}", population.name().zh, date_in_words(*date, lang))
        }
        (NoMeasure::NoDenominator { population, nearest: Some(date) }, Lang::En) => {
            let date = date_in_words(*date, lang);
            format!("number of {} of that time not held, the nearest being of {date}", population.name().en)
        }
        _ => why.text().get(lang).to_owned(),
    }
}

/// Returns the length by which a figure was divided; `None` where it is a mean already.
fn months(dataset: &Dataset, figure: &MeasuredFigure, lang: Lang) -> Option<String> {
    let observation = &dataset.observations[figure.observation()];
    let months = observation.period.months().filter(|_| observation.each.is_none())?;
    // As in the reasons of a verdict, which tell the same length.
    let [least, greatest] = [months.least, months.greatest].map(|months| rounded(months, Rounding::Nearest));
    let is_one = least == greatest;
    Some(match (lang, is_one) {
        (Lang::Zh, true) => format!("{least}个月"),
        (Lang::Zh, false) => format!("{least}至{greatest}个月"),
        (Lang::En, true) if least == "1" => "one month".to_owned(),
        (Lang::En, true) => format!("{least} months"),
        (Lang::En, false) => format!("{least} to {greatest} months"),
    })
}

/// Returns the people by whom a figure was divided, and of when their number is.
fn heads(denominator: &Denominator, lang: Lang) -> String {
    let count = amount_with_qualifier(denominator.count, denominator.qualifier, lang, BoundNotation::Words);
    let count = if denominator.qualifier == Qualifier::Exact { count } else { close_up(&count, lang) };
    let date = denominator.as_of;
    match (lang, denominator.population) {
        (Lang::Zh, Population::Members) => format!("{}{count}名委员", date_in_words(date, lang)),
        (Lang::Zh, Population::Residents) => format!("{}常住人口{count}人", date_in_words(date, lang)),
        (Lang::En, population) => format!("{count} {} {}", population.name().en, at(date, lang)),
    }
}

/// Takes out the spaces beside numbers, which Chinese running text has none of.
fn close_up(words: &str, lang: Lang) -> String {
    if lang == Lang::Zh { words.replace(' ', "") } else { words.to_owned() }
}
