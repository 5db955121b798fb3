//! Rows of the Compare table as a table that can be pasted elsewhere: with the cities that are shown, and in each row whether
//! its figures can be compared.

use super::copied_table::{Column, CopiedTable, Field, WHAT};
use crate::app::screens::outline::Row;
use crate::app::state::State;
use crate::domain::{Cell, Indicator, Key};
use crate::text::{CharSet, Lang, Phrase};
use crate::wording::{
    comparability, difference_or_not, figure_unit, measure_and_moment, measured_value, period, unit, with_unit,
};
use itertools::Itertools;

const DIFFERENCE: Phrase = Phrase { zh: "差额", en: "difference" };
const VERDICT: Phrase = Phrase { zh: "可比与否", en: "verdict" };

impl State {
    /// Returns the rows that are not folded away, with a note of how many indicators are.
    pub(super) fn whole_compare_table(&self) -> CopiedTable {
        let note = match (self.nav.compare.folded(), self.lang()) {
            (0, _) => None,
            (count, Lang::Zh) => Some(format!("另有 {count} 项指标已折叠，未复制。")),
            (count, Lang::En) => Some(format!("Indicators folded away, not copied: {count}.")),
        };
        self.compare_table(self.nav.compare.rows()).with_note(note)
    }

    /// Returns rows of the Compare table; a theme only above an indicator of it.
    pub(super) fn compare_table(&self, rows: &[Row]) -> CopiedTable {
        let (dataset, lang) = (self.dataset(), self.lang());
        let areas = self.areas().iter().map(|area| dataset.areas[*area].name.get(lang).to_owned());
        let areas = areas.map(|heading| Column { heading, has_period: true });
        let columns = std::iter::once(Column::plain(WHAT.get(lang))).chain(areas);
        let columns =
            columns.chain(self.headings_of_verdict().into_iter().map(|heading| Column::plain(heading.get(lang))));
        let columns = columns.collect_vec();
        let rows = rows.iter().enumerate().filter_map(|(at, row)| match row {
            Row::Theme(theme) => {
                let is_open = rows.get(at + 1).is_some_and(|next| next.indicator().is_some());
                let name = Field::of(dataset.themes[*theme].name.get(lang));
                let row = || std::iter::once(name).chain(std::iter::repeat_n(Field::default(), columns.len() - 1));
                is_open.then(|| row().collect())
            }
            Row::Singles(_) => None,
            Row::Indicator(indicator) => Some(self.compare_row(*indicator)),
        });
        let rows = rows.collect();
        let title = measure_and_moment(self.measure(), self.year_choice());
        self.table_of(Some(title.get(lang).to_owned()), columns, rows)
    }

    /// Returns the headings behind the areas: one area alone is compared with nothing, and two have a difference.
    fn headings_of_verdict(&self) -> Vec<Phrase> {
        match self.areas().len() {
            0 | 1 => Vec::new(),
            2 => vec![DIFFERENCE, VERDICT],
            _ => vec![VERDICT],
        }
    }

    fn compare_row(&self, indicator: Key<Indicator>) -> Vec<Field> {
        let (dataset, lang) = (self.dataset(), self.lang());
        let comparison = self.comparison(indicator);
        let what = &dataset.indicators[indicator];
        let common = unit(what, self.measure());
        let name = match (common.get(lang), lang) {
            ("", _) => what.name.get(lang).to_owned(),
            (unit, Lang::Zh) => format!("{}，{unit}", what.name.zh),
            (unit, Lang::En) => format!("{}, {unit}", what.name.en),
        };
        let figures = comparison.cells.iter().map(|cell| self.cell_field(cell, what, common.get(lang)));
        let difference = difference_or_not(dataset, comparison);
        let verdict = (comparison.cells.len() > 1).then(|| comparability(dataset, comparison));
        let said = difference.into_iter().chain(verdict).map(|words| Field::of(words.get(lang)));
        std::iter::once(Field::of(name)).chain(figures).chain(said).collect()
    }

    /// Returns a cell as the table shows it, with its unit where that is not the one of the row.
    fn cell_field(&self, cell: &Cell, indicator: &Indicator, common: &str) -> Field {
        let (dataset, lang, measure) = (self.dataset(), self.lang(), self.measure());
        let figure = match &cell.content {
            Ok(figure) => figure,
            Err(missing) => return Field::of(missing.brief().get(lang)),
        };
        let observation = &dataset.observations[figure.observation()];
        let words = match (&figure.extent, measured_value(dataset, figure, measure, lang, CharSet::Unicode)) {
            (Ok(_), Some(value)) => {
                let unit = figure_unit(indicator, observation, measure);
                let unit = unit.get(lang);
                if unit == common { value } else { with_unit(&value, unit) }
            }
            (Err(why), _) => why.text().get(lang).to_owned(),
            (Ok(_), None) => String::new(),
        };
        let sources = figure.observations.iter().map(|key| dataset.observations[*key].source.article);
        let period = Some(period(&observation.period, lang));
        Field { words, period, sources: sources.unique().collect() }
    }
}
