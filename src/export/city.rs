//! One area in plain lines for reading aloud: its figures by theme, its initiatives, its sources, and what it does not
//! report.

use super::figure::brief;
use super::list::reporting;
use super::text_style::{Paint, TextStyle};
use crate::domain::indicator::Theme;
use crate::domain::initiative::InitiativeKind;
use crate::domain::{Area, Dataset, Denominator, Indicator, Key};
use crate::sorting::InOrder;
use crate::text::{Lang, Phrase};
use crate::wording::{head_count, with_unit};
use itertools::Itertools;
use std::sync::Arc;

const INITIATIVES: Phrase = Phrase { zh: "平台", en: "Initiatives" };
const SOURCES: Phrase = Phrase { zh: "来源", en: "Sources" };
const NOT_REPORTED: Phrase = Phrase {
    zh: "他市公布、本市所见报道未提及",
    en: "Reported elsewhere, not in the articles held of this city",
};
const CONTEXT: Phrase = Phrase { zh: "背景，不作履职比较", en: "background, not performance" };
const NOTHING: Phrase = Phrase { zh: "没有所收数字", en: "no figure is held" };

/// Writes all that the data has on one area.
#[must_use]
pub fn city(dataset: &Dataset, key: Key<Area>, style: &TextStyle) -> String {
    let mut out = heading(dataset, key, style);
    let figures: String = dataset.themes.keys().map(|theme| figures(dataset, key, theme, style)).collect();
    if figures.is_empty() {
        out.push_str(&style.hanging("", NOTHING.get(style.lang)));
    }
    out.push_str(&figures);
    out.push_str(&initiatives(dataset, key, style));
    out.push_str(&sources(dataset, key, style));
    out.push_str(&not_reported(dataset, key, style));
    style.finish(&out)
}

fn heading(dataset: &Dataset, key: Key<Area>, style: &TextStyle) -> String {
    let area = &dataset.areas[key];
    let name = area.name.get(style.lang);
    let mut out = format!("{} · {}\n", style.paint.strong(name), area.committee.get(style.lang));
    let order = |each: &&Arc<Denominator>| (each.population.id(), each.as_of.latest());
    for denominator in dataset.denominators_of(key).in_order_by_key(order) {
        let population = denominator.population.name().get(style.lang);
        let count = with_unit(population, &head_count(denominator, style.lang, style.notation));
        let (as_of, source) = (denominator.as_of, denominator.source.get(style.lang));
        let source = format!("{as_of}{}{source}", style.semicolon());
        out.push_str(&style.hanging("  ", &format!("{count}{}", style.bracketed(&source))));
        if let Some(caveat) = &denominator.caveat {
            out.push_str(&style.hanging("    ", caveat.get(style.lang)));
        }
    }
    out
}

fn title(paint: Paint, text: &str) -> String {
    format!("\n{}\n", paint.strong(text))
}

fn figures(dataset: &Dataset, area: Key<Area>, theme: Key<Theme>, style: &TextStyle) -> String {
    let mut out = String::new();
    for (indicator, _) in dataset.indicators_of(theme) {
        let figures = dataset.observations_of(area, indicator);
        for (key, _) in figures.in_order_by_key(|(_, observation)| observation.period.middle()) {
            out.push_str(&style.hanging("  ", &brief(dataset, key, style)));
        }
    }
    if out.is_empty() {
        return out;
    }
    let theme = &dataset.themes[theme];
    let mut name = theme.name.get(style.lang).to_owned();
    if theme.is_context {
        name.push_str(&style.bracketed(CONTEXT.get(style.lang)));
    }
    title(style.paint, &name) + &out
}

