//! Reading the value of a figure with the way in which the source hedges it.

use super::entities::IndicatorDraft;
use super::{fault, value_fault};
use crate::checked::{Reader, TomlValue};
use crate::domain::indicator::Nature;
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::PrintedValue;

/// Reads `value`, `to` and `qualifier`.
pub(super) fn read(
    reader: &Reader,
    nature: Option<Nature>,
    indicator: Option<&IndicatorDraft>,
) -> Option<PrintedValue> {
    let (value, to) = (reader.need("value"), reader.find("to"));
    let qualifier = reader.need("qualifier").and_then(TomlValue::word::<Qualifier>);
    let value = value?;
    match (nature, value.is_string()) {
        (Some(Nature::Structure), false) => return value.report(fault::structure_needs_string()),
        (Some(Nature::Structure) | None, true) => {
            return value.string().map(|text| PrintedValue::Designed(text.to_owned()));
        }
        (Some(_), true) => return value.report(fault::number_needed()),
        (_, false) => {}
    }
    let amount = amount(value, nature, indicator);
    let to = match (to, qualifier) {
        (Some(to), Some(Qualifier::Between)) => Some(self::amount(to, nature, indicator)?),
        (Some(to), Some(_)) => return to.report(value_fault::to_without_range()),
        (None, Some(Qualifier::Between)) => return value.report(value_fault::range_needs_to()),
        _ => None,
    };
    match (amount?, to) {
        (low, Some(high)) if high <= low => reader.find("to")?.report(value_fault::range_crossed()),
        (low, Some(high)) => Some(PrintedValue::Between { low, high }),
        (amount, None) => Some(PrintedValue::Number { amount, qualifier: qualifier? }),
    }
}

fn amount(value: TomlValue, nature: Option<Nature>, indicator: Option<&IndicatorDraft>) -> Option<Amount> {
    let number = value.number()?;
    if nature == Some(Nature::Change) {
        return Amount::of_change(number).or_else(|| value.report(fault::bad_number()));
    }
    if number < 0.0 && nature.is_some() {
        return value.report(value_fault::negative_count());
    }
    let Some(amount) = Amount::new(number) else { return value.report(fault::bad_number()) };
    if number == 0.0 && indicator.is_some_and(|indicator| indicator.denominator.is_some()) {
        return value.report(fault::zero_denominator());
    }
    if number > 100.0 && nature == Some(Nature::Rate) {
        return value.report(value_fault::share_above_all());
    }
    Some(amount)
}
