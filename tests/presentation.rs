//! What keys do over slides, on the way to the dashboard and back, and in the list of all slides.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on has failed")]

use cppcc::app::{Action, Clock, Effect, Mode, Screen, SlideCommand, StartOptions, State, keymap};
use cppcc::checked::SourceFile;
use cppcc::data::{Builtin, builtin, load};
use cppcc::deck::{DeckEdit, Library, SlideIndex, SlideNumber};
use cppcc::domain::Measure;
use cppcc::present::protocol::RemoteCommand;
use cppcc::text::CharSet;
use cppcc::text::{Background, ColorDepth};
use cppcc::text::{Lang, Text};
use cppcc::view::{Look, draw};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::rc::Rc;

const LOOK: Look = Look { depth: ColorDepth::Indexed, background: Background::Dark, charset: CharSet::Unicode };

fn shipped() -> Rc<Library> {
    Rc::new(load(builtin(Builtin::All)).unwrap())
}

fn dashboard() -> State {
    State::new(shipped(), StartOptions { lang: Lang::Zh, size: (80, 24), charset: CharSet::Unicode }).unwrap()
}

fn presenting() -> State {
    let mut state = dashboard();
    press(&mut state, KeyCode::F(5));
    state
}

/// Own slides, each of another kind, over the shipped data.
const MINE: &str = r#"
[[deck]]
id = "mine"
name = { zh = "我的", en = "Mine" }

[[deck.slide]]
kind = "coverage"

[[deck.slide]]
kind = "timeline"

[[deck.slide]]
kind = "compare"
indicators = ["proposals-submitted"]
"#;

/// The data with this deck, which is the person's own.
fn with_own(text: &str) -> (Rc<Library>, Option<cppcc::domain::Key<cppcc::deck::Deck>>) {
    let mut files = builtin(Builtin::All);
    files.push(SourceFile::new("mine", "mine/deck.toml", text.as_bytes().to_vec()));
    let dataset = load(files).unwrap();
    let own = dataset.decks.find("mine");
    (Rc::new(dataset), own)
}

fn presenting_own() -> State {
    let (dataset, own) = with_own(MINE);
    let options = StartOptions { lang: Lang::Zh, size: (80, 24), charset: CharSet::Unicode };
    let mut state = State::new(dataset, options).unwrap();
    state.set_user_deck(own);
    press(&mut state, KeyCode::F(5));
    state
}

fn press(state: &mut State, code: KeyCode) -> Effect {
    match keymap::action(state, &KeyEvent::new(code, KeyModifiers::NONE)) {
        Some(action) => state.apply(action),
        None => Effect::None,
    }
}

/// Types letters, digits and what an input method has composed; `⏎`, `⎋`, `⇥` and `⌫` are the keys.
fn type_in(state: &mut State, text: &str) {
    for sign in text.chars() {
        let code = match sign {
            '⏎' => KeyCode::Enter,
            '⎋' => KeyCode::Esc,
            '⇥' => KeyCode::Tab,
            '⌫' => KeyCode::Backspace,
            letter => KeyCode::Char(letter),
        };
        press(state, code);
    }
}

fn buffer(state: &State) -> Buffer {
    let (width, height) = state.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    draw(state, LOOK, &mut buffer);
    buffer
}

fn lines(state: &State) -> Vec<String> {
    let buffer = buffer(state);
    let row = |y| {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(cppcc::text::width(symbol).max(1)).unwrap();
        }
        line.trim_end().to_owned()
    };
    (0..buffer.area.height).map(row).collect()
}

fn foot(state: &State) -> String {
    lines(state).pop().unwrap()
}

fn slide(state: &State) -> usize {
    state.presentation().unwrap().slide().number().get()
}

fn is_blank(state: &State) -> bool {
    state.presentation().unwrap().view().is_blank()
}

/// The number that is being typed.
fn typed(state: &State) -> Option<usize> {
    state.presentation().unwrap().view().typed().map(SlideNumber::get)
}

/// The index of the slide that the cursor of the list is on, where the list is shown.
fn cursor(state: &State) -> Option<usize> {
    state.presentation().unwrap().view().list_cursor().map(SlideIndex::get)
}

