//! A comparison as lines with bars.

use super::footnotes::{footnotes, name_width, title};
use crate::chart::bar::{BarCell, BarResolution, cell_bar, has_length, scale};
use crate::chart::sparkline::sparkline;
use crate::domain::trend::{Trend, TrendPoint};
use crate::domain::{Amount, Cell, Comparison, Dataset, Measure, MeasuredFigure};
use crate::export::comparison_text::{self, apart, rank};
use crate::export::text_style::TextStyle;
use crate::text::number::BoundNotation;
use crate::text::{CharSet, Lang, Phrase, pad_left, pad_right, width};
use crate::wording::{extent, others_mark, period_brief};
use itertools::Itertools;

const GAP: &str = "  ";

/// Writes one comparison with bars.
pub(super) fn lines(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = style.paint.strong(&comparison_text::heading(dataset, comparison, style.lang));
    if let Some(period) = comparison_text::common_period(dataset, comparison, style.lang) {
        out.push_str(" · ");
        out.push_str(&period);
    }
    out.push('\n');
    let layout = BarLayout::new(dataset, comparison, style);
    for cell in comparison.cells_by_value() {
        out.push_str(&layout.row(dataset, comparison, cell));
    }
    out.push_str(&layout.legend(dataset, comparison));
    out.push_str(&over_time(dataset, comparison, style));
    out.push_str(&footnotes(dataset, comparison, style));
    out
}

/// The widths of the columns of one comparison.
struct BarLayout<'a> {
    style: &'a TextStyle,
    name: usize,
    value: usize,
    /// The mark of other figures that are held; 0 where nothing else is.
    others: usize,
    /// The column of the bars, and of what stands in their place.
    bar: usize,
    /// `None` where all figures have the same period.
    period: Option<usize>,
    /// `None` where nothing is ranked.
    rank: Option<usize>,
    scale: Option<Amount>,
}

impl<'a> BarLayout<'a> {
    fn new(dataset: &Dataset, comparison: &Comparison, style: &'a TextStyle) -> Self {
        /// A shorter bar shows nothing, and a longer one nothing more.
        const BAR: std::ops::RangeInclusive<usize> = 4..=60;
        let figures = || comparison.cells.iter().filter_map(Cell::figure);
        let ranks = || comparison.cells.iter().filter_map(|cell| rank(dataset, comparison, cell, style.lang));
        let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).max().unwrap_or(0);
        let name = name_width(dataset, comparison, style);
        let value = widest(&mut figures().map(|figure| value(dataset, comparison, figure, style)));
        let others = widest(&mut comparison.cells.iter().map(|cell| others(dataset, comparison, cell, style)));
        let periods = || figures().map(|figure| brief(dataset, figure, style));
        let period = comparison.periods_differ(dataset).then(|| widest(&mut periods()));
        let rank = comparison.no_order.is_none().then(|| widest(&mut ranks()));
        let columns = [Some(name), Some(value + others), period, rank];
        let taken: usize = columns.iter().flatten().map(|column| column + GAP.len()).sum();
        let room = style.drawing_width().saturating_sub(taken).min(*BAR.end());
        let scale = scale(dataset, comparison).filter(|_| room >= *BAR.start());
        let remarks = comparison.cells.iter().filter_map(|cell| apart(dataset, comparison, cell));
        let remarks = widest(&mut remarks.map(|remark| remark.fitting(style.lang, room)));
        let bar = if scale.is_some() { room } else { remarks };
        Self { style, name, value, others, bar, period, rank, scale }
    }

    fn row(&self, dataset: &Dataset, comparison: &Comparison, cell: &Cell) -> String {
        let style = self.style;
        let name = pad_right(dataset.areas[cell.area].name.get(style.lang), self.name);
        let label = style.paint.strong(&name) + GAP;
        let indent = self.name + GAP.len();
        let figure = match &cell.content {
            Ok(figure) => figure,
            Err(missing) => {
                let why = missing.text().get(style.lang).to_owned() + &others(dataset, comparison, cell, style);
                return style.hanging_at(&label, indent, &why);
            }
        };
        let value = pad_left(&value(dataset, comparison, figure, style), self.value);
        let value = value + &pad_right(&others(dataset, comparison, cell, style), self.others);
        if let Err(why) = &figure.extent {
            let period = style.bracketed(&brief(dataset, figure, style));
            let why = why.text().get(style.lang).to_owned() + &period;
            let (label, indent) = (format!("{label}{value}{GAP}"), indent + self.value + self.others + GAP.len());
            return style.hanging_at(&label, indent, &why);
        }
        let rest = self.bar_period_and_rank(dataset, comparison, cell, figure);
        format!("{label}{value}{rest}").trim_end().to_owned() + "\n"
    }

    fn bar_period_and_rank(
        &self,
        dataset: &Dataset,
        comparison: &Comparison,
        cell: &Cell,
        figure: &MeasuredFigure,
    ) -> String {
        let style = self.style;
        let mut out = String::new();
        if self.bar > 0 {
            let remark = apart(dataset, comparison, cell).map(|remark| remark.fitting(style.lang, self.bar));
            let bar = self.bar_cells(dataset, cell).into_iter().map(|cell| cell.glyph(style.resolution()));
            let text = remark.unwrap_or_else(|| bar.collect());
            out.push_str(GAP);
            out.push_str(&text);
            out.extend(std::iter::repeat_n(' ', self.bar.saturating_sub(width(&text))));
        }
        if let Some(room) = self.period {
            out.push_str(GAP);
            out.push_str(&pad_right(&brief(dataset, figure, style), room));
        }
        if let Some(room) = self.rank {
            let rank = rank(dataset, comparison, cell, style.lang).unwrap_or_default();
            out.push_str(GAP);
            out.push_str(&pad_right(&rank, room));
        }
        out
    }

    fn bar_cells(&self, dataset: &Dataset, cell: &Cell) -> Vec<BarCell> {
        let bar = cell_bar(dataset, cell, self.scale, self.bar);
        bar.map(|bar| bar.cells(self.style.resolution())).unwrap_or_default()
    }

    /// Explains the signs that are drawn.
    fn legend(&self, dataset: &Dataset, comparison: &Comparison) -> String {
        const OPEN: Phrase = Phrase { zh: "只知下限", en: "or more" };
        const BAND: Phrase = Phrase { zh: "可能的范围", en: "may lie here" };
        const INFERRED: Phrase = Phrase { zh: "时段为推断", en: "period inferred" };
        let style = self.style;
        let cells: Vec<BarCell> = comparison.cells.iter().flat_map(|cell| self.bar_cells(dataset, cell)).collect();
        let signs = [(BarCell::Open, OPEN), (BarCell::Band, BAND)];
        let mut entries: Vec<String> = signs
            .iter()
            .filter(|(cell, _)| cells.contains(cell))
            .map(|(cell, meaning)| format!("{} {}", cell.glyph(style.resolution()), meaning.get(style.lang)))
            .collect();
        if self.period.is_some() && comparison.has_inferred_period(dataset) {
            entries.push(format!("? {}", INFERRED.get(style.lang)));
        }
        if entries.is_empty() {
            return String::new();
        }
        style.hanging_at("", 0, &entries.join(GAP))
    }
}

