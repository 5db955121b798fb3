//! A comparison as plain lines with bars. The same on every terminal of a width, and the same in a pipe.

use super::super::Look;
use super::notes::{groups, remarks};
use super::rows;
use crate::chart::bar::{BarCell, Grain, bar, scale};
use crate::chart::sparkline::spark;
use crate::domain::compare::{Cell, Comparison};
use crate::domain::measure::Found;
use crate::domain::order::Order;
use crate::domain::trend::{Trend, TrendPoint};
use crate::domain::{Amount, Dataset, Measure};
use crate::text::number::written;
use crate::text::{Lang, Phrase, pad_left, pad_right, width};
use crate::wording::{extent, period, period_brief, with_unit};
use itertools::Itertools;

const SOURCES: Phrase = Phrase { zh: "出处", en: "Sources" };
const VERDICTS: Phrase = Phrase { zh: "可比与否", en: "Comparable or not" };
const DIVIDED_BY: Phrase = Phrase { zh: "折算基数", en: "Divided by" };

pub(super) fn table(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = look.paint.strong(&rows::heading(dataset, comparison, look.lang));
    if let Some(period) = rows::common_period(dataset, comparison, look.lang) {
        out.push_str(" · ");
        out.push_str(&period);
    }
    out.push('\n');
    let layout = Layout::of(dataset, comparison, look);
    for place in comparison.by_value() {
        if let Some(cell) = comparison.cells.get(place) {
            out.push_str(&layout.row(dataset, comparison, place, cell));
        }
    }
    out.push_str(&layout.legend(dataset, comparison));
    out.push_str(&over_time(dataset, comparison, look));
    out.push_str(&under(dataset, comparison, look));
    out
}

/// What stands under the rows: where they come from, and what may be compared.
pub(super) fn under(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = sources(dataset, comparison, look);
    out.push_str(&denominators(dataset, comparison, look));
    out.push_str(&verdicts(dataset, comparison, look));
    if let Some(why) = rows::refusal(comparison, look.lang) {
        out.push_str(&look.hanging("", &why));
    }
    out.push_str(&rows::count(comparison, look.lang));
    out.push('\n');
    out
}

/// The columns of one comparison.
struct Layout<'a> {
    look: &'a Look,
    name: usize,
    value: usize,
    bar: usize,
    /// `None` where all figures speak of one period.
    period: Option<usize>,
    /// `None` where nothing is ranked.
    rank: Option<usize>,
    scale: Option<Amount>,
}

const GAP: &str = "  ";

