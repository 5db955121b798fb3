//! What the program says of the built-in data where a naive table would lie: the figures stand side by side, and the
//! screen says what may not be made of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice, reason = "a test fails by panicking")]

use crate::support;
use crate::witness;

use cppcc::app::screens::list::Item;
use cppcc::app::{Action, Pane, Screen, State};
use cppcc::domain::{Measure, NoOrder, Refusal, Verdict, YearChoice};
use cppcc::text::Lang;
use support::library::shipped;
use support::screen::{LOOK, draw, opened, select_area, select_indicator};
use witness::shown;

/// The dashboard on an area's figure.
fn at(lang: Lang, indicator: &str, area: &str, measure: Measure, year_choice: YearChoice) -> State {
    let dataset = shipped();
    let mut state = opened(lang, (200, 60));
    select_indicator(&mut state, dataset.indicators.find(indicator).unwrap());
    select_area(&mut state, dataset.areas.find(area).unwrap());
    for _ in 0..20 {
        if state.year_choice() != year_choice {
            state.apply(Action::NextYear);
        }
    }
    while state.measure() != measure {
        state.apply(Action::NextMeasure);
    }
    state.apply(Action::Resize(200, 60));
    assert_eq!(state.year_choice(), year_choice);
    state
}

/// What the pane of bars says without its bars: a line for each area, and what stands under them up to the trend.
fn said(state: &State) -> Vec<String> {
    let dataset = shipped();
    let lines = shown::pane(state, &draw(state, LOOK), Pane::Bars);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let areas = dataset.areas.iter().map(|(key, area)| {
        let name = area.name.get(state.lang());
        let line = shown::bar_line(&lines, LOOK.area_symbol(key.position()), name);
        format!("{name} {}", words(&line.words))
    });
    let last = dataset.areas.iter().last().unwrap().1.name.get(state.lang());
    let under = lines.iter().skip_while(|line| !line.contains(last)).skip(1);
    let is_trend = |line: &&String| ["历年", "Over time"].iter().any(|title| line.starts_with(title));
    let under = under.take_while(|line| !is_trend(line)).map(|line| words(line)).collect::<Vec<_>>().join(" ");
    areas.chain(std::iter::once(under.trim().to_owned())).collect()
}

#[track_caller]
fn says(indicator: &str, measure: Measure, year_choice: YearChoice, zh: [&str; 6], en: [&str; 6]) {
    for (lang, ought) in [(Lang::Zh, zh), (Lang::En, en)] {
        assert_eq!(said(&at(lang, indicator, "binzhou", measure, year_choice)), ought);
    }
}

/// The drilldown of an area's figure holds these lines, in Chinese.
#[track_caller]
fn tells(indicator: &str, area: &str, measure: Measure, lines: &[&str]) {
    let state = at(Lang::Zh, indicator, area, measure, YearChoice::Latest);
    let drilldown = shown::drilldown(&state);
    for ought in lines {
        assert!(drilldown.iter().any(|line| line.trim() == *ought), "{ought} in {drilldown:#?}");
    }
}

fn verdicts(indicator: &str, measure: Measure) -> (Vec<Verdict>, Option<NoOrder>, Option<Refusal>) {
    let state = at(Lang::Zh, indicator, "binzhou", measure, YearChoice::Latest);
    let comparison = state.selected_comparison().unwrap();
    (comparison.pairs(state.dataset()).map(|pair| pair.verdict).collect(), comparison.no_order, comparison.refused)
}

#[track_caller]
fn is_refused(indicator: &str, measure: Measure, pairs: usize, why: Refusal) {
    let (verdicts, no_order, refused) = verdicts(indicator, measure);
    assert_eq!(verdicts, vec![Verdict::NotComparable; pairs]);
    assert!(no_order.is_some());
    assert_eq!(refused, Some(why));
}

#[test]
fn instructions_that_count_different_things_are_not_ranked() {
    says(
        "leader-instructions",
        Measure::PerMonth,
        YearChoice::Latest,
        [
            "滨州 5.67 × 2025",
            "聊城 报道未提及",
            "济南 报道未提及",
            "青岛 3.75 × 2025",
            "咸阳 报道未提及",
            "各市数字两两不可比：口径不同",
        ],
        [
            "Binzhou 5.67 × 2025",
            "Liaocheng not reported",
            "Jinan not reported",
            "Qingdao 3.75 × 2025",
            "Xianyang not reported",
            "No two figures can be compared: definitions differ",
        ],
    );
    is_refused("leader-instructions", Measure::PerMonth, 1, Refusal::NothingComparable);
    tells(
        "leader-instructions",
        "binzhou",
        Measure::PerMonth,
        &[
            "折算  每月  5.67",
            "× 青岛 不可比  口径不同：市级以上领导同志的批示，以次计 / 领导层级未载明，以件次计；单位不同：次 / 件次；来源只见摘录",
        ],
    );
}

