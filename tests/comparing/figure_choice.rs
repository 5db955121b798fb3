//! Which of several figures of a city is compared: the same whatever stands first in a file, told wherever it is shown, and
//! chosen otherwise with options and a key.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use crate::support;
use cppcc::app::{Action, Effect, Pane, Selection, SlideCommand, State};
use cppcc::checked::SourceFile;
use cppcc::data::load;
use cppcc::deck::{DeckEdit, NewSlide, SlideContent, SlideIndex};
use cppcc::domain::{FigureChoice, Scope, VariantChoice};
use cppcc::text::{CharSet, Lang, Text};
use cppcc::view::Appearance;
use crossterm::event::KeyCode;
use std::process::Output;
use std::rc::Rc;
use support::keys::{control, key, press, press_event, type_in};
use support::program::{self, ends, err, out};
use support::screen::{LOOK, draw, foot, lines_of, opened_on, select_area, select_indicator, text};
use tempfile::TempDir;

/// Two cities with stations, one of which has sector studios, too, and says how many stations are new this year.
const HEAD: &str = r#"
[pack]
id = "syn"
name = { zh = "试", en = "Trial" }
about = { zh = "试。", en = "Trial." }
[[theme]]
id = "platforms"
name = { zh = "平台", en = "Platforms" }
[[indicator]]
id = "workplaces"
theme = "platforms"
name = { zh = "委员工作站点", en = "Member workplaces" }
unit = { zh = "家", en = "places" }
definition = { zh = "年末在用的。", en = "In use at the year's end." }
nature = "stock"
[[indicator]]
id = "meetings"
theme = "platforms"
name = { zh = "协商会", en = "Consultation meetings" }
unit = { zh = "次", en = "meetings" }
definition = { zh = "全年召开的。", en = "Held in the year." }
nature = "flow"
"#;

/// The figures: id, area, indicator, value, and what else is to be said.
const FIGURES: [(&str, &str, &str, &str, &str); 6] = [
    (
        "binzhou-2024-studios",
        "binzhou",
        "workplaces",
        "46",
        "variant = { zh = \"界别工作室\", en = \"sector studios\" }",
    ),
    ("binzhou-2024-stations", "binzhou", "workplaces", "235", "variant = { zh = \"工作站\", en = \"stations\" }"),
    ("binzhou-2024-new", "binzhou", "workplaces", "12", "nature = \"flow\""),
    ("jinan-2024-stations", "jinan", "workplaces", "100", "variant = { zh = \"工作站\", en = \"stations\" }"),
    ("binzhou-2024-meetings", "binzhou", "meetings", "20", ""),
    ("jinan-2024-meetings", "jinan", "meetings", "30", ""),
];

/// The text of the pack, with its figures as they are given or the other way round.
fn pack(is_turned: bool) -> String {
    let mut text = HEAD.to_owned();
    for (id, code, zh, en) in [("binzhou", "371600", "滨州", "Binzhou"), ("jinan", "370100", "济南", "Jinan")] {
        let entry = format!(
            "[[area]]\nid = \"{id}\"\ncode = \"{code}\"\nname = {{ zh = \"{zh}\", en = \"{en}\" }}\n\
             committee = {{ zh = \"政协{zh}市委员会\", en = \"{en} Committee\" }}\n\
             [[article]]\nid = \"{id}-2024\"\narea = \"{id}\"\ntitle = \"报告\"\noutlet = {{ zh = \"日报\", en = \"Daily\" }}\n\
             published = {{ date = \"2025-01-10\", certainty = \"stated\" }}\ngenre = \"news\"\n\
             statement = {{ zh = \"报告\", en = \"Report\" }}\ngrade = \"full\"\nparagraphs = 9\n"
        );
        text.push_str(&entry);
    }
    let mut figures: Vec<String> = FIGURES.map(figure).into();
    if is_turned {
        figures.reverse();
    }
    text + &figures.concat()
}

