//! Of when the areas' figures speak.

use super::stage::{Fits, Stage, below, cells, draw_foot};
use crate::domain::article::Grade;
use crate::domain::date::days_between;
use crate::domain::digest::RichText;
use crate::domain::period::Period;
use crate::domain::{Area, Key};
use crate::text::{Phrase, flow};
use crate::view::list::Span as Days;
use crate::view::pen::{Pen, line, right_of};
use itertools::Itertools;
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::Style;

const LEGEND: Phrase = Phrase {
    zh: "█ 读过全文的报道  ▬ 其他数字  ▒ 有一端为推断  ┃ 某一天  ? 日期不详",
    en: "█ read in full  ▬ other figures  ▒ end inferred  ┃ one day  ? not known",
};
const LEGEND_ASCII: Phrase = Phrase {
    zh: "= 读过全文的报道  - 其他数字  : 有一端为推断  | 某一天  ? 日期不详",
    en: "= read in full  - other figures  : end inferred  | one day  ? not known",
};

/// Draws for each area a line with the periods of the reports that were read in full, and under it one with the periods
/// of its other figures; over them the years; at the foot, the signs and words.
pub(super) fn draw(stage: Stage, pen: &mut Pen<'_>, areas: &[Key<Area>], words: Option<&RichText>, area: Rect) -> Fits {
    let look = pen.look;
    let legend = Phrase { zh: look.sign(LEGEND.zh, LEGEND_ASCII.zh), en: look.sign(LEGEND.en, LEGEND_ASCII.en) };
    let mut foot = flow(&[(legend.get(stage.lang).to_owned(), look.dim())], usize::from(area.width));
    foot.extend(stage.lines(look, words, Style::new(), area.width));
    let area = draw_foot(pen, area, &foot);
    let Some(days) = Days::of(stage.dataset) else { return true };
    let label = stage.widest_name(areas.iter().copied()) + 4;
    let step = (area.height.saturating_sub(1) / cells(areas.len().max(1))).clamp(3, 5);
    draw_years(pen, right_of(area, label), &days, step * cells(areas.len()));
    for (index, key) in areas.iter().enumerate() {
        let place = below(area, 1 + step * cells(index));
        let colour = look.area(key.position());
        if let Some(head) = line(place, 1) {
            stage.draw_name(pen, head, *key);
        }
        for (row, (period, in_full)) in periods(stage, *key) {
            if let Some(place) = line(right_of(place, label), row) {
                days.draw(pen, place, period, colour, in_full);
            }
        }
    }
    step * cells(areas.len()) <= area.height
}

/// The distinct periods of an area's figures, each with its row, and whether its source was read in full: shorter ones
/// lie over longer ones.
fn periods(stage: Stage<'_>, area: Key<Area>) -> impl Iterator<Item = (usize, (&Period, bool))> {
    let dataset = stage.dataset;
    let held = dataset.observations.iter().filter(move |(_, held)| held.area == area);
    let of = move |held: &crate::domain::Observation| dataset.articles[held.source.article].grade == Grade::Full;
    let periods = held.map(move |(_, held)| (&held.period, of(held)));
    let length = |(period, _): &(&Period, bool)| {
        period.reach().map(|(first, last)| std::cmp::Reverse(days_between(first, last)))
    };
    let ordered = periods.unique_by(|(period, in_full)| (period.reach(), *in_full)).sorted_by_key(length);
    ordered.map(|(period, in_full)| (usize::from(!in_full), (period, in_full)))
}

/// The years, each with a faint line down.
fn draw_years(pen: &mut Pen<'_>, area: Rect, days: &Days, height: u16) {
    let mut free = 0;
    for year in days.years() {
        let column = days.column(Date::constant(year, 1, 1), area.width);
        for row in 1..=height {
            if let Some(place) = line(area, usize::from(row)) {
                pen.text(right_of(place, column), pen.look.sign("┊", "."), pen.look.faint());
            }
        }
        if column >= free
            && let Some(place) = line(area, 0)
        {
            pen.text(right_of(place, column), &year.to_string(), pen.look.dim());
            free = column + 6;
        }
    }
}