/// The index of the slide whose heading is typed.
fn heading_of(state: &State) -> Option<usize> {
    state.heading().map(|editor| editor.slide().get())
}

#[test]
fn find_comes_back_to_the_slide_or_goes_where_it_found() {
    let mut state = presenting();
    type_in(&mut state, "4⏎/lszs⎋");
    assert_eq!((state.is_presenting(), slide(&state)), (true, 4), "left without anything chosen");
    type_in(&mut state, "/bz");
    assert!(foot(&state).starts_with(" Esc 回到第 4 页"), "{}", foot(&state));
    type_in(&mut state, "⏎");
    assert_eq!((state.is_presenting(), state.screen()), (false, Screen::CITY), "went to what was found");
    press(&mut state, KeyCode::F(5));
    assert_eq!((state.is_presenting(), slide(&state)), (true, 4));
}

#[test]
fn esc_takes_one_thing_back_at_a_time() {
    let mut state = presenting();
    type_in(&mut state, "b⎋");
    assert!(state.is_presenting() && !is_blank(&state), "lifts the blank, and no more");
    type_in(&mut state, "b⏎");
    assert!(state.is_presenting(), "nobody wants the dashboard out of the dark");
    type_in(&mut state, "12⌫");
    assert_eq!((slide(&state), typed(&state)), (1, Some(1)), "takes a digit back");
    type_in(&mut state, "⌫");
    assert_eq!((slide(&state), typed(&state)), (1, None), "and the other");
    // One Esc too many on the way back, whence ever, does not stop.
    let deck = state.default_deck().unwrap();
    state.begin(deck, SlideIndex::new(3), true);
    for way in ["o⎋", "b⎋", "?⎋", "1⎋", "/⎋"] {
        type_in(&mut state, way);
        assert_eq!(press(&mut state, KeyCode::Esc), Effect::None, "{way}");
        assert!(foot(&state).contains("再按一次结束放映"), "{way}: {}", foot(&state));
        press(&mut state, KeyCode::Right);
        press(&mut state, KeyCode::Left);
    }
    type_in(&mut state, "⏎⏎");
    let mut steps = 0;
    while !state.is_presenting() {
        type_in(&mut state, "⎋");
        steps += 1;
        assert!(steps < 6);
    }
    assert_eq!(press(&mut state, KeyCode::Esc), Effect::None);
    assert!(foot(&state).contains("再按一次结束放映"), "{}", foot(&state));
    assert_eq!(press(&mut state, KeyCode::Esc), Effect::Quit);
}

#[test]
fn the_foot_tells_the_key_that_leads_back() {
    let mut state = presenting();
    type_in(&mut state, "9⏎⏎");
    assert!(foot(&state).starts_with(" Esc 回到第 9 页"), "{}", foot(&state));
    // From further down Esc first goes up; F5 leads back at once.
    type_in(&mut state, "⏎");
    assert!(foot(&state).starts_with(" F5 回到第 9 页"), "{}", foot(&state));
    assert!(!foot(&state).contains("退出"), "{}", foot(&state));
    assert_eq!(press(&mut state, KeyCode::Char('q')), Effect::None);
    assert_eq!((state.is_presenting(), slide(&state)), (true, 9), "q leaves the dashboard, and not the room");
}

#[test]
fn stopping_leads_back_to_where_one_was() {
    let way_in = ["1", "2", "3", "4", "5", "6", "1jjjx", "1s", "2jjj", "5jj", "4jjz", "1j⏎", "3j⇥", "1m"];
    for keys in way_in {
        let mut state = dashboard();
        type_in(&mut state, keys);
        let before = lines(&state);
        press(&mut state, KeyCode::F(5));
        for question in ["4⏎⏎", "10⏎⏎", "12⏎⏎"] {
            type_in(&mut state, question);
            type_in(&mut state, "jjmt2");
            press(&mut state, KeyCode::F(5));
        }
        assert_eq!(press(&mut state, KeyCode::Esc), Effect::None);
        assert!(state.presentation().is_none());
        assert_eq!(lines(&state), before, "{keys}");
    }
    let mut state = dashboard();
    type_in(&mut state, "j⏎");
    press(&mut state, KeyCode::F(5));
    type_in(&mut state, "⎋⎋");
    assert_eq!(state.screen(), Screen::Compare, "Esc still leads back from the article");
}