#[test]
fn an_end_that_is_inferred_makes_the_rate_a_range() {
    says(
        "leader-instructions",
        Measure::PerMonth,
        YearChoice::Year(2024),
        [
            "滨州 2.6–3.34 2024.1–8?",
            "聊城 报道未提及",
            "济南 报道未提及",
            "青岛 未见 2024 年数字",
            "咸阳 报道未提及",
            "2024 年有数字的不足两市，无从比较",
        ],
        [
            "Binzhou 2.6–3.34 2024.1–8?",
            "Liaocheng not reported",
            "Jinan not reported",
            "Qingdao nothing for 2024",
            "Xianyang not reported",
            "Fewer than two cities have a figure of 2024",
        ],
    );
}

#[test]
fn sessions_without_a_start_have_no_rate_and_say_why() {
    says(
        "grassroots-sessions",
        Measure::PerMonth,
        YearChoice::Latest,
        [
            "滨州 报道未提及",
            "聊城 ≥22.5 × 2024?",
            "济南 报道未提及",
            "青岛 0.71 × 2020.10–22.4?",
            "咸阳 起点不详，无法折算",
            "各市数字两两不可比：口径不同",
        ],
        [
            "Binzhou not reported",
            "Liaocheng ≥22.5 × 2024?",
            "Jinan not reported",
            "Qingdao 0.71 × 2020.10–22.4?",
            "Xianyang no rate: the start is not known",
            "No two figures can be compared: definitions differ",
        ],
    );
    is_refused("grassroots-sessions", Measure::PerMonth, 3, Refusal::NothingComparable);
    let why = "折算  每月  起点不详，无法折算（这个数从何时算起未载明）";
    tells("grassroots-sessions", "xianyang", Measure::PerMonth, &[why]);
}

#[test]
fn rooms_places_and_studios_stand_side_by_side_and_are_not_ranked() {
    says(
        "consultation-places",
        Measure::Raw,
        YearChoice::Latest,
        [
            "滨州 报道未提及",
            "聊城 136 × 2024.12?",
            "济南 161 × 2022.8?",
            "青岛 报道未提及",
            "咸阳 124 × 不详",
            "各市数字两两不可比：口径不同",
        ],
        [
            "Binzhou not reported",
            "Liaocheng 136 × 2024.12?",
            "Jinan 161 × 2022.8?",
            "Qingdao not reported",
            "Xianyang 124 × not known",
            "No two figures can be compared: definitions differ",
        ],
    );
    is_refused("consultation-places", Measure::Raw, 3, Refusal::NothingComparable);
    tells(
        "consultation-places",
        "liaocheng",
        Measure::Raw,
        &[
            "× 济南 不可比  口径不同：民生议事室 / 商量工作室覆盖的街镇；时点相差一年以上：2024-12-31 / 2022-08-19；时段为推断",
            "× 咸阳 不可比  口径不同：民生议事室 / 县市区委员工作室；时段不详",
        ],
    );
}

#[test]
fn an_exact_number_and_more_than_ten_are_not_ranked() {
    says(
        "rules-and-mechanisms",
        Measure::Raw,
        YearChoice::Latest,
        [
            "滨州 报道未提及",
            "聊城 报道未提及",
            "济南 13 × 2025",
            "青岛 报道未提及",
            "咸阳 ≥10 × 不详",
            "各市数字两两不可比：口径不同",
        ],
        [
            "Binzhou not reported",
            "Liaocheng not reported",
            "Jinan 13 × 2025",
            "Qingdao not reported",
            "Xianyang ≥10 × not known",
            "No two figures can be compared: definitions differ",
        ],
    );
    is_refused("rules-and-mechanisms", Measure::Raw, 1, Refusal::NothingComparable);
    let against = "× 咸阳 不可比  口径不同：制定和修订的制度合计 / 按指标口径；时段不详；只知下限";
    tells("rules-and-mechanisms", "jinan", Measure::Raw, &["可比  本数  来源只见转载", against]);
}

#[test]
fn opinion_reports_of_four_cities_are_not_comparable() {
    says(
        "opinion-reports-submitted",
        Measure::Raw,
        YearChoice::Latest,
        [
            "滨州 报道未提及",
            "聊城 1978 × 2024?",
            "济南 ≥300 × ?–2022.8?",
            "青岛 ≥130 × 2024.1–11?",
            "咸阳 266 × 2020.1–21.3?",
            "各市数字两两不可比：口径不同",
        ],
        [
            "Binzhou not reported",
            "Liaocheng 1,978 × 2024?",
            "Jinan ≥300 × ?–2022.8?",
            "Qingdao ≥130 × 2024.1–11?",
            "Xianyang 266 × 2020.1–21.3?",
            "No two figures can be compared: definitions differ",
        ],
    );
    is_refused("opinion-reports-submitted", Measure::Raw, 6, Refusal::NothingComparable);
    let subject = "口径不同：反映的社情民意信息，不分题材 / 报送的疫情防控相关信息";
    let place = "口径不同：反映的社情民意信息，不分题材 / 向省政协报送的信息";
    tells(
        "opinion-reports-submitted",
        "liaocheng",
        Measure::Raw,
        &[
            &format!("× 济南 不可比  {subject}；时段不详；时段不同：2024 / 2022；只知下限；时段为推断"),
            &format!(
                "× 咸阳 不可比  {place}；时段不同：2024 / 2020；时长不同：11–12 个月 / 14–15 个月；时段为推断；来源只见转载"
            ),
        ],
    );
}

