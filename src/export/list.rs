//! Lists of what the data holds.

use super::error::ExportError;
use super::format::Format;
use super::table::{DataColumn, DataTable, DataValue};
use super::text_style::TextStyle;
use crate::domain::{Area, Dataset, Indicator, Key, Population};
use crate::text::Phrase;
use itertools::Itertools;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListSubject {
    /// All areas, with their number of figures.
    Areas,
    /// All themes, with their number of indicators.
    Themes,
    /// All indicators, theme by theme.
    Indicators,
    /// All articles, with how they were seen.
    Articles,
    /// All initiatives, with their figures.
    Initiatives,
}

/// Lists all things of one kind.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn list(dataset: &Dataset, subject: ListSubject, format: Format, style: &TextStyle) -> Result<String, ExportError> {
    let table = match subject {
        ListSubject::Areas => areas(dataset),
        ListSubject::Themes => themes(dataset),
        ListSubject::Indicators => indicators(dataset),
        ListSubject::Articles => articles(dataset),
        ListSubject::Initiatives => initiatives(dataset),
    };
    format.write_table(&table, style)
}

/// Returns a column of single words that only other programs need.
const fn word(id: &'static str) -> DataColumn {
    DataColumn { id, heading: None, is_both: false, may_shrink: false, may_go: false }
}

/// Returns a column of words in both languages that only other programs need.
const fn both(id: &'static str) -> DataColumn {
    DataColumn { is_both: true, may_shrink: true, ..word(id) }
}

impl DataColumn {
    /// Keeps the column whole, because its words are short.
    const fn whole(self) -> Self {
        Self { may_shrink: false, ..self }
    }

    /// Lets the column be left out where a line has no room.
    const fn optional(self) -> Self {
        Self { may_go: true, ..self.whole() }
    }

    /// Gives the column a heading, so that people see it.
    const fn headed(self, zh: &'static str, en: &'static str) -> Self {
        Self { heading: Some(Phrase { zh, en }), ..self }
    }
}

const ID: DataColumn = word("id").headed("代号", "id");
const NAME: DataColumn = both("name").headed("名称", "name");
const AREA: DataColumn = word("area");
const AREA_NAME: DataColumn = both("area_name").headed("地区", "area").whole();
const FIGURES: DataColumn = word("figures").headed("数字", "figures");

fn areas(dataset: &Dataset) -> DataTable {
    let columns = vec![
        ID,
        NAME,
        word("code").headed("代码", "code"),
        both("committee").headed("全称", "committee"),
        FIGURES,
        word("members").headed("委员", "members"),
        word("members_as_of").headed("时点", "as of").optional(),
    ];
    let members = |area: Key<Area>| {
        let denominators = dataset.denominators_of(area).filter(|each| each.population == Population::Members);
        denominators.max_by_key(|each| each.as_of.latest()).cloned()
    };
    let rows = dataset.areas.iter().map(|(key, area)| {
        let figures = dataset.observations.of_area(key).len();
        let members = members(key);
        let count = members.as_ref().map(|members| DataValue::Amount(members.count));
        let as_of = members.map(|members| DataValue::Word(members.as_of.to_string()));
        vec![
            area.id.as_str().into(),
            (&area.name).into(),
            area.code.as_str().into(),
            (&area.committee).into(),
            figures.into(),
            count.into(),
            as_of.into(),
        ]
    });
    DataTable { columns, rows: rows.collect() }
}

fn themes(dataset: &Dataset) -> DataTable {
    let columns = vec![
        ID,
        NAME,
        word("indicators").headed("指标", "indicators"),
        FIGURES,
        word("context").headed("背景", "context"),
    ];
    let themes = dataset.observations.iter().map(|(_, figure)| dataset.indicators[figure.indicator].theme);
    let by_theme = themes.counts();
    let rows = dataset.themes.iter().map(|(key, theme)| {
        let figures = by_theme.get(&key).copied().unwrap_or_default();
        let indicators = dataset.indicators_of(key).count();
        let (id, name) = (theme.id.as_str().into(), (&theme.name).into());
        vec![id, name, indicators.into(), figures.into(), theme.is_context.into()]
    });
    DataTable { columns, rows: rows.collect() }
}

/// Counts the areas that report an indicator.
pub(super) fn reporting(dataset: &Dataset, indicator: Key<Indicator>) -> usize {
    dataset.observations.reporters(indicator)
}