#[test]
fn the_clock_changes_its_own_cells_alone() {
    let mut state = presenting();
    let at = |hour, minute, seconds| Action::Present(SlideCommand::Tick(Clock { hour, minute, seconds }));
    for number in 1..=state.slides().len() {
        state.apply(at(9, 59, 1000));
        let before = buffer(&state);
        state.apply(at(9, 59, 1059));
        assert_eq!(buffer(&state), before, "{number}: no second moves it");
        state.apply(at(10, 0, 1060));
        let after = buffer(&state);
        let moved: Vec<u16> = before
            .diff(&after)
            .iter()
            .map(|(x, y, _)| {
                assert_eq!(*y, 23);
                *x
            })
            .collect();
        // 09:59 has become 10:00, five cells before the margin of four.
        assert_eq!(moved, [71, 72, 74, 75], "{number}");
        press(&mut state, KeyCode::Right);
    }
}

#[test]
fn the_list_jumps_tells_its_keys_and_changes_ones_own_alone() {
    let mut state = presenting();
    type_in(&mut state, "o12⏎");
    assert_eq!(slide(&state), 12);
    type_in(&mut state, "o");
    assert_eq!(foot(&state).trim(), "Enter 打开  Esc 返回");
    type_in(&mut state, "x");
    assert!(foot(&state).contains("能在这里改"), "{}", foot(&state));
    type_in(&mut state, "b");
    assert!(is_blank(&state));

    let mut own = presenting_own();
    type_in(&mut own, "o");
    assert_eq!(foot(&own).trim(), "Enter 打开  K 上移  J 下移  r 改标题  x 删除  u 撤销  Esc 返回");
    assert_eq!(
        press(&mut own, KeyCode::Char('J')),
        Effect::Edit(DeckEdit::Move { slide: SlideIndex::FIRST, to: SlideIndex::new(1) })
    );
    assert_eq!(cursor(&own), Some(0), "the cursor goes along once it is done");
    assert_eq!(press(&mut own, KeyCode::Char('K')), Effect::None);
    assert_eq!(press(&mut own, KeyCode::Char('x')), Effect::Edit(DeckEdit::Remove(SlideIndex::new(0))));
    own.apply(Action::Resize(40, 12));
    assert!(!lines(&own).iter().any(|line| line.contains("还有")));
    let mut small = presenting();
    small.apply(Action::Resize(40, 12));
    type_in(&mut small, "o");
    assert!(lines(&small).iter().any(|line| line.contains("↓ 还有 6 行")), "{:#?}", lines(&small));
}

#[test]
fn in_the_list_a_number_says_which_slide_is_meant() {
    let mut state = presenting_own();
    type_in(&mut state, "o3");
    assert_eq!(press(&mut state, KeyCode::Char('x')), Effect::Edit(DeckEdit::Remove(SlideIndex::new(2))));
    type_in(&mut state, "2r");
    assert_eq!(heading_of(&state), Some(1));
    type_in(&mut state, "⎋9");
    assert_eq!(press(&mut state, KeyCode::Char('x')), Effect::None);
    assert!(foot(&state).contains("没有这一页"), "{}", foot(&state));
    // The mouse selects, and opens what is selected.
    let row = u16::try_from(lines(&state).iter().position(|line| line.contains("提交提案")).unwrap()).unwrap();
    let click = |state: &mut State, row| {
        let kind = MouseEventKind::Down(MouseButton::Left);
        let event = MouseEvent { kind, column: 20, row, modifiers: KeyModifiers::NONE };
        keymap::mouse_action(state, &event).map(|action| state.apply(action))
    };
    click(&mut state, row);
    assert_eq!(cursor(&state), Some(2));
    click(&mut state, 22);
    assert_eq!(cursor(&state), Some(2), "below the list there is nothing");
    click(&mut state, row);
    assert_eq!((slide(&state), cursor(&state)), (3, None));
}