#[test]
fn proposals_filed_of_all_five_stand_with_their_years() {
    says(
        "proposals-filed",
        Measure::Raw,
        YearChoice::Latest,
        [
            "滨州 512 2025.1–26.1?",
            "聊城 503 ~ 不排序：时段不同 2024?",
            "济南 579 2025",
            "青岛 564 2025",
            "咸阳 603 × 不可比：时长悬殊 2022–23.2?",
            "位次 1 济南 2 青岛 3 滨州",
        ],
        [
            "Binzhou 512 2025.1–26.1?",
            "Liaocheng 503 ~ periods differ 2024?",
            "Jinan 579 2025",
            "Qingdao 564 2025",
            "Xianyang 603 × 2022–23.2?",
            "Order 1 Jinan 2 Qingdao 3 Binzhou Not ranked Liaocheng: periods differ; Xianyang: lengths far apart",
        ],
    );
    let state = at(Lang::Zh, "proposals-filed", "binzhou", Measure::Raw, YearChoice::Latest);
    let cells = shown::table_cells(&state, &draw(&state, LOOK));
    let years: Vec<_> = cells.into_iter().map(|cell| cell.year.unwrap_or_default()).collect();
    assert_eq!(years, ["'25", "'24", "'25", "'25", "'22"]);
}

#[test]
fn of_2025_three_are_found_and_two_are_not() {
    says(
        "proposals-filed",
        Measure::Raw,
        YearChoice::Year(2025),
        [
            "滨州 512 2025.1–26.1?",
            "聊城 未见 2025 年数字",
            "济南 579 2025",
            "青岛 564 2025",
            "咸阳 未见 2025 年数字",
            "位次 1 济南 2 青岛 3 滨州",
        ],
        [
            "Binzhou 512 2025.1–26.1?",
            "Liaocheng nothing for 2025",
            "Jinan 579 2025",
            "Qingdao 564 2025",
            "Xianyang nothing for 2025",
            "Order 1 Jinan 2 Qingdao 3 Binzhou",
        ],
    );
    let words = |lang, area| {
        shown::drilldown(&at(lang, "proposals-filed", area, Measure::Raw, YearChoice::Year(2025))).join("\n")
    };
    assert!(words(Lang::Zh, "liaocheng").contains("未见 2025 年数字（有：2021, 2024）"));
    assert!(words(Lang::En, "xianyang").contains("nothing found for 2025 (held: 2022)"));
}

#[test]
fn per_head_works_where_the_members_of_that_time_are_known() {
    says(
        "proposals-filed",
        Measure::PerHundredMembers,
        YearChoice::Latest,
        [
            "滨州 145 2025.1–26.1?",
            "聊城 无委员人数数据",
            "济南 无同期委员人数（最近为 2022-04-18）",
            "青岛 110 2025",
            "咸阳 无同期委员人数（最近为 2024-02-04）",
            "位次 1 滨州 2 青岛",
        ],
        [
            "Binzhou 145 2025.1–26.1?",
            "Liaocheng no member count held",
            "Jinan no member count of that date",
            "Qingdao 110 2025",
            "Xianyang no member count of that date",
            "Order 1 Binzhou 2 Qingdao",
        ],
    );
    let why = "折算  每百名委员  无同期委员人数（最近为 2022-04-18）";
    tells("proposals-filed", "jinan", Measure::PerHundredMembers, &[why]);
    let caveat = "注意  原文作来自二十九个界别的委员，不写“应到”，可能是到会人数。";
    let why = "折算  每百名委员  无同期委员人数（最近为 2024-02-04）";
    tells("proposals-filed", "xianyang", Measure::PerHundredMembers, &[why]);
    tells("sectors", "xianyang", Measure::PerHundredMembers, &["折算  每百名委员  6.58", caveat]);
}

/// Cases that are unlike, the parts of one time and the witnesses of one number are no course of years.
#[test]
fn the_years_of_an_area_tell_what_counts_something_else() {
    tells("time-to-result", "qingdao", Measure::Raw, &["历年  2019.9–11? 42（另一口径）   ?–2020.8? 20"]);
    tells(
        "consultation-activities",
        "qingdao",
        Measure::Raw,
        &["历年  2019.3–20.8? 43（另一口径）   2023 33（另一口径）   2025 31"],
    );
    let dataset = shipped();
    let mut state = at(Lang::Zh, "concord-hub-team", "liaocheng", Measure::Raw, YearChoice::Latest);
    let years = |state: &State| shown::drilldown(state).iter().any(|line| line.starts_with("历年"));
    assert!(!years(&state));
    // Nor of the figure that does not stand in the comparison.
    let leaders = Item::Figure(dataset.observations.find("liaocheng-2024-hub-leaders").unwrap());
    state.apply(Action::Show(Screen::CITY));
    state.apply(Action::PickRow(state.items().iter().position(|item| *item == leaders).unwrap()));
    assert!(shown::drilldown(&state)[0].contains("24名牵头委员") && !years(&state));
}
