//! Words for values and intervals.

use crate::domain::extent::Extent;
use crate::domain::interval::{Amount, High, Interval, Low, Qualifier};
use crate::domain::observation::{Observation, PrintedValue};
use crate::domain::{Dataset, Denominator, Measure, MeasuredFigure};
use crate::text::Lang;
use crate::text::number::{BoundNotation, MINUS, Rounding, rounded, written};

/// Returns a figure as the tables show it: `503`, `≥150`, `<1.4万`, `~30`, `100万级`, `1+10`.
#[must_use]
pub fn observation_value(observation: &Observation, lang: Lang, notation: impl Into<BoundNotation>) -> String {
    printed_value(&observation.value, lang, notation)
}

/// Returns a printed value as the tables show it.
#[must_use]
pub fn printed_value(value: &PrintedValue, lang: Lang, notation: impl Into<BoundNotation>) -> String {
    match value {
        PrintedValue::Number { amount, qualifier } => amount_with_qualifier(*amount, *qualifier, lang, notation),
        PrintedValue::Between { low, high } => {
            range(&written(low.get(), lang), &written(high.get(), lang), lang, notation.into())
        }
        PrintedValue::Designed(text) => text.clone(),
    }
}

/// Returns a printed amount with the sign of its qualifier.
#[must_use]
pub fn amount_with_qualifier(
    amount: Amount,
    qualifier: Qualifier,
    lang: Lang,
    notation: impl Into<BoundNotation>,
) -> String {
    let number = written(amount.get(), lang);
    qualified(&number, qualifier, lang, notation.into())
}

/// Returns how many people a measure divides by, with the sign of the hedge: `519`, `≥420`.
#[must_use]
pub fn head_count(denominator: &Denominator, lang: Lang, notation: impl Into<BoundNotation>) -> String {
    amount_with_qualifier(denominator.count, denominator.qualifier, lang, notation)
}

/// Puts the sign of a qualifier to a number.
fn qualified(number: &str, qualifier: Qualifier, lang: Lang, notation: BoundNotation) -> String {
    match (qualifier, lang) {
        (Qualifier::Exact | Qualifier::Between, _) => number.to_owned(),
        (Qualifier::AtLeast, _) => format!("{}{number}", notation.at_least(lang)),
        (Qualifier::Below, _) => format!("{}{number}", notation.below(lang)),
        (Qualifier::AtMost, _) => format!("{}{number}", notation.at_most(lang)),
        (Qualifier::About, _) => format!("{}{number}", notation.about(lang)),
        // Below 万 Chinese has no classes, and says how many tens or hundreds there are.
        (Qualifier::Order, Lang::Zh) => match number {
            "10" => "数十".to_owned(),
            "100" => "数百".to_owned(),
            "1000" => "数千".to_owned(),
            _ => format!("{number}级"),
        },
        (Qualifier::Order, Lang::En) => format!("order {number}"),
    }
}

/// Returns a figure under a measure: as it is printed where it stands alone and is not put otherwise, or else its extent;
/// `None` where the measure refuses it.
#[must_use]
pub fn measured_value(
    dataset: &Dataset,
    figure: &MeasuredFigure,
    measure: Measure,
    lang: Lang,
    notation: impl Into<BoundNotation>,
) -> Option<String> {
    let bounds = figure.extent.as_ref().ok()?;
    if measure == Measure::Raw && figure.observations.len() == 1 {
        return Some(observation_value(&dataset.observations[figure.observation()], lang, notation));
    }
    Some(extent(bounds, measure == Measure::Raw, lang, notation))
}

/// Puts the unit behind a value: `83.8%` without a space, `503 件` with one.
#[must_use]
pub fn with_unit(value: &str, unit: &str) -> String {
    match unit.chars().next() {
        None => value.to_owned(),
        Some('%' | '％') => format!("{value}{unit}"),
        Some(_) => format!("{value} {unit}"),
    }
}

