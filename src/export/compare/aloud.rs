//! A comparison to be read aloud: what the table says, a line for each area, without bars or columns.

use super::super::Look;
use super::{rows, table};
use crate::domain::{Cell, Comparison, Dataset};
use crate::wording::period;

pub(super) fn lines(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = rows::heading(dataset, comparison, look.lang);
    let common = rows::common_period(dataset, comparison, look.lang);
    if let Some(words) = &common {
        out.push_str(" · ");
        out.push_str(words);
    }
    out.push('\n');
    for cell in comparison.cells_by_value() {
        out.push_str(dataset.areas[cell.area].name.get(look.lang));
        out.push_str(look.colon());
        out.push_str(&parts(dataset, comparison, cell, common.is_none(), look).join(" · "));
        out.push('\n');
    }
    out.push_str(&table::under(dataset, comparison, look));
    out
}

/// The value, its period where that differs, and the rank; or why there is none of them.
fn parts(dataset: &Dataset, comparison: &Comparison, cell: &Cell, with_period: bool, look: &Look) -> Vec<String> {
    let found = match &cell.content {
        Ok(found) => found,
        Err(missing) => return vec![missing.text().get(look.lang).to_owned()],
    };
    let value = match &found.extent {
        Ok(_) => rows::value(dataset, comparison, found, look).unwrap_or_default(),
        Err(why) => why.text().get(look.lang).to_owned(),
    };
    let mut parts = vec![value];
    if with_period {
        parts.push(period(&dataset.observations[found.observation()].period, look.lang));
    }
    parts.extend(cell.rank.map(|rank| rank.text(look.lang)));
    parts
}