#[test]
fn what_is_being_typed_outlives_new_data_and_the_speakers_keys() {
    let mut state = presenting_own();
    type_in(&mut state, "o2r谁");
    RemoteCommand::To(3).apply(&mut state);
    assert_eq!((slide(&state), heading_of(&state)), (3, Some(1)));
    // Another slide in front of it, from elsewhere.
    let (dataset, own) = with_own(&MINE.replacen(
        "[[deck.slide]]",
        "[[deck.slide]]\nkind = \"coverage\"\nareas = [\"jinan\"]\n\n[[deck.slide]]",
        1,
    ));
    assert!(state.replace_data(dataset, own));
    let editor = state.heading().unwrap();
    assert_eq!((editor.slide().get(), editor.input(Lang::Zh).text()), (2, "谁"));
    assert_eq!(slide(&state), 4, "the room sees what it saw");
}

#[test]
fn the_slide_that_is_shown_stays_shown_whatever_is_done_to_the_others() {
    let deck = |order: [&str; 3]| {
        let kinds = order.iter().map(|kind| match *kind {
            "compare" => "[[deck.slide]]\nkind = \"compare\"\nindicators = [\"proposals-submitted\"]\n".to_owned(),
            kind => format!("[[deck.slide]]\nkind = \"{kind}\"\n"),
        });
        format!("[[deck]]\nid = \"mine\"\nname = {{ zh = \"我的\", en = \"Mine\" }}\n{}", kinds.collect::<String>())
    };
    let shown = |state: &State| cppcc::deck::Deck::edition(&state.decks()[state.user_deck().unwrap()], state.dataset());
    let mut state = presenting_own();
    let before = shown(&state);
    type_in(&mut state, "3⏎o");
    press(&mut state, KeyCode::Home);
    let (dataset, own) = with_own(&deck(["timeline", "coverage", "compare"]));
    assert!(state.take_edit(&DeckEdit::Move { slide: SlideIndex::FIRST, to: SlideIndex::new(1) }, dataset, own));
    assert_ne!(shown(&state), before, "another edition");
    assert_eq!((slide(&state), cursor(&state)), (3, Some(1)));
    let (dataset, own) =
        with_own(&deck(["timeline", "compare", "coverage"]).replace("[[deck.slide]]\nkind = \"coverage\"\n", ""));
    assert!(state.take_edit(&DeckEdit::Remove(SlideIndex::new(1)), dataset, own));
    assert_eq!(slide(&state), 2);
    type_in(&mut state, "⎋");
    assert!(lines(&state)[1].contains("提交提案（件）"), "{:#?}", lines(&state));
}

#[test]
fn a_heading_is_typed_in_both_languages() {
    let mut state = presenting_own();
    type_in(&mut state, "oj");
    press(&mut state, KeyCode::Down);
    type_in(&mut state, "r");
    let shown = lines(&state).join("\n");
    assert!(shown.contains("› 中文") && shown.contains("提交提案（件）"), "the default stands there: {shown}");
    assert!(state.cursor().is_some(), "an input method shows what it composes there");
    type_in(&mut state, "谁交得多b");
    state.paste("？\n");
    type_in(&mut state, "⏎Who hands in most?");
    let title = Some(Text::new("谁交得多b？", "Who hands in most?"));
    assert_eq!(press(&mut state, KeyCode::Enter), Effect::Edit(DeckEdit::Rename { slide: SlideIndex::new(2), title }));
    assert!(state.heading().is_some(), "what was typed is kept until it is taken");
    type_in(&mut state, "⇥⌫⌫⎋");
    assert!(state.heading().is_none() && cursor(&state) == Some(2));
    // Nothing changed: there is nothing to do, and nothing to take back.
    type_in(&mut state, "r⏎");
    assert_eq!(press(&mut state, KeyCode::Enter), Effect::None);
    assert!(state.heading().is_none());
}