fn initiatives(dataset: &Dataset, area: Key<Area>, style: &TextStyle) -> String {
    let mut out = String::new();
    for kind in InitiativeKind::ALL {
        let of_kind = dataset.initiatives.iter().filter(|(_, each)| each.area == area && each.kind == kind);
        for (_, initiative) in of_kind {
            let (kind, name) = (kind.name().get(style.lang), initiative.name.get(style.lang));
            let design = initiative.design.as_deref().map(|design| format!(" {design}")).unwrap_or_default();
            let about = initiative.about.get(style.lang);
            out.push_str(&style.hanging("  ", &format!("[{kind}] {name}{design}{}{about}", style.colon())));
            for figure in &initiative.figures {
                out.push_str(&style.hanging("    ", &brief(dataset, *figure, style)));
            }
        }
    }
    if out.is_empty() { out } else { title(style.paint, INITIATIVES.get(style.lang)) + &out }
}

fn sources(dataset: &Dataset, area: Key<Area>, style: &TextStyle) -> String {
    let mut out = String::new();
    for (_, article) in dataset.articles.iter().filter(|(_, article)| article.area == area) {
        let comma = if style.lang == Lang::Zh { "，" } else { ", " };
        let (outlet, published) = (article.outlet_text(), article.published.text());
        let (genre, grade) = (article.genre.name(), article.grade.name());
        let words = [outlet.get(style.lang), published.get(style.lang), genre.get(style.lang), grade.get(style.lang)];
        out.push_str(&style.hanging("  ", &format!("《{}》{comma}{}", article.title, words.join(comma))));
        for caveat in &article.caveats {
            out.push_str(&style.hanging("    ", caveat.get(style.lang)));
        }
    }
    if out.is_empty() { out } else { title(style.paint, SOURCES.get(style.lang)) + &out }
}

fn not_reported(dataset: &Dataset, area: Key<Area>, style: &TextStyle) -> String {
    let is_silent = |indicator: &Key<Indicator>| {
        !dataset.reports(area, *indicator)
            && !dataset.theme_of(*indicator).is_context
            && reporting(dataset, *indicator) > 0
    };
    let mut out = String::new();
    for theme in dataset.themes.keys() {
        let silent = dataset.indicators_of(theme).map(|(key, _)| key).filter(is_silent).collect_vec();
        let (looked_into, plain): (Vec<_>, Vec<_>) =
            silent.into_iter().partition(|indicator| dataset.absence(area, *indicator).is_some());
        if !plain.is_empty() {
            let names = plain.iter().map(|key| dataset.indicators[*key].name.get(style.lang)).join(style.comma());
            let theme = dataset.themes[theme].name.get(style.lang);
            out.push_str(&style.hanging("  ", &format!("{theme}{}{names}", style.colon())));
        }
        for key in looked_into {
            let Some(absence) = dataset.absence(area, key) else { continue };
            let (name, kind) = (dataset.indicators[key].name.get(style.lang), absence.kind.name().get(style.lang));
            let why = style.bracketed(absence.why.get(style.lang));
            out.push_str(&style.hanging("  ", &format!("{name}{}{kind}{why}", style.colon())));
        }
    }
    if out.is_empty() { out } else { title(style.paint, NOT_REPORTED.get(style.lang)) + &out }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{dataset, style};
    use super::*;

    #[test]
    fn one_city_in_reading_order() {
        let dataset = dataset();
        let expected = "
滨州 · 政协滨州市委员会
  委员人数 400（2025-01；市政协全会报道）

提案
  立案提案 512 件（2025 全年） binzhou-2025-filed
  督导 163 件（2024-01 至 2024-08-21［推断］） binzhou-2024-visits
  体系 1+10（2024 全年） binzhou-2024-brand

平台
  [协商] 商量体系 1+10：一主十辅的协商平台。
    体系 1+10（2024 全年） binzhou-2024-brand

来源
  《滨州市政协履职纪实》，人民政协报，2024-08，通讯，已读全文
    起点未载
";
        let binzhou = dataset.areas.find("binzhou").unwrap();
        assert_eq!(format!("\n{}", city(&dataset, binzhou, &style(Lang::Zh))), expected);
        let xianyang = city(&dataset, dataset.areas.find("xianyang").unwrap(), &style(Lang::En));
        let silence =
            "\nReported elsewhere, not in the articles held of this city\n  Proposals: Proposals filed, Framework\n";
        assert!(xianyang.ends_with(silence), "{xianyang}");
    }
}