fn indicators(dataset: &Dataset) -> DataTable {
    let columns = vec![
        ID,
        NAME,
        both("unit").headed("单位", "unit").optional(),
        word("nature"),
        both("nature_name").headed("性质", "nature").optional(),
        word("order"),
        word("areas").headed("公布市数", "areas"),
        FIGURES,
        word("theme"),
        both("theme_name").headed("主题", "theme").optional(),
        both("definition"),
    ];
    let by_indicator = dataset.observations.iter().map(|(_, figure)| figure.indicator).counts();
    let rows = dataset.indicators.iter().map(|(key, indicator)| {
        let figures = by_indicator.get(&key).copied().unwrap_or_default();
        let theme = &dataset.themes[indicator.theme];
        vec![
            indicator.id.as_str().into(),
            (&indicator.name).into(),
            (&indicator.unit).into(),
            indicator.nature.id().into(),
            indicator.nature.name().into(),
            indicator.direction.id().into(),
            reporting(dataset, key).into(),
            figures.into(),
            theme.id.as_str().into(),
            (&theme.name).into(),
            (&indicator.definition).into(),
        ]
    });
    DataTable { columns, rows: rows.collect() }
}

fn articles(dataset: &Dataset) -> DataTable {
    let columns = vec![
        ID,
        AREA,
        AREA_NAME,
        DataColumn { may_shrink: true, ..word("title").headed("标题", "title") },
        both("outlet").headed("来源", "outlet").optional(),
        word("published").headed("日期", "published"),
        word("genre"),
        both("genre_name").headed("体裁", "genre").optional(),
        word("grade"),
        both("grade_name").headed("所见", "seen").optional(),
        FIGURES,
        word("pack"),
        word("address"),
        word("medium"),
        both("outlet_remark"),
        word("authors"),
    ];
    let rows = dataset.articles.iter().map(|(key, article)| {
        let figures = dataset.observations.of_article(key).len();
        let area = &dataset.areas[article.area];
        vec![
            article.id.as_str().into(),
            area.id.as_str().into(),
            (&area.name).into(),
            article.title.as_str().into(),
            (&article.outlet_name()).into(),
            article.published.date().map(|date| DataValue::Word(date.to_string())).into(),
            article.genre.id().into(),
            article.genre.name().into(),
            article.grade.id().into(),
            article.grade.name().into(),
            figures.into(),
            dataset.packs[article.pack].id.as_str().into(),
            article.address.as_deref().into(),
            article.medium.id().into(),
            article.outlet_remark.as_ref().into(),
            article.authors.join("; ").as_str().into(),
        ]
    });
    DataTable { columns, rows: rows.collect() }
}

fn initiatives(dataset: &Dataset) -> DataTable {
    let columns = vec![
        ID,
        AREA,
        AREA_NAME,
        NAME,
        word("kind"),
        both("kind_name").headed("类别", "kind").optional(),
        word("design").headed("架构", "design"),
        word("figures"),
        both("about"),
        word("article"),
    ];
    let rows = dataset.initiatives.iter().map(|(_, initiative)| {
        let area = &dataset.areas[initiative.area];
        let figures = initiative.figures.iter().map(|key| dataset.observations[*key].id.as_str()).join(" ");
        vec![
            initiative.id.as_str().into(),
            area.id.as_str().into(),
            (&area.name).into(),
            (&initiative.name).into(),
            initiative.kind.id().into(),
            initiative.kind.name().into(),
            initiative.design.as_deref().into(),
            DataValue::Word(figures),
            (&initiative.about).into(),
            dataset.articles[initiative.source.article].id.as_str().into(),
        ]
    });
    DataTable { columns, rows: rows.collect() }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{dataset, style};
    use super::*;
    use crate::text::Lang;

    #[test]
    fn indicators_in_columns() {
        let written = |format, style: &TextStyle| list(&dataset(), ListSubject::Indicators, format, style).unwrap();
        let expected = "
代号    名称      单位  性质      公布市数  数字  主题
filed   立案提案  件    时期数           3     3  提案
visits  督导      件    时期数           3     3  提案
brand   体系            结构代号         1     1  提案
users   用户      件    时点数           1     1  背景
";
        assert_eq!(format!("\n{}", written(Format::Table, &style(Lang::Zh))), expected);
        let narrow = TextStyle { width: 32, ..style(Lang::En) };
        let narrow = written(Format::Table, &narrow);
        assert!(narrow.starts_with("id      name") && !narrow.contains("theme"), "{narrow}");
        assert!(narrow.lines().all(|line| crate::text::width(line) <= 32) && narrow.contains('…'), "{narrow}");
        let csv = written(Format::Csv, &style(Lang::Zh));
        assert!(csv.starts_with("id,name_zh,name_en,unit_zh,unit_en,nature,"), "{csv}");
        let json: serde_json::Value = serde_json::from_str(&written(Format::Json, &style(Lang::Zh))).unwrap();
        assert_eq!((&json[0]["id"], &json[0]["areas"]), (&"filed".into(), &3.into()));
        assert_eq!(json[3]["name"], serde_json::json!({ "zh": "用户", "en": "Users" }));
    }
}