fn figure((id, area, indicator, value, more): (&str, &str, &str, &str, &str)) -> String {
    let is_flow = indicator == "meetings" || more.contains("flow");
    let period = if is_flow { "period = \"2024\"" } else { "period = { as_of = \"2024-12-31\" }" };
    format!(
        "[[observation]]\nid = \"{id}\"\narea = \"{area}\"\nindicator = \"{indicator}\"\nvalue = {value}\n{more}\n{period}\n\
         qualifier = \"exact\"\nscope = \"city\"\nstatus = \"achieved\"\n\
         source = {{ article = \"{area}-2024\", paragraph = 1, printed = \"{value}家\" }}\n"
    )
}

/// A folder with the pack.
fn folder(is_turned: bool) -> TempDir {
    let folder = support::private_folder();
    std::fs::write(folder.path().join("pack.toml"), pack(is_turned)).unwrap();
    folder
}

fn compare(is_turned: bool, lang: Lang, arguments: &[&str]) -> Output {
    let folder = folder(is_turned);
    let mut command = program::program(lang);
    command.args(["--builtin", "none", "--data"]).arg(folder.path()).arg("compare").args(arguments);
    command.output().unwrap()
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_order_in_a_file_decides_nothing() {
    for arguments in
        [&["workplaces"][..], &["workplaces", "--format", "json"], &["--format", "csv"], &["--format", "md"]]
    {
        let one = compare(false, Lang::Zh, arguments);
        ends(&one, 0);
        assert_eq!(out(&one), out(&compare(true, Lang::Zh, arguments)), "{arguments:?}");
    }
}

#[test]
fn what_else_is_held_is_marked_and_listed() {
    let output = compare(false, Lang::Zh, &["workplaces"]);
    let text = out(&output);
    assert!(text.contains("滨州  235 家＋2"), "{text}");
    let listed = "同年另有\n  滨州  12 家（时期数 · 市本级；2024 全年） binzhou-2024-new\n  \
                  滨州  46 家（界别工作室 · 市本级；截至 2024-12-31） binzhou-2024-studios\n";
    assert!(text.contains(listed), "{text}");
    // The mark takes nothing away from what stands behind it, and needs no sign that is not there.
    let rows: Vec<&str> = text.lines().filter(|line| line.contains(" 家") && line.contains('█')).collect();
    let bars: Vec<usize> = rows.iter().map(|row| cppcc::text::width(row.split('█').next().unwrap())).collect();
    assert!(bars.len() == 2 && bars[0] == bars[1], "{text}");
    let ascii = compare(false, Lang::En, &["workplaces", "--ascii"]);
    assert!(out(&ascii).contains("235 places+2"), "{}", out(&ascii));
    let plain = compare(false, Lang::En, &["workplaces", "--plain"]);
    assert!(out(&plain).contains("2 other figures of the same year"), "{}", out(&plain));
    assert!(!out(&compare(false, Lang::Zh, &["meetings"])).contains("另有"));
}

#[test]
fn every_format_carries_what_else_is_held() {
    let json = json(&compare(false, Lang::Zh, &["workplaces", "--format", "json"]));
    let others = serde_json::json!(["binzhou-2024-new", "binzhou-2024-studios"]);
    assert_eq!((&json["cells"][0]["also_held"], &json["cells"][1]["also_held"]), (&others, &serde_json::json!([])));
    assert_eq!((&json["variant"], &json["scope"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    let csv = compare(false, Lang::Zh, &["workplaces", "--format", "csv"]);
    let rows: Vec<Vec<&str>> = out(&csv).lines().map(|row| row.split(',').collect()).collect();
    let column = rows[0].iter().position(|name| *name == "also_held").unwrap();
    assert_eq!((rows[1][column], rows[2][column]), ("binzhou-2024-new binzhou-2024-studios", ""));
    let markdown = compare(false, Lang::Zh, &["workplaces", "--format", "md"]);
    let text = out(&markdown);
    assert!(text.contains("| 滨州 | 235 家[^workplaces-binzhou] |"), "{text}");
    assert!(text.contains("\n[^workplaces-binzhou]: 同年另有：12 家（时期数"), "{text}");
}

#[test]
fn a_variant_is_chosen_by_its_name_or_the_beginning_of_it() {
    for typed in ["界别工作室", "界别", "sector studios", "Sector", "jiebiegongzuoshi", "jbgzs"] {
        let output = compare(false, Lang::En, &["workplaces", "--variant", typed, "--format", "json"]);
        ends(&output, 1);
        let json = json(&output);
        assert_eq!(json["cells"][0]["observation"], "binzhou-2024-studios", "{typed}");
        assert_eq!(json["cells"][0]["also_held"], serde_json::json!(["binzhou-2024-new", "binzhou-2024-stations"]));
        assert_eq!(json["cells"][1]["missing"], "nothing-of-choice");
        assert_eq!(json["cells"][1]["also_held"], serde_json::json!(["jinan-2024-stations"]));
        assert_eq!(json["variant"], serde_json::json!({ "zh": "界别工作室", "en": "sector studios" }));
    }
    let plain = compare(false, Lang::Zh, &["workplaces", "--variant", "none"]);
    ends(&plain, 1);
    assert!(out(&plain).contains("委员工作站点 · 各市最近一期 · 按指标口径"), "{}", out(&plain));
    // That the other city has nothing of the choice does not mean that it reports nothing.
    assert!(err(&plain).contains("有所选口径数字的不足两市"), "{}", err(&plain));
    assert!(out(&plain).ends_with("\n2 市中 1 市有所选口径的数字\n"), "{}", out(&plain));
    assert!(out(&plain).contains("12 家＋2") && out(&plain).contains("不是所选的口径或范围＋1"), "{}", out(&plain));
    let scope = compare(false, Lang::En, &["workplaces", "--scope", "city", "--format", "json"]);
    assert_eq!((json(&scope)["scope"].as_str(), scope.status.code()), (Some("city"), Some(0)));
    ends(&compare(false, Lang::En, &["workplaces", "--scope", "project"]), 1);
}

#[test]
fn where_nothing_is_named_the_choice_decides_what_is_compared() {
    let compared = |arguments: &[&str]| {
        let output = compare(false, Lang::En, &[arguments, &["--format", "csv"]].concat());
        let indicators: Vec<_> =
            out(&output).lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned()).collect();
        indicators
    };
    assert_eq!(compared(&["--variant", "stations"]), ["workplaces", "workplaces"]);
    assert_eq!(compared(&["--variant", "none"]), ["meetings", "meetings"]);
    assert_eq!(compared(&[]).len(), 4);
}

#[test]
fn a_name_that_is_none_is_answered_with_those_that_are() {
    let slip = compare(false, Lang::Zh, &["workplaces", "--variant", "工做站"]);
    ends(&slip, 2);
    assert_eq!(err(&slip), "cppcc: 没有名为“工做站”的口径；现有：工作站、界别工作室、none\n");
    let slip = compare(false, Lang::En, &["workplaces", "--variant", "sector studois"]);
    assert_eq!(err(&slip), "cppcc: no variant is called “sector studois”; there are: sector studios, stations, none\n");
    let other = compare(false, Lang::En, &["meetings", "--variant", "stations"]);
    assert_eq!(err(&other), "cppcc: no variant is called “stations”; there are: none\n");
    let scope = compare(false, Lang::Zh, &["workplaces", "--scope", "county"]);
    ends(&scope, 2);
    assert!(err(&scope).contains("--scope 没有“county”这个取值") && err(&scope).contains("city-and-counties"));
}

#[test]
fn the_options_are_explained_in_both_languages() {
    for (lang, words, scopes) in [
        (Lang::Zh, "none 为指标本身的口径", "city、city-and-counties、platform、project、district、not-stated"),
        (
            Lang::En,
            "or none for what the indicator itself counts",
            "one of city, city-and-counties, platform, project, district, not-stated",
        ),
    ] {
        let help = program::run(lang, &["compare", "--help"]);
        let text = out(&help).split_whitespace().collect::<Vec<_>>().join(" ").replace("、 ", "、");
        assert!(text.contains(words) && text.contains("--scope <SCOPE>") && text.contains(scopes), "{text}");
    }
}

/// The dashboard on the pack and a deck of the user's, with the cursor on the first city's workplaces.
fn dashboard(deck: &str, is_turned: bool, size: (u16, u16)) -> State {
    let files = vec![
        SourceFile::new("syn", "syn/pack.toml", pack(is_turned).into_bytes()),
        SourceFile::new("mine", "mine/deck.toml", deck.as_bytes().to_vec()),
    ];
    let library = load(files).unwrap_or_else(|faults| panic!("{}", faults.render(Lang::En)));
    let mut state = opened_on(Rc::new(library), Lang::Zh, size);
    select(&mut state, "workplaces");
    let binzhou = state.dataset().areas.find("binzhou").unwrap();
    select_area(&mut state, binzhou);
    state
}

fn select(state: &mut State, indicator: &str) {
    let indicator = state.dataset().indicators.find(indicator).unwrap();
    select_indicator(state, indicator);
}

fn chosen(state: &State) -> FigureChoice {
    state.selected_comparison().unwrap().request.figure_choice.clone()
}

fn shown(state: &State) -> String {
    let comparison = state.selected_comparison().unwrap();
    let figure = comparison.cell_of(state.area()).and_then(|cell| cell.figure());
    figure.map_or_else(String::new, |figure| state.dataset().observations[figure.observation()].id.clone())
}

fn of(variant: Option<(&str, &str)>) -> FigureChoice {
    let variant = variant.map_or(VariantChoice::Plain, |(zh, en)| VariantChoice::Variant(Text::new(zh, en)));
    FigureChoice { variant: Some(variant), scope: Some(Scope::City) }
}

#[test]
fn the_table_marks_what_else_is_held_and_the_drilldown_lists_it() {
    for is_turned in [false, true] {
        let mut state = dashboard("", is_turned, (120, 36));
        let row =
            |state: &State| lines_of(state, Pane::Main).into_iter().find(|line| line.contains("工作站点")).unwrap();
        assert!(row(&state).contains("235＋2") && !row(&state).contains("100＋"), "{}", row(&state));
        let drilldown = lines_of(&state, Pane::Drilldown).join("\n");
        for line in ["另有  12 家  时期数 · 市本级  2024", "46 家  界别工作室 · 市本级  2024.12"] {
            assert!(drilldown.contains(line), "{drilldown}");
        }
        assert!(!drilldown.contains("历年"), "{drilldown}");
        let ascii = text(&draw(&state, Appearance { charset: CharSet::Ascii, ..LOOK }));
        assert!(ascii.contains("235+2") && !ascii.contains('＋'), "{ascii}");
        select(&mut state, "meetings");
        assert!(!lines_of(&state, Pane::Drilldown).join("").contains("另有"));
    }
}

#[test]
fn the_mark_never_costs_the_value_or_its_year() {
    for width in 40..140 {
        let state = dashboard("", false, (width, 24));
        let screen = text(&draw(&state, LOOK));
        assert!(screen.contains("235"), "{width}: {screen}");
        // A mark that is there is whole.
        assert!(!screen.contains('＋') || screen.contains("235＋2"), "{width}: {screen}");
    }
}

#[test]
fn a_key_goes_from_the_programs_choice_through_all_that_is_held_and_back() {
    let mut state = dashboard("", false, (120, 36));
    assert_eq!((chosen(&state), shown(&state).as_str()), (FigureChoice::default(), "binzhou-2024-stations"));
    let stops = [
        (of(None), "binzhou-2024-new", "口径（1/3）：按指标口径 · 市本级"),
        (of(Some(("工作站", "stations"))), "binzhou-2024-stations", "口径（2/3）：工作站 · 市本级"),
        (of(Some(("界别工作室", "sector studios"))), "binzhou-2024-studios", "口径（3/3）：界别工作室 · 市本级"),
        (FigureChoice::default(), "binzhou-2024-stations", "口径：由程序选取"),
    ];
    for event in [key(KeyCode::Char('v')), control('k')] {
        for (choice, figure, words) in &stops {
            press_event(&mut state, &event);
            assert_eq!((&chosen(&state), shown(&state).as_str()), (choice, *figure));
            assert!(foot(&state).contains(words), "{}", foot(&state));
            let bars = lines_of(&state, Pane::Bars).join("\n");
            assert_eq!(bars.contains("市有 · "), !choice.is_open(), "{bars}");
        }
    }
    state.clear_notice();
    assert!(foot(&state).contains("v 口径"), "{}", foot(&state));
    select(&mut state, "meetings");
    // The key is named where there is something to choose.
    assert!(!foot(&state).contains("v 口径"), "{}", foot(&state));
    press(&mut state, KeyCode::Char('v'));
    assert!(foot(&state).contains("只有一种口径和范围") && chosen(&state).is_open(), "{}", foot(&state));
}

#[test]
fn a_choice_is_of_one_indicator_and_kept_there() {
    let mut state = dashboard("", false, (120, 36));
    type_in(&mut state, "vv");
    let studios = of(Some(("工作站", "stations")));
    assert_eq!(chosen(&state), studios);
    select(&mut state, "meetings");
    assert!(chosen(&state).is_open());
    type_in(&mut state, "3m1mmm");
    select(&mut state, "workplaces");
    assert_eq!(chosen(&state), studios);
    // New data leave it, too.
    let library = Rc::clone(state.library());
    assert!(state.replace_data(library, None));
    assert_eq!(chosen(&state), studios);
    // The first press on a theme says what is missing.
    let Selection::Cell { .. } = state.selection() else { panic!("{:?}", state.selection()) };
    state.apply(Action::PickRow(0));
    press(&mut state, KeyCode::Char('v'));
    assert!(foot(&state).contains("请先选一项指标"), "{}", foot(&state));
}

#[test]
fn a_slide_keeps_the_choice_and_opens_the_dashboard_with_it() {
    let mut state = dashboard("", false, (120, 36));
    type_in(&mut state, "vvv");
    let Effect::Edit(DeckEdit::Add(added)) = state.apply(Action::AddToDeck) else { panic!("nothing is added") };
    let [NewSlide { content: SlideContent::Compare(slide), .. }] = added.as_slice() else {
        panic!("no slide of a comparison")
    };
    assert_eq!(slide.figure_choice, of(Some(("界别工作室", "sector studios"))));
    let deck = |slide: &str| {
        format!("[[deck]]\nid = \"mine\"\nname = {{ zh = \"我的\", en = \"Mine\" }}\n[[deck.slide]]\n{slide}\n")
    };
    let written = "kind = \"compare\"\nindicators = [\"workplaces\"]\n\
                   variant = { zh = \"界别工作室\", en = \"sector studios\" }\nscope = \"city\"";
    let mut state = dashboard(&deck(written), false, (120, 36));
    let mine = state.user_deck().unwrap();
    state.begin(mine, SlideIndex::FIRST, false);
    let screen = text(&draw(&state, LOOK));
    assert!(screen.contains("各市最近一期 · 界别工作室 · 市本级") && screen.contains("无所选口径数字"), "{screen}");
    state.apply(Action::Present(SlideCommand::Open));
    assert_eq!((chosen(&state), shown(&state).as_str()), (slide.figure_choice.clone(), "binzhou-2024-studios"));
    // After the presentation the dashboard is as it was.
    state.apply(Action::Present(SlideCommand::Begin));
    state.apply(Action::Present(SlideCommand::Stop));
    state.apply(Action::Present(SlideCommand::Stop));
    assert!(chosen(&state).is_open());
    let plain =
        dashboard(&deck("kind = \"compare\"\nindicators = [\"workplaces\"]\nvariant = \"none\""), false, (80, 24));
    let [slide] = plain.decks()[plain.user_deck().unwrap()].slides.as_slice() else { panic!("one slide") };
    let SlideContent::Compare(slide) = &slide.content else { panic!("a comparison") };
    assert_eq!(slide.figure_choice, FigureChoice { variant: Some(VariantChoice::Plain), scope: None });
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_chosen_is_written_into_the_users_deck() {
    let (runtime, data) = (support::private_folder(), folder(false));
    let data = data.path().to_str().unwrap().to_owned();
    let mut session = support::pty::Session::of_program_at(runtime.path(), &["--builtin", "none", "--data", &data]);
    session.wait_for_text("政协看板");
    session.send("vvv");
    session.wait_for_text("口径（3/3）：界别工作室");
    session.send("+");
    session.wait_for_text("已加入自己的演示稿");
    let written = std::fs::read_to_string(runtime.path().join("cppcc/deck.toml")).unwrap();
    let lines = "variant = { zh = \"界别工作室\", en = \"sector studios\" }\nscope = \"city\"\n";
    assert!(written.contains(lines), "{written}");
    session.send("\x1b[15~");
    session.wait_for_text("各市最近一期 · 界别工作室 · 市本级");
}
