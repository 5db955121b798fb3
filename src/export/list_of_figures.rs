//! The list of figures.

use super::json_parts::basis;
use super::list_filter::ListFilter;
use super::table::{AREA, AREA_NAME, DataTable, DataValue, ID, both, word};
use crate::domain::date::PartialDate;
use crate::domain::period::End;
use crate::domain::{Dataset, Key, Observation};
use crate::text::{CharSet, Lang, Text};
use crate::wording::{observation_value, period, printed_unit, with_unit};

/// Makes the table of the figures that a filter takes.
pub(super) fn figures(dataset: &Dataset, filter: &ListFilter) -> DataTable {
    let columns = vec![
        ID,
        AREA,
        AREA_NAME,
        word("indicator"),
        both("indicator_name").headed("指标", "indicator"),
        both("figure").headed("数字", "figure").whole(),
        word("qualifier"),
        both("period").headed("时段", "period").whole().optional(),
        word("start"),
        word("start_basis"),
        word("end"),
        word("end_basis"),
        both("variant").headed("口径", "variant").optional(),
        word("scope"),
        both("scope_name").headed("范围", "scope").whole().optional(),
        word("status"),
        both("status_name").headed("状态", "status").whole().optional(),
        word("grade"),
        both("grade_name").headed("所见", "seen").whole().optional(),
        word("printed"),
        word("article"),
        word("paragraph"),
        word("pack"),
        word("pack_version"),
    ];
    DataTable::new(columns, filter.figures(dataset).into_iter().map(|key| row(dataset, key)))
}

fn row(dataset: &Dataset, key: Key<Observation>) -> Vec<DataValue> {
    let figure = &dataset.observations[key];
    let (area, indicator) = (&dataset.areas[figure.area], &dataset.indicators[figure.indicator]);
    let article = &dataset.articles[figure.source.article];
    let pack = &dataset.packs[article.pack];
    let unit = printed_unit(indicator, figure);
    let value = |lang| with_unit(&observation_value(figure, lang, CharSet::Unicode), unit.get(lang));
    let date = |end: &End| end.date().as_ref().map(PartialDate::to_string).map(DataValue::Word);
    let (start, end) = (figure.period.start(), figure.period.end());
    vec![
        figure.id.as_str().into(),
        area.id.as_str().into(),
        (&area.name).into(),
        indicator.id.as_str().into(),
        (&indicator.name).into(),
        Text::new(value(Lang::Zh), value(Lang::En)).into(),
        figure.qualifier().id().into(),
        Text::new(period(&figure.period, Lang::Zh), period(&figure.period, Lang::En)).into(),
        start.and_then(date).into(),
        start.map(basis).into(),
        date(end).into(),
        basis(end).into(),
        figure.variant.as_ref().into(),
        figure.scope.id().into(),
        figure.scope.name().into(),
        figure.status.id().into(),
        figure.status.name().into(),
        article.grade.id().into(),
        article.grade.name().into(),
        figure.source.printed.as_str().into(),
        article.id.as_str().into(),
        figure.source.paragraph.map(usize::from).into(),
        pack.id.as_str().into(),
        pack.version.as_ref().map(|version| version.number.as_str()).into(),
    ]
}