#[test]
fn reading_the_data_again_keeps_what_is_being_shown() {
    let mut state = presenting();
    state.apply(Action::Present(SlideCommand::Tick(Clock { hour: 9, minute: 0, seconds: 50 })));
    type_in(&mut state, "9⏎⏎2");
    assert!(state.replace_data(shipped(), None));
    assert_eq!((state.is_presenting(), state.screen(), slide(&state)), (false, Screen::CITY, 9));
    press(&mut state, KeyCode::F(5));
    type_in(&mut state, "o");
    assert!(state.replace_data(shipped(), None));
    assert_eq!(cursor(&state), Some(8));
    state.apply(Action::Present(SlideCommand::Tick(Clock { hour: 9, minute: 1, seconds: 90 })));
    assert_eq!(state.presentation().unwrap().began(), 50, "the clock goes on from where it began");
    // The deck is gone: a presentation that is all there is goes on with another; any other ends.
    let mut own = presenting_own();
    assert!(own.replace_data(shipped(), None));
    assert!(own.presentation().is_none());
    let mut all = presenting_own();
    let deck = all.user_deck().unwrap();
    all.begin(deck, SlideIndex::new(2), true);
    assert!(all.replace_data(shipped(), None));
    assert_eq!((slide(&all), all.slides().len()), (1, 14));
}

#[test]
fn the_speaker_leads_without_surprise() {
    let mut state = presenting();
    type_in(&mut state, "5⏎⏎/x");
    RemoteCommand::Next.apply(&mut state);
    assert_eq!((state.is_presenting(), slide(&state)), (true, 5), "first back to the slide that nobody has seen");
    RemoteCommand::Next.apply(&mut state);
    RemoteCommand::To(12).apply(&mut state);
    assert_eq!(slide(&state), 12);
    RemoteCommand::To(99).apply(&mut state);
    assert_eq!(slide(&state), 12);
    type_in(&mut state, "b");
    RemoteCommand::To(3).apply(&mut state);
    assert_eq!((slide(&state), is_blank(&state)), (3, false));
}

#[test]
fn a_dark_wall_stays_dark_while_a_heading_is_typed() {
    let mut state = presenting_own();
    type_in(&mut state, "o2r谁");
    RemoteCommand::Blank.apply(&mut state);
    assert!(is_blank(&state), "so it is told to the speaker");
    assert!(lines(&state).iter().all(String::is_empty), "and so it is: {:#?}", lines(&state));
    RemoteCommand::Blank.apply(&mut state);
    assert_eq!((is_blank(&state), heading_of(&state)), (false, Some(1)), "the heading comes back with the light");
    assert_eq!(state.heading().unwrap().input(Lang::Zh).text(), "谁");
    RemoteCommand::Blank.apply(&mut state);
    type_in(&mut state, "b");
    assert_eq!((is_blank(&state), heading_of(&state)), (false, Some(1)), "and by a key of the wall's own");
}

#[test]
fn the_help_scrolls_over_slides_as_elsewhere() {
    let mut state = presenting();
    type_in(&mut state, "?");
    let first = lines(&state);
    press(&mut state, KeyCode::End);
    let last = lines(&state);
    assert_ne!(first, last);
    press(&mut state, KeyCode::Up);
    assert_ne!(lines(&state), last);
    press(&mut state, KeyCode::Home);
    assert_eq!(lines(&state), first);
    type_in(&mut state, "q");
    assert!(state.is_presenting() && matches!(state.mode(), Mode::Browse));
    // Over the dashboard F5 leads back from the help at once, as its foot says.
    type_in(&mut state, "⏎?");
    assert!(foot(&state).starts_with(" F5 回到"), "{}", foot(&state));
    press(&mut state, KeyCode::F(5));
    assert!(state.is_presenting() && matches!(state.mode(), Mode::Browse));
}

#[test]
fn what_has_no_room_says_so() {
    let mut state = presenting();
    state.apply(Action::Resize(60, 20));
    type_in(&mut state, "13⏎");
    assert!(foot(&state).contains("窗口放不下整页"), "{}", foot(&state));
    state.apply(Action::Resize(80, 24));
    assert!(!foot(&state).contains("放不下"));
}

#[test]
fn a_rate_tells_the_source_of_what_it_is_divided_by() {
    let mut state = presenting();
    type_in(&mut state, "5⏎");
    assert_eq!(state.measure(), Measure::Raw);
    let sources = foot(&state);
    // Three figures and the numbers of members of three cities; nothing of the two that have no rate.
    assert!(sources.starts_with("    来源 ") && !sources.contains("全文"), "{sources}");
}