/// Returns the mark behind a value that tells how many other figures of the year the area holds, which stand below.
fn others(dataset: &Dataset, comparison: &Comparison, cell: &Cell, style: &TextStyle) -> String {
    let charset = match style.notation {
        BoundNotation::Signs(charset) => charset,
        BoundNotation::Words => CharSet::Unicode,
    };
    match comparison.also_held(dataset, cell).len() {
        0 => String::new(),
        count => others_mark(count, charset),
    }
}

fn brief(dataset: &Dataset, figure: &MeasuredFigure, style: &TextStyle) -> String {
    period_brief(&dataset.observations[figure.observation()].period, style.lang)
}

/// Returns the value with its unit, or few words where the measure refuses the figure.
fn value(dataset: &Dataset, comparison: &Comparison, figure: &MeasuredFigure, style: &TextStyle) -> String {
    match &figure.extent {
        Err(why) => why.brief().get(style.lang).to_owned(),
        Ok(_) => comparison_text::value(dataset, comparison, figure, style).unwrap_or_default(),
    }
}

/// Writes a line for each area with a trend: a block for each year with a figure, a dot for each without, then the
/// figures and their periods.
fn over_time(dataset: &Dataset, comparison: &Comparison, style: &TextStyle) -> String {
    let mut out = String::new();
    let comma = if style.lang == Lang::Zh { "，" } else { ", " };
    let is_raw = comparison.request.measure == Measure::Raw;
    let is_drawn = has_length(dataset.indicators[comparison.request.indicator].nature);
    for trend in comparison.trends(dataset) {
        let point_text = |point: &TrendPoint| {
            let value = extent(&point.extent, is_raw, style.lang, style.notation);
            let mut about = period_brief(&dataset.observations[point.observation].period, style.lang);
            if !point.is_like {
                about = format!("{about}{comma}{}", Trend::UNLIKE.get(style.lang));
            }
            value + &style.bracketed(&about)
        };
        let left_out = trend.left_out_text().map(|text| text.get(style.lang).to_owned());
        let mut text = trend.points.iter().map(point_text).chain(left_out).join(style.semicolon());
        // Blocks have no form in ASCII; the figures themselves do.
        if style.resolution() == BarResolution::Eighth && is_drawn {
            let line: String = sparkline(&trend).into_iter().map(|block| block.unwrap_or('·')).collect();
            text = format!("{line}{GAP}{text}");
        }
        let name = pad_right(dataset.areas[trend.area].name.get(style.lang), name_width(dataset, comparison, style));
        out.push_str(&style.hanging(&format!("  {name}  "), &text));
    }
    if out.is_empty() { out } else { title(style, Trend::TITLE) + &out }
}