/// Returns an extent as a number, a bound, or a range. `is_printed` keeps all digits of a raw value. A computed value
/// gets about three, with the ends of its range rounded outwards, so that the range still contains the truth.
#[must_use]
pub fn extent(extent: &Extent, is_printed: bool, lang: Lang, notation: impl Into<BoundNotation>) -> String {
    let notation = notation.into();
    let number = |amount: Amount, rounding| {
        if is_printed { written(amount.get(), lang) } else { rounded(amount.get(), rounding) }
    };
    match extent {
        Extent::Designed(text) => text.clone(),
        Extent::Unreliable { amount, qualifier } => {
            qualified(&number(*amount, Rounding::Nearest), *qualifier, lang, notation)
        }
        Extent::Within(interval) => within(*interval, lang, notation, number),
    }
}

/// Joins the two ends of a range: `30–40`. Beside a minus sign a dash would be read for another, so it stands alone.
fn range(low: &str, high: &str, lang: Lang, notation: BoundNotation) -> String {
    let dash = notation.range(lang);
    if [low, high].iter().any(|end| end.starts_with(MINUS)) {
        format!("{low} {} {high}", dash.trim())
    } else {
        format!("{low}{dash}{high}")
    }
}

fn within(
    interval: Interval,
    lang: Lang,
    notation: BoundNotation,
    number: impl Fn(Amount, Rounding) -> String,
) -> String {
    if let Some(point) = interval.point() {
        return number(point, Rounding::Nearest);
    }
    let low = number(interval.low().amount(), Rounding::Down);
    match (interval.low(), interval.high()) {
        (_, High::Unbounded) => format!("{}{low}", notation.at_least(lang)),
        (Low::Open(zero), High::Open(high)) if zero.get() == 0.0 => {
            format!("{}{}", notation.below(lang), number(high, Rounding::Up))
        }
        (Low::Open(zero), High::Closed(high)) if zero.get() == 0.0 => {
            format!("{}{}", notation.at_most(lang), number(high, Rounding::Up))
        }
        (_, High::Closed(high) | High::Open(high)) => range(&low, &number(high, Rounding::Up), lang, notation),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::period::Range;
    use crate::text::CharSet;

    fn amount(number: f64) -> Amount {
        Amount::new(number).unwrap()
    }

    #[test]
    fn values_carry_their_qualifier() {
        let value = |number, qualifier, lang| amount_with_qualifier(amount(number), qualifier, lang, CharSet::Unicode);
        assert_eq!(value(503.0, Qualifier::Exact, Lang::Zh), "503");
        assert_eq!(value(6000.0, Qualifier::AtLeast, Lang::En), "≥6,000");
        assert_eq!(value(14_000.0, Qualifier::Below, Lang::Zh), "<1.4万");
        assert_eq!(value(30.0, Qualifier::About, Lang::Zh), "~30");
        assert_eq!(value(1e6, Qualifier::Order, Lang::Zh), "100万级");
        assert_eq!(value(1e6, Qualifier::Order, Lang::En), "order 1M");
        assert_eq!(amount_with_qualifier(amount(6.0), Qualifier::AtLeast, Lang::Zh, CharSet::Ascii), ">=6");
        let aloud = |qualifier, lang| amount_with_qualifier(amount(30.0), qualifier, lang, BoundNotation::Words);
        assert_eq!(aloud(Qualifier::AtLeast, Lang::Zh), "至少 30");
        assert_eq!(aloud(Qualifier::Below, Lang::En), "under 30");
        assert_eq!(aloud(Qualifier::About, Lang::En), "about 30");
    }

    #[test]
    fn a_rate_is_a_range_rounded_outwards() {
        let months = Range { least: 7.6, greatest: 7.7 };
        let of = |qualifier| match Extent::of(amount(20.0), qualifier) {
            Extent::Within(interval) => Extent::Within(interval.per(months).unwrap()),
            other => other,
        };
        let shown = |qualifier| extent(&of(qualifier), false, Lang::Zh, CharSet::Unicode);
        assert_eq!(shown(Qualifier::Exact), "2.59–2.64");
        assert_eq!(shown(Qualifier::AtLeast), "≥2.59");
        assert_eq!(shown(Qualifier::Below), "<2.64");
        let change = |low, high| {
            let [low, high] = [low, high].map(|number| Amount::of_change(number).unwrap());
            extent(&Extent::Within(Interval::between(low, high)), true, Lang::Zh, CharSet::Unicode)
        };
        assert_eq!(change(30.0, 40.0), "30–40");
        assert_eq!(change(-5.0, -3.5), "−5 – −3.5");
        assert_eq!(change(-5.0, 3.0), "−5 – 3");
    }
}
