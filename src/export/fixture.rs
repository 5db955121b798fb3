//! A small dataset for tests: four cities, one of which reports nothing.

use super::text_style::{Paint, TextStyle};
use crate::domain::area::Area;
use crate::domain::article::{Article, Genre, Grade, Medium, Published};
use crate::domain::date::PartialDate;
use crate::domain::denominator::{Certainty, Denominator};
use crate::domain::digest::RichText;
use crate::domain::digest::{Inline, Section};
use crate::domain::indicator::{Indicator, Nature, Population, Theme};
use crate::domain::initiative::{Initiative, InitiativeKind};
use crate::domain::interval::{Amount, Qualifier};
use crate::domain::observation::{Actor, Observation, PrintedSource, PrintedValue, Scope, Status};
use crate::domain::pack::Pack;
use crate::domain::period::{Basis, End, Period, Shape};
use crate::domain::request::FigureChoice;
use crate::domain::{Dataset, Key, Measure, Request, YearChoice};
use crate::text::CharSet;
use crate::text::{Lang, Text};
use std::sync::Arc;

pub(super) fn style(lang: Lang) -> TextStyle {
    TextStyle { lang, notation: CharSet::Unicode.into(), width: 80, paint: Paint::Plain }
}

pub(super) fn request(dataset: &Dataset, indicator: &str, measure: Measure) -> Request {
    let indicator = dataset.indicators.find(indicator).unwrap();
    Request {
        indicator,
        areas: dataset.areas.keys().collect(),
        measure,
        year_choice: YearChoice::Latest,
        figure_choice: FigureChoice::default(),
    }
}

fn date(text: &str) -> PartialDate {
    PartialDate::parse(text).unwrap()
}

pub(super) fn year(year: &str) -> Period {
    let day = |day: &str| End::stated(date(&format!("{year}-{day}")));
    let shape = Shape::Span { start: day("01-01"), end: day("12-31") };
    Period { shape, note: None }
}

fn since(start: &str, end: &str) -> Period {
    let basis = Basis::Inferred { why: Text::new("换届的月份", "the month of the change of term"), bounds: None };
    let shape = Shape::Span { start: End::Known { date: date(start), basis }, end: End::stated(date(end)) };
    Period { shape, note: None }
}

fn until(end: &str) -> Period {
    let start = End::Unknown { why: Text::new("未载起点", "the start is not printed") };
    Period { shape: Shape::Span { start, end: End::stated(date(end)) }, note: None }
}

/// Builds the dataset of the four cities.
pub(super) fn dataset() -> Dataset {
    let mut data = Dataset::default();
    let pack =
        Pack { id: "reports".into(), name: Text::new("报道", "Reports"), about: Text::new("", ""), version: None };
    let pack = data.packs.add("reports", pack).unwrap();
    let areas = [
        ("binzhou", "371600", "滨州", "Binzhou"),
        ("jinan", "370100", "济南", "Jinan"),
        ("qingdao", "370200", "青岛", "Qingdao"),
        ("xianyang", "610400", "咸阳", "Xianyang"),
    ]
    .map(|area| add_area(&mut data, pack, area));
    let theme = |id: &str, zh: &str, en: &str, is_context| Theme { id: id.into(), name: Text::new(zh, en), is_context };
    let proposals = data.themes.add("proposals", theme("proposals", "提案", "Proposals", false)).unwrap();
    let context = data.themes.add("context", theme("context", "背景", "Context", true)).unwrap();
    let filed = add_indicator(&mut data, proposals, ("filed", "立案提案", "Proposals filed"), Nature::Flow);
    let visits = add_indicator(&mut data, proposals, ("visits", "督导", "Oversight visits"), Nature::Flow);
    let brand = add_indicator(&mut data, proposals, ("brand", "体系", "Framework"), Nature::Structure);
    let users = add_indicator(&mut data, context, ("users", "用户", "Users"), Nature::Stock);
    let [binzhou, jinan, qingdao, xianyang] = areas;
    let number = |number: f64, qualifier| PrintedValue::Number { amount: Amount::new(number).unwrap(), qualifier };
    let mut add = |id: &str, of, value, period| add_observation(&mut data, id, of, value, period);
    add("binzhou-2025-filed", (binzhou, filed), number(512.0, Qualifier::Exact), year("2025"));
    add("jinan-2025-filed", (jinan, filed), number(579.0, Qualifier::Exact), year("2025"));
    add("qingdao-2025-filed", (qingdao, filed), number(544.0, Qualifier::AtLeast), year("2025"));
    add("binzhou-2024-visits", (binzhou, visits), number(163.0, Qualifier::Exact), since("2024-01", "2024-08-21"));
    add("jinan-2024-visits", (jinan, visits), number(30.0, Qualifier::About), year("2024"));
    add("xianyang-2023-visits", (xianyang, visits), number(14_000.0, Qualifier::Below), until("2023"));
    add("binzhou-2024-brand", (binzhou, brand), PrintedValue::Designed("1+10".into()), year("2024"));
    add(
        "qingdao-2024-users",
        (qingdao, users),
        number(1e6, Qualifier::Order),
        Period { shape: Shape::AsOf(End::stated(date("2024-02"))), note: None },
    );
    finish(data)
}

