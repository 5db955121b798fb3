//! A comparison to be read aloud: what the table says, a line for each area, without bars or columns.

use super::super::Look;
use super::{rows, table};
use crate::domain::compare::Cell;
use crate::domain::{Comparison, Dataset};
use crate::wording::period;

pub(super) fn lines(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = rows::heading(dataset, comparison, look.lang);
    let common = rows::common_period(dataset, comparison, look.lang);
    if let Some(words) = &common {
        out.push_str(" · ");
        out.push_str(words);
    }
    out.push('\n');
    for place in comparison.by_value() {
        if let Some(cell) = comparison.cells.get(place) {
            out.push_str(dataset.areas[cell.area].name.get(look.lang));
            out.push_str(look.colon());
            let with_period = common.is_none();
            out.push_str(&parts(dataset, comparison, (place, cell), with_period, look).join(" · "));
            out.push('\n');
        }
    }
    out.push_str(&table::under(dataset, comparison, look));
    out
}

/// The value, its period where that differs, and the rank; or why there is none of them.
fn parts(
    dataset: &Dataset,
    comparison: &Comparison,
    (place, cell): (usize, &Cell),
    with_period: bool,
    look: &Look,
) -> Vec<String> {
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
        parts.push(period(&dataset.observations[found.main()].period, look.lang));
    }
    parts.extend(comparison.order.rank(place).map(|rank| rank.text(look.lang)));
    parts
}
