//! A comparison to be read aloud: what the table shows, as a line for each area, without bars or columns.

use super::footnotes::footnotes;
use crate::domain::{Cell, Comparison, Dataset};
use crate::export::comparison_text::{apart, common_period, heading, rank, value};
use crate::export::text_style::TextStyle;
use crate::text::Lang;
use crate::wording::period;

/// Writes one comparison for reading aloud.
pub(super) fn lines(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = heading(dataset, comparison, style.lang);
    let common_period = common_period(dataset, comparison, style.lang);
    if let Some(period) = &common_period {
        out.push_str(" · ");
        out.push_str(period);
    }
    out.push('\n');
    for cell in comparison.cells_by_value() {
        out.push_str(dataset.areas[cell.area].name.get(style.lang));
        out.push_str(style.colon());
        out.push_str(&parts(dataset, comparison, cell, common_period.is_none(), style).join(" · "));
        out.push('\n');
    }
    out.push_str(&footnotes(dataset, comparison, style));
    out
}

/// Returns the value, its period where that differs, and the rank or why it stands apart; or why there is none of them.
fn parts(dataset: &Dataset, comparison: &Comparison, cell: &Cell, with_period: bool, style: &TextStyle) -> Vec<String> {
    let others = others(comparison.also_held(dataset, cell).len(), style.lang);
    let figure = match &cell.content {
        Ok(figure) => figure,
        Err(missing) => return std::iter::once(missing.text().get(style.lang).to_owned()).chain(others).collect(),
    };
    let value = match &figure.extent {
        Ok(_) => value(dataset, comparison, figure, style).unwrap_or_default(),
        Err(why) => why.text().get(style.lang).to_owned(),
    };
    let mut parts = vec![value];
    if with_period {
        parts.push(period(&dataset.observations[figure.observation()].period, style.lang));
    }
    parts.extend(rank(dataset, comparison, cell, style.lang));
    parts.extend(apart(dataset, comparison, cell).and_then(|remark| remark.words(style.lang)));
    parts.extend(others);
    parts
}

/// Says how many other figures the area holds of the same year, which stand below; `None` where there is none.
fn others(count: usize, lang: Lang) -> Option<String> {
    let words = match lang {
        Lang::Zh => format!("同年另有 {count} 个数字"),
        Lang::En if count == 1 => "1 other figure of the same year".to_owned(),
        Lang::En => format!("{count} other figures of the same year"),
    };
    (count > 0).then_some(words)
}