fn add_area(data: &mut Dataset, pack: Key<Pack>, (id, code, zh, en): (&str, &str, &str, &str)) -> Key<Area> {
    let committee = Text::new(format!("政协{zh}市委员会"), format!("{en} Municipal Committee of the CPPCC"));
    let area = Area { id: id.into(), code: code.into(), name: Text::new(zh, en), committee };
    let area = data.areas.add(id, area).unwrap();
    let members = Denominator {
        area,
        population: Population::Members,
        count: Amount::new(400.0).unwrap(),
        qualifier: Qualifier::Exact,
        as_of: date("2025-01"),
        source: Text::new("市政协全会报道", "news of the plenary session"),
        certainty: Certainty::Good,
        caveat: None,
        observation: None,
    };
    if id != "qingdao" {
        data.denominators.push(Arc::new(members));
    }
    let article = Article {
        id: format!("{id}-2024"),
        pack,
        area,
        title: format!("{zh}市政协履职纪实"),
        outlet: Some(Text::new("人民政协报", "CPPCC Daily")),
        outlet_remark: None,
        medium: Medium::Newspaper,
        place: None,
        page: None,
        authors: Vec::new(),
        published: Published::Stated(date("2024-08")),
        period: None,
        genre: Genre::Feature,
        statement: None,
        grade: if id == "jinan" { Grade::Excerpt } else { Grade::Full },
        address: None,
        accessed: None,
        paragraphs: Some(30),
        original: None,
        caveats: vec![Text::new("起点未载", "the start is not printed")],
    };
    data.articles.add(&format!("{id}-2024"), article).unwrap();
    area
}

fn add_indicator(
    data: &mut Dataset,
    theme: Key<Theme>,
    (id, zh, en): (&str, &str, &str),
    nature: Nature,
) -> Key<Indicator> {
    let unit = if nature == Nature::Structure { Text::new("", "") } else { Text::new("件", "items") };
    let definition = Text::new("按年计", "by the year");
    let name = Text::new(zh, en);
    let indicator = Indicator {
        aliases: Vec::new(),
        id: id.into(),
        theme,
        name,
        short: None,
        unit,
        definition,
        sentence: None,
        nature,
        direction: nature.usual_direction(),
        denominator: None,
    };
    data.indicators.add(id, indicator).unwrap()
}

fn add_observation(
    data: &mut Dataset,
    id: &str,
    (area, indicator): (Key<Area>, Key<Indicator>),
    value: PrintedValue,
    period: Period,
) {
    let article = data.articles.find(&format!("{}-2024", data.areas[area].id)).unwrap();
    let observation = Observation {
        id: id.into(),
        area,
        indicator,
        value,
        each: None,
        unit: None,
        base: None,
        nature: data.indicators[indicator].nature,
        period,
        scope: Scope::City,
        status: Status::Achieved,
        actor: if id.ends_with("users") { Actor::Other(Text::new("平台", "the platform")) } else { Actor::Committee },
        variant: None,
        sentence: None,
        note: None,
        reading: None,
        part_of: None,
        source: PrintedSource { article, paragraph: Some(12), printed: "印\"作|此\",件".into() },
        also: Vec::new(),
    };
    data.observations.add(id, observation).unwrap();
}

/// Adds an initiative and a digest, which need the figures.
fn finish(mut data: Dataset) -> Dataset {
    let brand = data.observations.find("binzhou-2024-brand").unwrap();
    let initiative = Initiative {
        id: "binzhou-brand".into(),
        area: data.observations[brand].area,
        name: Text::new("商量体系", "Consult framework"),
        kind: InitiativeKind::Consultation,
        design: Some("1+10".into()),
        about: Text::new("一主十辅的协商平台。", "One platform with ten beside it."),
        figures: vec![brand],
        source: data.observations[brand].source.clone(),
    };
    data.initiatives.add("binzhou-brand", initiative).unwrap();
    let pieces = |words: &str| vec![Inline::Words(words.into()), Inline::Figure(brand)];
    let body = RichText { zh: pieces("体系为 "), en: pieces("The framework is ") };
    let section = Section { heading: Text::new("平台", "Platforms"), body };
    let article = data.observations[brand].source.article;
    let sections = |key| if key == article { vec![section.clone()] } else { Vec::new() };
    data.digests = data.articles.keys().map(sections).collect();
    data
}
