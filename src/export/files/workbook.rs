//! A workbook for a spreadsheet: the comparison, the figures, the verdicts, the sources and the indicators, a sheet each.

use super::sheet::{Sheet, SheetCell, SheetName};
use crate::domain::interval::{High, Low};
use crate::domain::{Cell, Comparison, Dataset, Extent, Interval, MeasuredFigure, Verdict};
use crate::export::content::ExportContent;
use crate::export::error::ExportError;
use crate::export::records::{RecordField, RecordKind, RecordSet, RecordTable, table};
use crate::export::table::DataValue;
use crate::text::{Lang, Phrase};
use crate::wording::{figure_unit, period};
use itertools::Itertools;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use std::collections::HashMap;

const fn phrase(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

/// Makes the workbook of what is exported.
pub(super) fn workbook(content: &ExportContent, lang: Lang) -> Result<Vec<u8>, ExportError> {
    let date = content.date();
    let part = |number: i8| u8::try_from(number).unwrap_or(1);
    let date =
        ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(1980), part(date.month()), part(date.day()))?;
    let articles = table(RecordSet::Articles, content);
    // The rows of a sheet are counted from 1, and the first has the headings.
    let rows = articles.rows.iter().zip(2..).filter_map(|(row, number)| Some((word(row.first()?)?.to_owned(), number)));
    let links = Links { rows: rows.collect(), lang };
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    comparison_sheet(content, &links).write(workbook.add_worksheet(), lang)?;
    links.sheet(SheetName::Figures, &table(RecordSet::Figures, content)).write(workbook.add_worksheet(), lang)?;
    links.sheet(SheetName::Verdicts, &table(RecordSet::Pairs, content)).write(workbook.add_worksheet(), lang)?;
    links.sheet(SheetName::Sources, &articles).write(workbook.add_worksheet(), lang)?;
    links.sheet(SheetName::Indicators, &table(RecordSet::Indicators, content)).write(workbook.add_worksheet(), lang)?;
    Ok(workbook.save_to_buffer()?)
}

fn word(value: &DataValue) -> Option<&str> {
    match value {
        DataValue::Word(word) => Some(word),
        _ => None,
    }
}

/// In which row of the sheet of sources each article stands.
struct Links {
    rows: HashMap<String, u32>,
    lang: Lang,
}

impl Links {
    /// Returns a link to the row of an article.
    fn article(&self, id: &str) -> SheetCell {
        match self.rows.get(id) {
            Some(row) => SheetCell::RowLink { sheet: SheetName::Sources, row: *row, words: id.to_owned() },
            None => SheetCell::Text(id.to_owned()),
        }
    }

    /// Returns the sheet of a table, in one language.
    fn sheet(&self, name: SheetName, table: &RecordTable) -> Sheet {
        let headings = table.fields.iter().map(|field| field.name.get(self.lang).to_owned()).collect();
        let row =
            |row: &Vec<DataValue>| table.fields.iter().zip(row).map(|(field, value)| self.cell(field, value)).collect();
        Sheet { name, headings, rows: table.rows.iter().map(row).collect() }
    }

    fn cell(&self, field: &RecordField, value: &DataValue) -> SheetCell {
        match (field.kind, value) {
            (_, DataValue::Unknown) => SheetCell::Blank,
            (RecordKind::Term(_), DataValue::Word(id)) => self.term(field, id),
            (RecordKind::Address, DataValue::Word(address)) => SheetCell::Address(address.clone()),
            (_, DataValue::Word(id)) if field.id == "article" => self.article(id),
            (_, DataValue::Word(word)) => SheetCell::Text(word.clone()),
            (_, DataValue::Both(text)) => SheetCell::Text(text.get(self.lang).to_owned()),
            (_, DataValue::Count(count)) => SheetCell::count(*count),
            (_, DataValue::Amount(amount)) => SheetCell::Number(amount.get()),
            (_, DataValue::Flag(flag)) => SheetCell::Flag(*flag),
        }
    }

    fn term(&self, field: &RecordField, id: &str) -> SheetCell {
        let name = field.words().into_iter().find(|(word, _)| *word == id).map(|(_, name)| name.get(self.lang));
        let words = name.unwrap_or(id).to_owned();
        match <Verdict as crate::text::Word>::from_word(id).filter(|_| field.id == "verdict") {
            Some(verdict) => SheetCell::Verdict(verdict, words),
            None => SheetCell::Text(words),
        }
    }
}

const COMPARISON: [Phrase; 19] = [
    phrase("主题", "theme"),
    phrase("指标", "indicator"),
    phrase("地区", "area"),
    phrase("数值", "value"),
    phrase("限定", "qualifier"),
    phrase("下限", "low"),
    phrase("上限", "high"),
    phrase("单位", "unit"),
    phrase("折算", "measure"),
    phrase("时段", "period"),
    phrase("范围", "scope"),
    phrase("状态", "status"),
    phrase("位次", "rank"),
    phrase("可比与否", "verdict"),
    phrase("理由", "reasons"),
    phrase("来源", "source"),
    phrase("所见程度", "seen as"),
    phrase("数据版本", "version of the data"),
    phrase("数字代号", "figure id"),
];