impl<'a> Layout<'a> {
    fn of(dataset: &Dataset, comparison: &Comparison, look: &'a Look) -> Self {
        /// A bar shorter than this tells nothing; one longer than this no more.
        const BAR: std::ops::RangeInclusive<usize> = 4..=60;
        let found = || comparison.cells.iter().filter_map(Cell::found);
        let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).max().unwrap_or(0);
        let name = name_width(dataset, comparison, look);
        let value = widest(&mut found().map(|found| value(dataset, comparison, found, look)));
        let brief = |found: &Found| period_brief(&dataset.observations[found.main()].period, look.lang);
        let period = comparison.periods_differ(dataset).then(|| widest(&mut found().map(brief)));
        let rank = match &comparison.order {
            Order::Ranked(ranks) => Some(widest(&mut ranks.iter().flatten().map(|rank| rank.text(look.lang)))),
            Order::None(_) => None,
        };
        let others = [Some(name), Some(value), period, rank];
        let taken: usize = others.iter().flatten().map(|column| column + GAP.len()).sum();
        let room = look.width.saturating_sub(taken).min(*BAR.end());
        let scale = scale(comparison);
        let bar = if room < *BAR.start() || scale.is_none() { 0 } else { room };
        Self { look, name, value, bar, period, rank, scale }
    }

    fn row(&self, dataset: &Dataset, comparison: &Comparison, place: usize, cell: &Cell) -> String {
        let look = self.look;
        let name = pad_right(dataset.areas[cell.area].name.get(look.lang), self.name);
        let label = look.paint.strong(&name) + GAP;
        let indent = self.name + GAP.len();
        let found = match &cell.content {
            Ok(found) => found,
            Err(missing) => {
                let why = missing.text();
                return look.hanging_at(&label, indent, why.get(look.lang), |line| look.paint.faint(line));
            }
        };
        let value = pad_left(&value(dataset, comparison, found, look), self.value);
        if let Err(why) = &found.extent {
            let brief = period_brief(&dataset.observations[found.main()].period, look.lang);
            let why = why.text().get(look.lang).to_owned() + &look.bracketed(&brief);
            let (label, indent) = (format!("{label}{value}{GAP}"), indent + self.value + GAP.len());
            return look.hanging_at(&label, indent, &why, |line| look.paint.faint(line));
        }
        let tail = self.tail(dataset, comparison, place, found);
        format!("{label}{value}{tail}").trim_end().to_owned() + "\n"
    }

    /// The bar, the period and the rank.
    fn tail(&self, dataset: &Dataset, comparison: &Comparison, place: usize, found: &Found) -> String {
        let look = self.look;
        let mut out = String::new();
        if self.bar > 0 {
            let drawn: String = self.cells(found).into_iter().map(|cell| cell.glyph(look.grain())).collect();
            let rest = self.bar.saturating_sub(width(&drawn));
            out.push_str(GAP);
            out.push_str(&look.paint.bar(&drawn));
            out.extend(std::iter::repeat_n(' ', rest));
        }
        if let Some(room) = self.period {
            out.push_str(GAP);
            let brief = period_brief(&dataset.observations[found.main()].period, look.lang);
            out.push_str(&pad_right(&brief, room));
        }
        if let Some(room) = self.rank {
            let rank = comparison.order.rank(place).map(|rank| rank.text(look.lang)).unwrap_or_default();
            out.push_str(GAP);
            out.push_str(&pad_right(&rank, room));
        }
        out
    }

    fn cells(&self, found: &Found) -> Vec<BarCell> {
        let measured = found.extent.as_ref().ok();
        let drawn = measured.zip(self.scale).and_then(|(extent, scale)| bar(extent, scale, self.bar));
        drawn.map(|bar| bar.cells(self.look.grain())).unwrap_or_default()
    }

    /// What the signs mean, of those that are drawn.
    fn legend(&self, dataset: &Dataset, comparison: &Comparison) -> String {
        const OPEN: Phrase = Phrase { zh: "只知下限", en: "or more" };
        const BAND: Phrase = Phrase { zh: "可能的范围", en: "may lie here" };
        const LOOSE: Phrase = Phrase { zh: "约数，上下限不可靠", en: "no bound to rely on" };
        const INFERRED: Phrase = Phrase { zh: "时段为推断", en: "period inferred" };
        let look = self.look;
        let found = || comparison.cells.iter().filter_map(Cell::found);
        let cells: Vec<BarCell> = found().flat_map(|found| self.cells(found)).collect();
        let signs = [(BarCell::Open, OPEN), (BarCell::Band, BAND), (BarCell::Loose, LOOSE)];
        let mut told: Vec<String> = signs
            .iter()
            .filter(|(cell, _)| cells.contains(cell))
            .map(|(cell, what)| format!("{} {}", cell.glyph(look.grain()), what.get(look.lang)))
            .collect();
        let inferred = found().any(|found| dataset.observations[found.main()].period.is_inferred());
        if self.period.is_some() && inferred {
            told.push(format!("? {}", INFERRED.get(look.lang)));
        }
        if told.is_empty() {
            return String::new();
        }
        look.hanging_at("", 0, &told.join(GAP), |line| look.paint.faint(line))
    }
}

/// What stands in the column of values: the value, or few words in its place.
fn value(dataset: &Dataset, comparison: &Comparison, found: &Found, look: &Look) -> String {
    match &found.extent {
        Err(why) => why.brief().get(look.lang).to_owned(),
        Ok(_) => rows::value(dataset, comparison, found, look).unwrap_or_default(),
    }
}

