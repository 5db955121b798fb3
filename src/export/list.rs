//! Lists of what the data holds.

use super::error::ExportError;
use super::format::Format;
use super::format::WrittenTable;
use super::list_filter::ListFilter;
use super::list_of_decks::{ListedDeck, decks, groups};
use super::list_of_figures::figures;
use super::table::{AREA, AREA_NAME, DataTable, DataValue, FIGURES, ID, NAME, both, word};
use super::text_style::TextStyle;
use crate::domain::{Area, Dataset, Indicator, Key, Population, Qualifier, SavedGroup};
use crate::text::{CharSet, Lang};
use crate::wording::head_count;
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
    /// All figures, with their periods.
    Figures,
    /// All decks, with the number of their slides.
    Decks,
    /// All groups of areas that the user has named.
    Groups,
}

/// What is listed, and which of it.
#[derive(Clone, Debug)]
pub struct ListRequest<'a> {
    /// What the list is of.
    pub subject: ListSubject,
    /// What the things must be to be listed.
    pub filter: ListFilter,
    /// The decks, where they are listed.
    pub decks: &'a [ListedDeck<'a>],
    /// The groups that the user has named, where they are listed.
    pub groups: &'a [SavedGroup],
}

/// Lists all things of one kind that the request asks for.
///
/// # Errors
/// Where the format cannot be written; see [`ExportError`].
pub fn list(
    dataset: &Dataset,
    request: &ListRequest,
    format: Format,
    style: &TextStyle,
) -> Result<WrittenTable, ExportError> {
    let filter = &request.filter;
    let table = match request.subject {
        ListSubject::Areas => areas(dataset, filter),
        ListSubject::Themes => themes(dataset),
        ListSubject::Indicators => indicators(dataset, filter),
        ListSubject::Articles => articles(dataset, filter),
        ListSubject::Initiatives => initiatives(dataset, filter),
        ListSubject::Figures => figures(dataset, filter),
        ListSubject::Decks => decks(request.decks),
        ListSubject::Groups => groups(dataset, request.groups),
    };
    format.write_table(&table, style)
}

fn areas(dataset: &Dataset, filter: &ListFilter) -> DataTable {
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
    let rows = dataset.areas.iter().filter(|(key, _)| filter.takes_area(*key)).map(|(key, area)| {
        let figures = dataset.observations.of_area(key).len();
        let members = members(key);
        let count = members.as_ref().map(|members| match members.qualifier {
            Qualifier::Exact => DataValue::Amount(members.count),
            _ => DataValue::Word(head_count(members, Lang::En, CharSet::Unicode)),
        });
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
    DataTable::new(columns, rows)
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
    DataTable::new(columns, rows)
}

/// Counts the areas that report an indicator.
pub(super) fn reporting(dataset: &Dataset, indicator: Key<Indicator>) -> usize {
    dataset.observations.reporters(indicator)
}

fn indicators(dataset: &Dataset, filter: &ListFilter) -> DataTable {
    let columns = vec![
        ID,
        NAME,
        both("unit").headed("单位", "unit").whole().optional(),
        word("nature"),
        both("nature_name").headed("性质", "nature").whole().optional(),
        word("order"),
        word("areas").headed("公布市数", "areas"),
        FIGURES,
        word("theme"),
        both("theme_name").headed("主题", "theme").whole().optional(),
        both("definition"),
    ];
    let by_indicator = dataset.observations.iter().map(|(_, figure)| figure.indicator).counts();
    let listed = dataset.indicators.iter().filter(|(key, _)| filter.takes_indicator(dataset, *key));
    let rows = listed.map(|(key, indicator)| {
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
    DataTable::new(columns, rows)
}

fn articles(dataset: &Dataset, filter: &ListFilter) -> DataTable {
    let columns = vec![
        ID,
        AREA,
        AREA_NAME,
        word("title").headed("标题", "title").shrinking(),
        both("outlet").headed("来源", "outlet").optional(),
        word("published").headed("日期", "published"),
        word("genre"),
        both("genre_name").headed("体裁", "genre").whole().optional(),
        word("grade"),
        both("grade_name").headed("所见", "seen").whole().optional(),
        FIGURES,
        word("pack"),
        word("address"),
        word("medium"),
        both("outlet_remark"),
        word("authors"),
    ];
    let listed = dataset.articles.iter().filter(|(_, article)| filter.takes_article(article));
    let rows = listed.map(|(key, article)| {
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
    DataTable::new(columns, rows)
}

fn initiatives(dataset: &Dataset, filter: &ListFilter) -> DataTable {
    let columns = vec![
        ID,
        AREA,
        AREA_NAME,
        NAME,
        word("kind"),
        both("kind_name").headed("类别", "kind").whole().optional(),
        word("design").headed("架构", "design"),
        word("figures"),
        both("about"),
        word("article"),
    ];
    let listed = dataset.initiatives.iter().filter(|(_, initiative)| filter.takes_area(initiative.area));
    let rows = listed.map(|(_, initiative)| {
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
    DataTable::new(columns, rows)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{dataset, style};
    use super::*;
    use crate::text::Lang;

    #[test]
    fn indicators_in_columns() {
        let written = |format, style: &TextStyle| {
            let request = ListRequest {
                subject: ListSubject::Indicators,
                filter: ListFilter::default(),
                decks: &[],
                groups: &[],
            };
            list(&dataset(), &request, format, style).unwrap().text
        };
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