/// Returns the sheet of the comparisons: a row for each area of each indicator.
fn comparison_sheet(content: &ExportContent, links: &Links) -> Sheet {
    let dataset = content.dataset;
    let comparisons = content.comparisons();
    let rows = comparisons.iter().flat_map(|comparison| {
        comparison.cells.iter().map(move |cell| comparison_row(dataset, comparison, cell, links))
    });
    let headings = COMPARISON.iter().map(|heading| heading.get(links.lang).to_owned()).collect();
    Sheet { name: SheetName::Comparison, headings, rows: rows.collect() }
}

fn comparison_row(dataset: &Dataset, comparison: &Comparison, cell: &Cell, links: &Links) -> Vec<SheetCell> {
    let lang = links.lang;
    let text = |words: &str| SheetCell::Text(words.to_owned());
    let indicator = &dataset.indicators[comparison.request.indicator];
    let theme = dataset.theme_of(comparison.request.indicator);
    let mut row =
        vec![text(theme.name.get(lang)), text(indicator.name.get(lang)), text(dataset.areas[cell.area].name.get(lang))];
    let figure = match &cell.content {
        Ok(figure) => figure,
        Err(missing) => {
            row.push(text(missing.text().get(lang)));
            row.resize(COMPARISON.len(), SheetCell::Blank);
            return row;
        }
    };
    let observation = &dataset.observations[figure.observation()];
    let article = &dataset.articles[observation.source.article];
    let measure = comparison.request.measure;
    let interval = figure.extent.as_ref().ok().and_then(Extent::interval);
    let number = |amount: Option<f64>| amount.map_or(SheetCell::Blank, SheetCell::Number);
    let (verdict, reasons) = verdict_of(dataset, comparison, cell, lang);
    let version =
        dataset.packs[article.pack].version.as_ref().map_or(SheetCell::Blank, |version| text(&version.number));
    row.extend([
        value(figure, lang),
        text(observation.qualifier().name().get(lang)),
        number(interval.map(|interval| interval.low().amount().get())),
        number(interval.and_then(|interval| interval.high().amount()).map(crate::domain::Amount::get)),
        text(figure_unit(indicator, observation, measure).get(lang)),
        text(measure.name().get(lang)),
        text(&period(&observation.period, lang)),
        text(observation.scope.name().get(lang)),
        text(observation.status.name().get(lang)),
        cell.rank().map_or(SheetCell::Blank, |rank| text(&rank.text(indicator.direction, lang))),
        verdict,
        text(&reasons),
        links.article(&article.id),
        text(article.grade.name().get(lang)),
        version,
        text(&observation.id),
    ]);
    row
}

/// Returns the one number that a figure has under the measure: what is exact, or the bound that is known; words where there is
/// none. Between two bounds there is no single number, and they have columns of their own.
fn value(figure: &MeasuredFigure, lang: Lang) -> SheetCell {
    match &figure.extent {
        Err(why) => SheetCell::Text(why.text().get(lang).to_owned()),
        Ok(Extent::Designed(words)) => SheetCell::Text(words.clone()),
        Ok(Extent::Unreliable { amount, .. }) => SheetCell::Number(amount.get()),
        Ok(Extent::Within(interval)) => bound(*interval).map_or(SheetCell::Blank, SheetCell::Number),
    }
}

fn bound(interval: Interval) -> Option<f64> {
    match (interval.low(), interval.high()) {
        (low, High::Closed(high)) if low.amount() == high => Some(high.get()),
        (low, High::Unbounded) => Some(low.amount().get()),
        (Low::Open(low), High::Closed(high) | High::Open(high)) if low.get() == 0.0 => Some(high.get()),
        _ => None,
    }
}

/// Returns the verdict on a figure, why it stands apart from those that are ranked, and what lies in the figure alone.
fn verdict_of(dataset: &Dataset, comparison: &Comparison, cell: &Cell, lang: Lang) -> (SheetCell, String) {
    const ALONE: Phrase = phrase("无他市数字可比", "no other figure");
    let index = comparison.index_of(cell.area);
    let Some((index, verdict)) = index.and_then(|index| Some((index, comparison.verdict_of(dataset, index)?))) else {
        // Of what the measure refuses the value tells why.
        let is_refused = cell.figure().is_some_and(|figure| figure.extent.is_err());
        let verdict = Verdict::NotComparable;
        let words = if is_refused { verdict.name().get(lang) } else { ALONE.get(lang) };
        return (SheetCell::Text(words.to_owned()), String::new());
    };
    let (apart, own) = (comparison.why_apart(dataset, index), comparison.own_reasons(dataset, index));
    let reasons = apart.iter().chain(own.iter()).map(|reason| reason.words().get(lang).to_owned()).unique();
    let reasons = reasons.collect_vec().join(if lang == Lang::Zh { "；" } else { "; " });
    (SheetCell::Verdict(verdict, verdict.name().get(lang).to_owned()), reasons)
}