fn name_width(dataset: &Dataset, comparison: &Comparison, look: &Look) -> usize {
    comparison.cells.iter().map(|cell| width(dataset.areas[cell.area].name.get(look.lang))).max().unwrap_or(0)
}

fn title(look: &Look, phrase: Phrase) -> String {
    look.paint.strong(phrase.get(look.lang)) + "\n"
}

/// The areas of which three or more figures are held, a line for each: a block for each year as high as its figure, and
/// then the figures with their periods. A year without a figure is left as a gap.
fn over_time(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = String::new();
    let comma = if look.lang == Lang::Zh { "，" } else { ", " };
    let is_raw = comparison.request.measure == Measure::Raw;
    for trend in comparison.trends(dataset) {
        let told = |point: &TrendPoint| {
            let value = extent(&point.extent, is_raw, look.lang, look.signs);
            let mut about = period_brief(&dataset.observations[point.observation].period, look.lang);
            if !point.is_like {
                about = format!("{about}{comma}{}", Trend::UNLIKE.get(look.lang));
            }
            value + &look.bracketed(&about)
        };
        let left_out = trend.left_out_text().map(|text| text.get(look.lang).to_owned());
        let mut text = trend.points.iter().map(told).chain(left_out).join(look.semicolon());
        // Blocks have no form in ASCII; the figures themselves do.
        if look.grain() == Grain::Eighth {
            let line: String = spark(&trend).into_iter().map(|block| block.unwrap_or('·')).collect();
            text = format!("{line}{GAP}{text}");
        }
        let name = pad_right(dataset.areas[trend.area].name.get(look.lang), name_width(dataset, comparison, look));
        out.push_str(&look.hanging(&format!("  {name}  "), &text));
    }
    if out.is_empty() { out } else { title(look, Trend::TITLE) + &out }
}

fn sources(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = String::new();
    let (differ, room) = (comparison.periods_differ(dataset), name_width(dataset, comparison, look));
    for cell in &comparison.cells {
        let Some(found) = cell.found() else { continue };
        let label = look.label(dataset.areas[cell.area].name.get(look.lang), room);
        for key in &found.observations {
            let observation = &dataset.observations[*key];
            let mut text = rows::source(dataset, &observation.source, look);
            if differ {
                text = format!("{}{}{text}", period(&observation.period, look.lang), look.semicolon());
            }
            out.push_str(&look.hanging(&label, &format!("{text} {}", observation.id)));
        }
    }
    if out.is_empty() { out } else { title(look, SOURCES) + &out }
}

fn denominators(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = String::new();
    for cell in &comparison.cells {
        let Some(held) = cell.found().and_then(|found| found.denominator.as_ref()) else { continue };
        let name = dataset.areas[cell.area].name.get(look.lang);
        let label = look.label(name, name_width(dataset, comparison, look));
        let count = with_unit(held.population.name().get(look.lang), &written(held.count.get(), look.lang));
        let from = format!("{}{}{}", held.as_of, look.semicolon(), held.source.get(look.lang));
        out.push_str(&look.hanging(&label, &format!("{count}{}", look.bracketed(&from))));
    }
    if out.is_empty() { out } else { title(look, DIVIDED_BY) + &out }
}

fn verdicts(dataset: &Dataset, comparison: &Comparison, look: &Look) -> String {
    let mut out = String::new();
    let groups = groups(dataset, comparison);
    let room = groups.iter().map(|group| width(group.verdict.name().get(look.lang))).max().unwrap_or(0);
    for group in groups {
        let verdict = look.label(group.verdict.name().get(look.lang), room);
        let label = look.paint.verdict(group.verdict, &verdict);
        let gap = if look.is_aloud() { look.colon() } else { GAP };
        let text = format!("{}{gap}{}", group.pairs_text(dataset, comparison, look), group.reasons_text(look));
        out.push_str(&look.hanging_at(&label, room + 4, &text, str::to_owned));
    }
    for remark in remarks(comparison) {
        out.push_str(&look.hanging("  ", &remark.text(dataset, look)));
    }
    if out.is_empty() { out } else { title(look, VERDICTS) + &out }
}
