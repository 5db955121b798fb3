//! `cppcc shot`: charts, slides and screens as SVG and PNG, as a reader of the picture sees them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::domain::{Measure, Request, YearChoice, compare};
use cppcc::text::{Background, Lang};
use cppcc::wording::data_in_force;
use std::fs;
use support::library::shipped;
use support::program::{ends, err, out, run};
use support::readers::{browser, xml_elements};

fn svg(lang: Lang, arguments: &[&str]) -> String {
    let output = run(lang, &[&["shot"], arguments].concat());
    ends(&output, 0);
    out(&output).to_owned()
}

/// Returns the text of a picture, without line breaks and spaces.
fn words(svg: &str) -> String {
    let pieces = svg.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
    let text: String = pieces.flat_map(str::chars).filter(|character| !character.is_whitespace()).collect();
    text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
}

fn bare(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

#[test]
fn every_chart_has_its_title_values_periods_reasons_sources_and_data() {
    let library = shipped();
    let data = &library.dataset;
    for lang in [Lang::Zh, Lang::En] {
        for (key, indicator) in data.indicators.iter() {
            let request = Request {
                indicator: key,
                areas: data.areas.keys().collect(),
                measure: Measure::Raw,
                year_choice: YearChoice::Latest,
                figure_choice: cppcc::domain::FigureChoice::default(),
            };
            let comparison = compare(data, &request);
            let picture =
                cppcc::export::ChartPicture { lang, background: Background::Light, width: 960.0, height: None };
            let drawn = cppcc::export::chart_svg(data, &comparison, picture).unwrap();
            let text = words(&drawn);
            let has = |wanted: &str| assert!(text.contains(&bare(wanted)), "{wanted} in {}: {text}", indicator.id);
            has(indicator.name.get(lang));
            has(&data_in_force(data, lang).unwrap());
            for cell in &comparison.cells {
                has(data.areas[cell.area].name.get(lang));
                let Some(figure) = cell.figure() else { continue };
                let observation = &data.observations[figure.observation()];
                has(&cppcc::wording::period(&observation.period, lang));
                has(&cppcc::text::quoted(&observation.source.printed));
                let article = &data.articles[observation.source.article];
                has(&article.title);
                has(article.grade.name().get(lang));
                article.caveats.iter().for_each(|caveat| has(caveat.get(lang)));
            }
            if let Some(refusal) = comparison.refused {
                has(refusal.text().get(lang));
            }
            let ranked = comparison.cells.iter().filter(|cell| cell.is_on_one_scale()).count();
            let bars = ["class=\"bar\"", "class=\"range\"", "class=\"open\""].map(|class| drawn.matches(class).count());
            assert!(bars.iter().sum::<usize>() >= ranked.min(1), "{}", indicator.id);
            assert!(bars[0] <= ranked, "{}: a bar only among figures that may be ranked", indicator.id);
        }
    }
}

#[test]
fn charts_of_shipped_data_are_xml() {
    for (lang, indicator) in [(Lang::Zh, "proposals-filed"), (Lang::En, "opinion-reports-adopted-national")] {
        let drawn = svg(lang, &["--indicator", indicator]);
        let Some(elements) = xml_elements(drawn.as_bytes()) else { return };
        assert!(elements.contains("svg 1\n") && elements.contains("title 1"), "{elements}");
    }
}

#[test]
fn a_chart_is_of_what_was_chosen() {
    let drawn = svg(Lang::Zh, &["--indicator", "proposals-filed", "--area", "jinan,qingdao", "--per", "month"]);
    let text = words(&drawn);
    assert!(text.contains("每月") && text.contains("件/月") && !text.contains("滨州"), "{text}");
    assert_eq!(drawn.matches("class=\"bar\"").count(), 2);
    let of_2024 = words(&svg(Lang::Zh, &["--indicator", "立案提案", "--when", "2024"]));
    assert!(of_2024.contains("2024年"), "{of_2024}");
    let light = svg(Lang::Zh, &["--indicator", "proposals-filed", "--theme", "light"]);
    assert!(light.contains("fill=\"#ffffff\"") && !drawn.contains("fill=\"#ffffff\""));
    assert_eq!(light, svg(Lang::Zh, &["--indicator", "proposals-filed", "--theme", "light"]));
}

#[test]
fn a_picture_has_the_size_that_is_asked_for() {
    let head = |drawn: String| drawn.lines().next().unwrap().to_owned();
    let chart = head(svg(Lang::En, &["--indicator", "proposals-filed", "--size", "150x60"]));
    assert!(chart.contains("width=\"1500\" height=\"1320\""), "{chart}");
    let small = run(Lang::En, &["shot", "--indicator", "proposals-filed", "--size", "80x20"]);
    ends(&small, 2);
    let said = err(&small);
    let size = said.trim_end().split_once("--size ").unwrap().1.split_whitespace().next().unwrap().to_owned();
    let fits = head(svg(Lang::En, &["--indicator", "proposals-filed", "--size", &size]));
    assert!(fits.contains("width=\"800\""), "{fits}");
    let screen = |arguments: &[&str]| head(svg(Lang::En, arguments));
    assert_eq!(screen(&["--size", "80x24"]), screen(&["--size", "80x24", "--no-keys"]));
}

#[test]
fn on_paper_nobody_is_told_of_keys() {
    let (with, without) = (svg(Lang::En, &[]), svg(Lang::En, &["--no-keys"]));
    assert!(words(&with).contains("?help") && !words(&without).contains("?help"));
    let slide = words(&svg(Lang::En, &["--slide", "2"]));
    assert!(!slide.contains("help") && slide.ends_with("2/14"), "{slide}");
}

#[test]
fn slides_and_screens_are_chosen() {
    let library = shipped();
    let deck = &library.decks[library.decks.keys().next().unwrap()];
    let count = deck.slides.len();
    let [first, last] = [1, count].map(|number| svg(Lang::Zh, &["--slide", &number.to_string(), "--deck", &deck.id]));
    assert!(words(&first).contains("1/") && words(&last).contains(&format!("{count}/{count}")));
    let beyond = run(Lang::Zh, &["shot", "--slide", &(count + 1).to_string()]);
    ends(&beyond, 2);
    assert!(err(&beyond).contains(&format!("共 {count} 页")), "{}", err(&beyond));
    let screen = words(&svg(Lang::Zh, &["--screen", "compare", "--indicator", "proposals-handling-rate", "--no-keys"]));
    assert!(screen.contains("提案办复率"), "{screen}");
    let city = words(&svg(Lang::Zh, &["--screen", "city", "--area", "qingdao"]));
    assert!(city.contains("青岛"), "{city}");
}

#[test]
fn options_that_would_change_nothing_are_refused() {
    for (arguments, said) in [
        (&["--indicator", "proposals-filed", "--scale", "2"][..], "--scale"),
        (&["--deck", "five-cities"], "--deck"),
        (&["--slide", "1", "--no-keys"], "--no-keys"),
        (&["--slide", "1", "--indicator", "proposals-filed"], "--slide"),
        (&["-o", "x.jpg"], "jpg"),
        (&["--slide", "0"], "--slide"),
        (&["--scale", "99", "-o", "x.png"], "--scale"),
    ] {
        for lang in [Lang::Zh, Lang::En] {
            let output = run(lang, &[&["shot"], arguments].concat());
            ends(&output, 2);
            assert!(err(&output).contains(said), "{}", err(&output));
        }
    }
}

#[cfg(feature = "png")]
#[test]
fn a_png_is_the_picture_at_its_scale() {
    use resvg::tiny_skia::Pixmap;
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let made = |name: &str, more: &[&str]| {
        let arguments = ["shot", "--indicator", "proposals-filed", "--theme", "light", "-o", &path(name)];
        run(Lang::Zh, &[&arguments, more].concat())
    };
    let first = made("a.png", &[]);
    if first.status.code() == Some(1) && err(&first).contains("字体") {
        eprintln!("skipped: no font has Chinese");
        return;
    }
    ends(&first, 0);
    ends(&made("b.PNG", &["--scale", "2"]), 0);
    let [one, two] = ["a.png", "b.PNG"].map(|name| Pixmap::decode_png(&fs::read(path(name)).unwrap()).unwrap());
    assert_eq!((one.width() * 2, one.width()), (two.width(), 960));
    // The colours of the three areas that have bars are there, and cover more than signs do.
    for color in [(165, 78, 8), (0, 94, 74), (122, 68, 116)] {
        let is_of =
            |pixel: &&resvg::tiny_skia::PremultipliedColorU8| (pixel.red(), pixel.green(), pixel.blue()) == color;
        assert!(one.pixels().iter().filter(is_of).count() > 5000, "{color:?}");
    }
}

#[test]
fn a_browser_reads_a_chart() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("x.svg");
    fs::write(&page, svg(Lang::Zh, &["--indicator", "proposals-filed"])).unwrap();
    let Some(output) = browser(folder.path(), &["--dump-dom"], &page) else { return };
    assert!(out(&output).contains("579 件"), "{}", out(&output));
    assert!(!err(&output).contains("CONSOLE"), "{}", err(&output));
}
